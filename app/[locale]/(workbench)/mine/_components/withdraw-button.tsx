"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { withdrawProposalAction } from "@/app/_actions/proposals";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FieldError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";

/** Takes an open proposal back. If it was decided meanwhile, the list shows that instead. */
export function WithdrawButton({
  proposalId,
  version,
}: {
  readonly proposalId: string;
  readonly version: number;
}) {
  const t = useT(["queue", "common"]);
  const textOf = useFaultText();
  const router = useRouter();
  const [fault, setFault] = useState<string | null>(null);
  const withdraw = async () => {
    const answer = await withdrawProposalAction({ proposalId, version }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    const changed = !answer.ok && answer.error.code === "changed-meanwhile";
    if (answer.ok || changed) {
      announce(t(changed ? "mine.changedMeanwhile" : "mine.withdrawn"));
      router.refresh();
    }
    setFault(answer.ok || changed ? null : textOf(answer.error.code));
  };
  return (
    <>
      <ConfirmButton
        size="compact-sm"
        variant="default"
        label={t("mine.withdraw")}
        question={t("mine.withdrawQuestion")}
        confirmLabel={t("mine.withdrawConfirm")}
        cancelLabel={t("common:action.cancel")}
        onConfirm={() => void withdraw()}
      />
      {fault && (
        <div role="alert">
          <FieldError id={`withdraw-${proposalId}`}>{fault}</FieldError>
        </div>
      )}
    </>
  );
}
