"use client";

import { useState } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { MergeChoices } from "@/app/_features/merge-choices/merge-choices";
import { ComparedTexts } from "@/app/_features/proposal-card/compared-texts";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import type { DraftContent } from "@/lib/core/review/draft";
import { useT } from "@/lib/i18n/client";

/** The text became another one while somebody was writing: all three, so that nothing is overwritten unseen. */
export function Overtaken({
  detail,
  content,
  onText,
}: {
  readonly detail: SegmentDetail;
  readonly content: DraftContent;
  /** Puts a text into the field. */
  readonly onText: (text: string) => void;
}) {
  const t = useT("workbench");
  const { head, targetCodeIds } = useBitext();
  const { row, history, proposals } = detail;
  // What was there when the row opened: choosing puts other words into the field.
  const [began] = useState(content.targetText);
  if (content.baseRevisionId === row.revisionId) return null;
  const own = proposals.find(
    (proposal) => proposal.mine && proposal.baseRevisionId === content.baseRevisionId,
  );
  const base =
    history.find((revision) => revision.id === content.baseRevisionId)?.targetText ?? own?.baseText;
  return (
    <ComparedTexts
      title={t("overtaken.title")}
      hint={t("overtaken.text")}
      base={{ label: t("overtaken.baseMine"), text: base ?? detail.machineText }}
      current={{ label: t("overtaken.current"), text: row.targetText }}
      own={{ label: t("overtaken.mine"), text: content.targetText }}
      locale={head.targetLocale}
      codes={targetCodeIds}
    >
      <MergeChoices
        texts={{
          base: base ?? detail.machineText,
          current: row.targetText,
          proposed: own?.targetText ?? began,
        }}
        locale={head.targetLocale}
        text={content.targetText}
        onText={onText}
      />
    </ComparedTexts>
  );
}
