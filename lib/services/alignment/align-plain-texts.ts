import type { alignParagraphs } from "@/lib/core/alignment/align";
import type { Bead } from "@/lib/core/alignment/bead";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { plainTexts } from "@/lib/core/interchange/plain-texts";
import type { AlignmentHead } from "@/lib/db/alignment/rows";

/** Aligns texts of a translation without their inline codes. */
export function alignPlainTexts(
  head: Pick<AlignmentHead, "sourceLocale" | "targetLocale" | "sourceCodes" | "targetCodes">,
  source: readonly string[],
  target: readonly string[],
  align: typeof alignParagraphs,
): readonly Bead[] {
  const plain = (texts: readonly string[], codes: readonly InlineCode[]) =>
    plainTexts({ paragraphs: texts.map((text) => ({ kind: "paragraph", level: 0, text })), codes });
  return align(plain(source, head.sourceCodes), plain(target, head.targetCodes), {
    sourceLocale: head.sourceLocale,
    targetLocale: head.targetLocale,
  });
}
