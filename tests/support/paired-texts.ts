import type { Bead } from "@/lib/core/alignment/bead";
import type { Paragraph } from "@/lib/core/document/paragraph";

/** Paragraphs without headings, lists or inline codes, as an import brings them. */
export const plainSide = (texts: readonly string[]) => ({
  paragraphs: texts.map((text): Paragraph => ({ kind: "paragraph", level: 0, text })),
  codes: [],
});

/** Rows of one paragraph on each side. */
export const oneToOne = (count: number): readonly Bead[] =>
  Array.from({ length: count }, (_, i) => ({
    sourceFrom: i,
    sourceTo: i + 1,
    targetFrom: i,
    targetTo: i + 1,
    confidence: 1,
  }));

/** A bitext of one row per pair of source and machine translation. */
export const pairedTexts = (pairs: readonly (readonly [string, string])[]) => ({
  source: plainSide(pairs.map(([source]) => source)),
  target: plainSide(pairs.map(([, target]) => target)),
  beads: oneToOne(pairs.length),
});
