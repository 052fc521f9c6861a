"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { restoreRevisionAction } from "@/app/_actions/history";
import { useAct } from "@/app/_features/act/use-act";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { useFormat, useT } from "@/lib/i18n/client";
import type { ListedRevision } from "./revision-list";

/** Proposes that this text comes back; somebody else decides. */
export function RestoreButton({
  segmentId,
  entry,
  seenRevisionId,
}: {
  readonly segmentId: string;
  readonly entry: ListedRevision;
  readonly seenRevisionId: string;
}) {
  const t = useT(["history", "common"]);
  const format = useFormat();
  const router = useRouter();
  const textOf = useFaultText();
  const { act, pending, fault } = useAct(restoreRevisionAction);
  const [key] = useState(() => crypto.randomUUID());
  const [isDone, setIsDone] = useState(false);
  const number = format.number(entry.number);
  const restore = () =>
    act({ segmentId, revisionId: entry.id, seenRevisionId, idempotencyKey: key }, () => {
      announce(t("restore.done"));
      setIsDone(true);
      router.refresh();
    });
  if (isDone) return <p>{t("restore.done")}</p>;
  return (
    <>
      <ConfirmButton
        variant="default"
        label={t("restore.button", { number })}
        question={t("restore.question")}
        confirmLabel={t("restore.confirm")}
        cancelLabel={t("common:action.cancel")}
        loading={pending}
        onConfirm={restore}
      />
      {fault && <FormError title={textOf(fault.code)} />}
    </>
  );
}
