import type { TFunction } from "i18next";
import type { MarkState } from "@/app/_ui/state-mark";
import type { Bead } from "@/lib/core/alignment/bead";
import { type RowStanding, rowStanding } from "@/lib/core/document/import-preview";
import type { Format } from "@/lib/i18n/format";

const MARKS: Readonly<Record<RowStanding, MarkState>> = {
  sure: "approved",
  doubtful: "attention",
  "source-only": "none",
  "target-only": "none",
};

/** How a row stands, as shape and in words. */
export function standingOf(
  bead: Bead,
  t: TFunction<"import">,
  format: Format,
): { readonly standing: RowStanding; readonly mark: MarkState; readonly words: string } {
  const standing = rowStanding(bead);
  return { standing, mark: MARKS[standing], words: wordsOf(bead, standing, t, format) };
}

function wordsOf(bead: Bead, standing: RowStanding, t: TFunction<"import">, format: Format): string {
  // 99.6 % is not yet certain.
  const percent = format.percent(Math.floor(bead.confidence * 100) / 100);
  const isOneSided = bead.sourceFrom === bead.sourceTo || bead.targetFrom === bead.targetTo;
  switch (standing) {
    case "source-only":
      return t("standing.sourceOnly");
    case "target-only":
      return t("standing.targetOnly");
    case "doubtful":
      return isOneSided ? t("standing.doubtfulOneSided") : t("standing.doubtful", { percent });
    case "sure":
      return bead.confidence === 1 ? t("standing.confirmed") : t("standing.sure", { percent });
  }
}
