"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { markMentionsSeenAction } from "@/app/_actions/threads";
import { useAct } from "@/app/_features/act/use-act";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { FieldError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";

/** The person has read what was said to them about a proposal. */
export function SeenButton({ proposalId }: { readonly proposalId: string }) {
  const t = useT("decisions");
  const faultText = useFaultText();
  const router = useRouter();
  const { act, pending, fault } = useAct(markMentionsSeenAction);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={pending}
        onClick={() =>
          act({ proposalId }, () => {
            announce(t("threads.mentions.readDone"));
            router.refresh();
          })
        }
      >
        {t("threads.mentions.read")}
      </Button>
      {fault && <FieldError id={`seen-${proposalId}`}>{faultText(fault.code)}</FieldError>}
    </>
  );
}
