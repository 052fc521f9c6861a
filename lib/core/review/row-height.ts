import type { RowEntry } from "./bitext";

/** How a row is laid out, in CSS pixels and characters. */
export interface RowLayout {
  /** Characters of one line of one side. */
  readonly lineLength: number;
  readonly lineHeight: number;
  /** Everything of a row that is not lines of text. */
  readonly padding: number;
  /** Source above target instead of beside it. */
  readonly isStacked: boolean;
}

/** Share of a line that is filled on average: words that do not fit go to the next line. */
const FILL = 0.93;

const lines = (length: number, lineLength: number): number =>
  Math.max(1, Math.ceil(length / (lineLength * FILL)));

/** The height of a row before its text is there, so that the page need not move when it comes. CSS pixels. */
export function estimateRowHeight(
  entry: Pick<RowEntry, "sourceLength" | "targetLength">,
  { lineLength, lineHeight, padding, isStacked }: RowLayout,
): number {
  const source = lines(entry.sourceLength, lineLength);
  const target = lines(entry.targetLength, lineLength);
  return (isStacked ? source + target : Math.max(source, target)) * lineHeight + padding;
}
