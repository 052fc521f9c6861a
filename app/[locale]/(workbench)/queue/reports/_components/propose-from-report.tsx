"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useId, useMemo, useRef, useState } from "react";
import { proposeFromReportAction } from "@/app/_actions/reports";
import { useAct } from "@/app/_features/act/use-act";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import type { EditorHandle } from "@/app/_features/target-editor/editor-handle";
import { TargetEditor } from "@/app/_features/target-editor/target-editor";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";
import type { ReportEntry } from "./report-card";
import { ReportFault } from "./report-fault";
import styles from "./reports.module.css";

/** The current text in an editor, to be corrected and proposed in one's own name. */
export function ProposeFromReport({
  report,
  onClose,
}: {
  readonly report: ReportEntry;
  readonly onClose: () => void;
}) {
  const t = useT(["reports", "common"]);
  const router = useRouter();
  const hintId = useId();
  const field = useRef<EditorHandle>(null);
  // Of what was there when it was opened: what was typed stays when the page is read again.
  const [base] = useState({ text: report.currentText, revisionId: report.currentRevisionId });
  const [text, setText] = useState(base.text);
  const codes = useMemo(() => new Set(report.targetCodes.map(({ id }) => id)), [report.targetCodes]);
  const { act, pending, fault } = useAct(proposeFromReportAction);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        act({ reportId: report.id, baseRevisionId: base.revisionId, targetText: text }, () => {
          announce(t("queue.proposed"));
          router.refresh();
        });
      }}
    >
      <p className={styles.label} aria-hidden>
        {t("queue.proposeLabel")}
      </p>
      <TargetEditor
        ref={field}
        text={text}
        initialText={base.text}
        codes={codes}
        locale={report.targetLocale}
        label={t("queue.proposeLabel")}
        describedBy={hintId}
        takesFocus
        onChange={setText}
      />
      <p id={hintId} className={styles.soft}>
        {t("queue.proposeHint")}
      </p>
      <WordDiff base={base.text} next={text} locale={report.targetLocale} codes={codes} />
      {fault && <ReportFault code={fault.code} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={pending}>
          {t("queue.proposeSend")}
        </Button>
        <Button type="button" variant="subtle" onClick={onClose}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}
