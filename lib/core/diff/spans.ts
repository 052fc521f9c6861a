import type { DisplayDiff } from "./hunk";
import { findMarks, type Mark } from "./marks";
import type { Move, MovePlace } from "./moves";

export type { Mark } from "./marks";

/** A piece of the text as the page shows it. */
export interface DiffSpan {
  readonly kind: "equal" | "deleted" | "inserted";
  readonly text: string;
  /** Index into the hunks of the diff; null for equal text. */
  readonly hunk: number | null;
  /** Index into the moves, if the text was moved away from here or to here. */
  readonly move?: number;
  /** Changed characters that cannot be seen, in order; none in equal text. */
  readonly marks: readonly Mark[];
}

/**
 * The diff as one list of spans in reading order, deleted before inserted. No span is empty. Equal and
 * deleted spans joined are `base`, equal and inserted spans joined are `next`. Every hunk whose two texts
 * look the same has at least one mark.
 *
 * @param moves What `findMoves` gives for the hunks, so that moved passages become spans of their own.
 */
export function diffSpans(
  base: string,
  next: string,
  diff: DisplayDiff,
  moves: readonly Move[] = [],
): readonly DiffSpan[] {
  const spans: DiffSpan[] = [];
  const pushEqual = (text: string): void => {
    if (text) spans.push({ kind: "equal", text, hunk: null, marks: [] });
  };
  let at = 0;
  diff.hunks.forEach((hunk, index) => {
    const marks = findMarks(hunk);
    const deleted = placesIn(
      index,
      moves.map(({ from }) => from),
    );
    const inserted = placesIn(
      index,
      moves.map(({ to }) => to),
    );
    pushEqual(base.slice(at, hunk.baseFrom));
    spans.push(...cut("deleted", hunk.deleted, hunk.baseFrom, marks.deleted, deleted, index));
    spans.push(...cut("inserted", hunk.inserted, hunk.nextFrom, marks.inserted, inserted, index));
    at = hunk.baseTo;
  });
  pushEqual(next.slice(diff.hunks.at(-1)?.nextTo ?? 0));
  return spans;
}

interface MovedPlace extends MovePlace {
  readonly move: number;
}

const placesIn = (hunk: number, places: readonly MovePlace[]): readonly MovedPlace[] =>
  places
    .map((place, move) => ({ ...place, move }))
    .filter((place) => place.hunk === hunk)
    .sort((one, other) => one.start - other.start);

/** One side of a hunk, cut where moved passages begin and end; `offset` is where it stands in its text. */
function cut(
  kind: "deleted" | "inserted",
  text: string,
  offset: number,
  marks: readonly Mark[],
  places: readonly MovedPlace[],
  hunk: number,
): readonly DiffSpan[] {
  const spans: DiffSpan[] = [];
  const push = (from: number, to: number, move?: number): void => {
    if (from === to) return;
    const own = marks.filter((mark) => mark.at >= from && mark.at < to);
    const shifted = own.map((mark) => ({ ...mark, at: mark.at - from }));
    const span = { kind, text: text.slice(from, to), hunk, marks: shifted };
    spans.push(move === undefined ? span : { ...span, move });
  };
  let at = 0;
  for (const { start, end, move } of places) {
    push(at, start - offset);
    push(start - offset, end - offset, move);
    at = end - offset;
  }
  push(at, text.length);
  return spans;
}
