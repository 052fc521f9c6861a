"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { publishAction, withdrawPublicationAction } from "@/app/_actions/publications";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FormError } from "@/app/_ui/form-error";
import { NOTE_LIMIT } from "@/lib/core/publication/corrections";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./workbench.module.css";

const offline = { ok: false, error: { code: "offline" } } as const;

/** Shows the translation to readers, or takes it away from them. Says what came of it. */
export function PublishControls({
  unreviewed,
  isPublished,
  onChange,
}: {
  readonly unreviewed: number;
  readonly isPublished: boolean;
  readonly onChange: (publishedAt: string | null) => void;
}) {
  const t = useT(["workbench", "common"]);
  const { head } = useBitext();
  const { translationId } = head;
  const format = useFormat();
  const [plannedFor, setPlannedFor] = useState(head.plannedFor);
  const [note, setNote] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const faultText = useFaultText();

  const publish = async () => {
    setIsBusy(true);
    const answer = await publishAction({ translationId, note }).catch(() => offline);
    setIsBusy(false);
    setSaid(answer.ok ? t("publish.done") : null);
    setFault(answer.ok ? null : refusal(answer.error));
    if (answer.ok) setNote("");
    if (answer.ok) onChange(new Date().toISOString());
  };
  const withdraw = async () => {
    setIsBusy(true);
    const answer = await withdrawPublicationAction({ translationId }).catch(() => offline);
    setIsBusy(false);
    const isGone = answer.ok || answer.error.code === "not-published";
    setSaid(answer.ok ? t(plannedFor ? "publish.withdrawnWithPlan" : "publish.withdrawn") : null);
    setFault(answer.ok ? null : refusal(answer.error));
    if (isGone) onChange(null);
    if (answer.ok) setPlannedFor(null);
  };
  const refusal = (error: { readonly code: string; readonly count?: number }): string => {
    if (error.code === "unreviewed") return t("publish.unreviewed", { count: error.count ?? 0 });
    if (error.code === "open-proposals") return t("publish.openProposals", { count: error.count ?? 0 });
    if (error.code === "empty") return t("publish.empty");
    return error.code === "not-published" ? t("publish.notPublished") : faultText(error.code);
  };
  return (
    <div className={styles.publish}>
      <div className={styles.publishButtons}>
        <ConfirmButton
          label={t(isPublished ? "publish.again" : "publish.publish")}
          question={
            unreviewed === 0 ? t("publish.questionAllApproved") : t("publish.question", { count: unreviewed })
          }
          confirmLabel={t("publish.confirm")}
          cancelLabel={t("common:action.cancel")}
          loading={isBusy}
          onConfirm={() => void publish()}
        />
        {isPublished && (
          <ConfirmButton
            variant="default"
            label={t("publish.withdraw")}
            question={
              plannedFor
                ? t("publish.withdrawPlannedQuestion", { date: format.dateTime(plannedFor) })
                : t("publish.withdrawQuestion")
            }
            confirmLabel={t("publish.withdrawConfirm")}
            cancelLabel={t("common:action.cancel")}
            disabled={isBusy}
            onConfirm={() => void withdraw()}
          />
        )}
      </div>
      {isPublished && (
        <TextInput
          size="xs"
          label={t("publish.note")}
          description={t("publish.noteHint")}
          value={note}
          maxLength={NOTE_LIMIT}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
      {fault && <FormError title={fault} />}
    </div>
  );
}
