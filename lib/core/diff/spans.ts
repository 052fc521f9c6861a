import type { DisplayDiff } from "./hunk";
import { findMarks, type Mark } from "./marks";

export type { Mark } from "./marks";

/** A piece of the text as the page shows it. */
export interface DiffSpan {
  readonly kind: "equal" | "deleted" | "inserted";
  readonly text: string;
  /** Index into the hunks of the diff; null for equal text. */
  readonly hunk: number | null;
  /** Changed characters that cannot be seen, in order; none in equal text. */
  readonly marks: readonly Mark[];
}

/**
 * The diff as one list of spans in reading order, deleted before inserted. No span is empty. Equal and
 * deleted spans joined are `base`, equal and inserted spans joined are `next`. Every hunk whose two texts
 * look the same has at least one mark.
 */
export function diffSpans(base: string, next: string, diff: DisplayDiff): readonly DiffSpan[] {
  const spans: DiffSpan[] = [];
  const push = (kind: DiffSpan["kind"], text: string, hunk: number | null, marks: readonly Mark[]): void => {
    if (text) spans.push({ kind, text, hunk, marks });
  };
  let at = 0;
  diff.hunks.forEach((hunk, index) => {
    const marks = findMarks(hunk);
    push("equal", base.slice(at, hunk.baseFrom), null, []);
    push("deleted", hunk.deleted, index, marks.deleted);
    push("inserted", hunk.inserted, index, marks.inserted);
    at = hunk.baseTo;
  });
  push("equal", next.slice(diff.hunks.at(-1)?.nextTo ?? 0), null, []);
  return spans;
}
