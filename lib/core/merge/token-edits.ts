import type { EqualRun } from "../diff/equal-run";
import { matchTokens } from "../diff/minimal-diff";
import type { Token } from "../text/tokens";

/** One replaced stretch of tokens, half-open by token index; a pure insertion has an empty base range. */
export interface TokenEdit {
  readonly baseFrom: number;
  readonly baseTo: number;
  readonly sideFrom: number;
  readonly sideTo: number;
}

/**
 * The edits that turn `base` into `side`, in order, at least one equal token between two of them. A pure
 * insertion or deletion that could stand at several places, since the tokens around it repeat, stands at
 * the last one: two people who made the same edit get the same answer whatever else they changed.
 */
export function tokenEdits(base: readonly Token[], side: readonly Token[]): readonly TokenEdit[] {
  const { runs } = matchTokens(base, side);
  return slideToLast(editsBetween(runs, base.length, side.length), base, side);
}

function editsBetween(runs: readonly EqualRun[], baseLength: number, sideLength: number): TokenEdit[] {
  const edits: TokenEdit[] = [];
  let [baseFrom, sideFrom] = [0, 0];
  for (const run of [...runs, { base: baseLength, next: sideLength, length: 0 }]) {
    if (run.base > baseFrom || run.next > sideFrom) {
      edits.push({ baseFrom, baseTo: run.base, sideFrom, sideTo: run.next });
    }
    baseFrom = run.base + run.length;
    sideFrom = run.next + run.length;
  }
  return edits;
}

/** From the last edit to the first, so that an edit may follow one that made room; two that meet become one. */
function slideToLast(
  edits: readonly TokenEdit[],
  base: readonly Token[],
  side: readonly Token[],
): readonly TokenEdit[] {
  const slid: TokenEdit[] = [];
  for (const edit of [...edits].reverse()) {
    const next = slid.at(-1);
    const room = (next?.baseFrom ?? base.length) - edit.baseTo;
    const moved = shift(edit, slideLength(edit, room, base, side));
    if (next && moved.baseTo === next.baseFrom) {
      slid[slid.length - 1] = { ...next, baseFrom: moved.baseFrom, sideFrom: moved.sideFrom };
    } else {
      slid.push(moved);
    }
  }
  return slid.reverse();
}

function slideLength(
  { baseFrom, baseTo, sideFrom, sideTo }: TokenEdit,
  room: number,
  base: readonly Token[],
  side: readonly Token[],
): number {
  const isDeletion = sideFrom === sideTo;
  if (!isDeletion && baseFrom !== baseTo) return 0;
  const [tokens, from, to] = isDeletion ? [base, baseFrom, baseTo] : [side, sideFrom, sideTo];
  let length = 0;
  while (length < room && tokens[from + length]?.text === tokens[to + length]?.text) length++;
  return length;
}

const shift = (edit: TokenEdit, by: number): TokenEdit => ({
  baseFrom: edit.baseFrom + by,
  baseTo: edit.baseTo + by,
  sideFrom: edit.sideFrom + by,
  sideTo: edit.sideTo + by,
});
