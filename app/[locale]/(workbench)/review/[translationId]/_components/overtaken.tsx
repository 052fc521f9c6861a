"use client";

import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { ComparedTexts } from "@/app/_features/proposal-card/compared-texts";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import type { DraftContent } from "@/lib/core/review/draft";
import { useT } from "@/lib/i18n/client";

/** The text became another one while somebody was writing: all three, so that nothing is overwritten unseen. */
export function Overtaken({
  detail,
  content,
}: {
  readonly detail: SegmentDetail;
  readonly content: DraftContent;
}) {
  const t = useT("workbench");
  const { head, targetCodeIds } = useBitext();
  const { row, history, proposals } = detail;
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
    />
  );
}
