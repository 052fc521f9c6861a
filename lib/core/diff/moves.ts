import { Numbering } from "./equal-run";
import type { Hunk } from "./hunk";
import { readUnits } from "./units";

/** A passage that is deleted in one hunk and inserted, word for word, in another one. */
export interface Move {
  readonly from: MovePlace;
  readonly to: MovePlace;
}

export interface MovePlace {
  /** Index into the hunks of the diff. */
  readonly hunk: number;
  /** UTF-16 offsets, half-open: of the base for `Move.from`, of the next text for `Move.to`. */
  readonly start: number;
  readonly end: number;
}

/** What a passage must weigh: about three words. Less is chance, unless both hunks have nothing else. */
const PASSAGE_WEIGHT = 3;
const WHOLE_HUNK_WEIGHT = 1;
const SEED = 3;

/** A unit of a hunk's deleted or inserted text. */
interface Piece {
  readonly text: string;
  readonly hunk: number;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Pieces of one side, in order, and equal numbers for equal texts. */
interface Side {
  readonly pieces: readonly Piece[];
  readonly ids: Int32Array;
}

/** `length` equal pieces from `base` (deleted) and `next` (inserted) on. */
interface Run {
  readonly base: number;
  readonly next: number;
  readonly length: number;
  readonly weight: number;
}

/**
 * Passages that were moved, not written anew: the same words deleted in one hunk and inserted in another,
 * in the order of the base, no word in two moves. The white space between the words may differ. A passage
 * counts from about three words on, or from one content word on if it is all that both hunks have. What
 * occurs more than once on a side is left out: nobody could say which of them went where.
 * Time O(n log n) in the words of the hunks.
 *
 * @param locale Language of both texts, as for the diff.
 */
export function findMoves(hunks: readonly Hunk[], locale?: string): readonly Move[] {
  const numbering = new Numbering();
  const sideOf = (pieces: readonly Piece[]): Side => ({ pieces, ids: numbering.number(pieces) });
  const deleted = sideOf(hunks.flatMap((hunk, at) => piecesOf(hunk.deleted, hunk.baseFrom, at, locale)));
  const inserted = sideOf(hunks.flatMap((hunk, at) => piecesOf(hunk.inserted, hunk.nextFrom, at, locale)));
  const runs = [...passages(deleted, inserted), ...wholeHunks(deleted, inserted)];
  return heaviestApart(runs, deleted, inserted).map(({ base, next, length }) => ({
    from: placeOf(deleted, base, length),
    to: placeOf(inserted, next, length),
  }));
}

const piecesOf = (text: string, offset: number, hunk: number, locale?: string): readonly Piece[] =>
  readUnits(text, locale).map((unit) => ({
    text: unit.text,
    hunk,
    start: offset + unit.from,
    end: offset + unit.to,
    weight: unit.weight,
  }));

/** The longest runs around all sequences of three units that occur once on either side. */
function passages(deleted: Side, inserted: Side): readonly Run[] {
  const places = uniqueSeeds(inserted);
  const runs: Run[] = [];
  for (const [seed, base] of uniqueSeeds(deleted)) {
    const next = places.get(seed) ?? -1;
    const last = runs.at(-1);
    const isKnown = last && base < last.base + last.length && base - next === last.base - last.next;
    if (base >= 0 && next >= 0 && !isKnown) runs.push(extend(deleted, inserted, base, next));
  }
  return runs.filter(({ weight }) => weight >= PASSAGE_WEIGHT);
}

/** Place of every sequence of three units within one hunk, ascending; -1 for those that occur again. */
function uniqueSeeds({ pieces, ids }: Side): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + SEED <= ids.length; at++) {
    if (pieces[at]?.hunk !== pieces[at + SEED - 1]?.hunk) continue;
    const seed = ids.subarray(at, at + SEED).join();
    places.set(seed, places.has(seed) ? -1 : at);
  }
  return places;
}

/** The run through a pair of equal pieces, as far as it reaches within both hunks. */
function extend(deleted: Side, inserted: Side, base: number, next: number): Run {
  const isSame = (step: number): boolean =>
    base + step >= 0 &&
    next + step >= 0 &&
    deleted.ids[base + step] === inserted.ids[next + step] &&
    deleted.pieces[base + step]?.hunk === deleted.pieces[base]?.hunk &&
    inserted.pieces[next + step]?.hunk === inserted.pieces[next]?.hunk;
  let [before, after] = [0, 1];
  while (isSame(before - 1)) before--;
  while (base + after < deleted.ids.length && isSame(after)) after++;
  const length = after - before;
  return { base: base + before, next: next + before, length, weight: weigh(deleted, base + before, length) };
}

const weigh = ({ pieces }: Side, from: number, length: number): number =>
  pieces.slice(from, from + length).reduce((sum, { weight }) => sum + weight, 0);

/** Pairs of hunks of which one deletes and the other inserts exactly the same words, which no third hunk does. */
function wholeHunks(deleted: Side, inserted: Side): readonly Run[] {
  const places = uniqueHunks(inserted);
  return [...uniqueHunks(deleted)].flatMap(([words, run]) => {
    const other = places.get(words);
    if (!run || !other || run.weight < WHOLE_HUNK_WEIGHT) return [];
    return [{ ...run, next: other.base }];
  });
}

/** The deleted (or inserted) sides of the hunks by their words; null for what several have. */
function uniqueHunks(side: Side): ReadonlyMap<string, Run | null> {
  const found = new Map<string, Run | null>();
  let from = 0;
  for (const [at, { hunk }] of side.pieces.entries()) {
    if (side.pieces[at + 1]?.hunk === hunk) continue;
    const length = at + 1 - from;
    const words = side.ids.subarray(from, at + 1).join();
    const run = { base: from, next: 0, length, weight: weigh(side, from, length) };
    found.set(words, found.has(words) ? null : run);
    from = at + 1;
  }
  return found;
}

/** Heaviest first, no piece in two runs, none within one hunk; given in the order of the base. */
function heaviestApart(runs: readonly Run[], deleted: Side, inserted: Side): readonly Run[] {
  const taken = { base: new Uint8Array(deleted.ids.length), next: new Uint8Array(inserted.ids.length) };
  return [...runs]
    .sort((one, other) => other.weight - one.weight || one.base - other.base)
    .filter(({ base, next, length }) => {
      if (deleted.pieces[base]?.hunk === inserted.pieces[next]?.hunk) return false;
      const [from, to] = [taken.base.subarray(base, base + length), taken.next.subarray(next, next + length)];
      if (from.includes(1) || to.includes(1)) return false;
      from.fill(1);
      to.fill(1);
      return true;
    })
    .sort((one, other) => one.base - other.base);
}

function placeOf({ pieces }: Side, at: number, length: number): MovePlace {
  const first = pieces[at] as Piece;
  return { hunk: first.hunk, start: first.start, end: pieces[at + length - 1]?.end ?? first.end };
}
