"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { undoDecisionAction } from "@/app/_actions/decisions";
import { useUndoFault } from "@/app/_features/undo/use-undo-fault";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import styles from "./open-row.module.css";

/** Decisions on an open row that the person may take back, however long ago they were taken. */
export function UndoList({
  detail,
  reload,
}: {
  readonly detail: SegmentDetail;
  readonly reload: () => Promise<SegmentDetail | null>;
}) {
  const t = useT("decisions");
  const faultText = useUndoFault();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const undo = async (decisionId: string) => {
    if (busy) return;
    setBusy(decisionId);
    const answer = await undoDecisionAction({ decisionId }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    setBusy(null);
    setFault(answer.ok ? null : answer.error.code);
    if (answer.ok) announce(t(`undo.done.${answer.value.kind}`));
    await reload();
  };
  if (detail.undoable.length === 0 && !fault) return null;
  return (
    <section className={styles.buttons} aria-label={t("undo.title")}>
      {fault && <FormError title={faultText(fault)} />}
      {detail.undoable.map(({ decisionId, kind }) => (
        <Button
          key={decisionId}
          size="compact-sm"
          variant="default"
          loading={busy === decisionId}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => void undo(decisionId)}
        >
          {t(`undo.offer.${kind}`)}
        </Button>
      ))}
    </section>
  );
}
