/**
 * Shortest edit script of two sequences of ids, in linear space.
 *
 * Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986),
 * pp. 251-266, section 4b. As in common `diff` programs the search for a middle point is given up after
 * `effort` steps and the farthest point reached is taken instead: the script may then be longer than
 * necessary, but time is O((N + M) * effort). Where that happens again and again, as with the same words in another
 * order, all searches together get `LONG` diagonals; those after that are given up early.
 */
import { type EqualRun, joinPairs } from "./equal-run";

export interface SequenceMatch {
  readonly runs: readonly EqualRun[];
  /** False if the search was given up somewhere, so that a shorter script may exist. */
  readonly precise: boolean;
  /** What it cost: diagonals that the searches followed. */
  readonly followed: number;
}

/**
 * Steps of one search by default: 1,000 for 10,000 words with their spaces on either side, which is exact up
 * to 2,000 edits in one stretch and takes about half a second at worst.
 */
const defaultEffort = (length: number): number =>
  Math.min(2000, Math.max(100, Math.ceil(4e7 / (length + 1))));

/** Matches two sequences so that as few ids as possible are left out (exactly so if `precise`). */
export function matchSequences(
  base: Int32Array,
  next: Int32Array,
  effort: number = defaultEffort(base.length + next.length),
): SequenceMatch {
  const basePlaces = placesOfCommon(base, next);
  const nextPlaces = placesOfCommon(next, base);
  const search = new Search(
    basePlaces.map((at) => base[at] as number),
    nextPlaces.map((at) => next[at] as number),
    Math.max(1, effort),
  );
  const pairs = search.run().map(([one, other]) => [basePlaces[one], nextPlaces[other]] as [number, number]);
  return { runs: joinPairs(pairs), precise: search.precise, followed: search.followed };
}

/** Ids that the other side has nowhere can never be matched and would only slow the search down. */
function placesOfCommon(ids: Int32Array, others: Int32Array): Int32Array {
  const known = new Set(others);
  return Int32Array.from(ids.keys()).filter((at) => known.has(ids[at] as number));
}

/**
 * Diagonals that all searches of a comparison may follow before each of the others gets `SHORT` steps: about a fifth of
 * a second. More than an exact comparison ever needs, which is twice the square of its steps, of which there are 2,000.
 */
const LONG = 1e7;
const SHORT = 12;

interface Box {
  readonly baseFrom: number;
  readonly baseTo: number;
  readonly nextFrom: number;
  readonly nextTo: number;
}

/** One of the two searches that meet in the middle: where it starts, its direction, and how far it came. */
interface Side {
  readonly base: number;
  readonly next: number;
  readonly step: 1 | -1;
  /** Farthest number of base ids passed, by diagonal (base less next ids passed) + effort + 1. */
  readonly reached: Int32Array;
}

class Search {
  precise = true;
  followed = 0;
  private readonly pairs: [base: number, next: number][] = [];
  private readonly center: number;
  private readonly ahead: Int32Array;
  private readonly astern: Int32Array;

  constructor(
    private readonly base: Int32Array,
    private readonly next: Int32Array,
    private readonly effort: number,
  ) {
    this.center = Math.min(effort, base.length + next.length) + 1;
    this.ahead = new Int32Array(2 * this.center + 1);
    this.astern = new Int32Array(2 * this.center + 1);
  }

  /** Pairs in ascending order. A stack instead of recursion: its depth does not depend on the input. */
  run(): readonly (readonly [base: number, next: number])[] {
    const waiting: Box[] = [{ baseFrom: 0, baseTo: this.base.length, nextFrom: 0, nextTo: this.next.length }];
    for (let whole = waiting.pop(); whole; whole = waiting.pop()) {
      const box = this.takeEnds(whole);
      if (box.baseFrom === box.baseTo || box.nextFrom === box.nextTo) continue;
      const [base, next] = this.findMiddle(box);
      waiting.push({ ...box, baseFrom: base, nextFrom: next }, { ...box, baseTo: base, nextTo: next });
    }
    return this.pairs.sort(([one], [other]) => one - other);
  }

  private takeEnds(box: Box): Box {
    let { baseFrom, baseTo, nextFrom, nextTo } = box;
    while (baseFrom < baseTo && nextFrom < nextTo && this.base[baseFrom] === this.next[nextFrom]) {
      this.pairs.push([baseFrom++, nextFrom++]);
    }
    while (baseFrom < baseTo && nextFrom < nextTo && this.base[baseTo - 1] === this.next[nextTo - 1]) {
      this.pairs.push([--baseTo, --nextTo]);
    }
    return { baseFrom, baseTo, nextFrom, nextTo };
  }

  /** A point on a shortest path through the box, never one of its corners. */
  private findMiddle(box: Box): readonly [base: number, next: number] {
    const ahead: Side = { base: box.baseFrom, next: box.nextFrom, step: 1, reached: this.ahead };
    const astern: Side = { base: box.baseTo - 1, next: box.nextTo - 1, step: -1, reached: this.astern };
    ahead.reached[this.center + 1] = 0;
    astern.reached[this.center + 1] = 0;
    const rows = box.baseTo - box.baseFrom;
    const columns = box.nextTo - box.nextFrom;
    const isOdd = ((rows - columns) & 1) !== 0;
    const effort = this.followed < LONG ? this.effort : Math.min(this.effort, SHORT);
    for (let d = 0; d <= effort; d++) {
      this.followed += 2 * (d + 1);
      const met = this.advance(box, ahead, astern, d, isOdd ? d - 1 : -1);
      if (met) return [box.baseFrom + met[0], box.nextFrom + met[1]];
      const metBack = this.advance(box, astern, ahead, d, isOdd ? -1 : d);
      if (metBack) return [box.baseTo - metBack[0], box.nextTo - metBack[1]];
    }
    this.precise = false;
    return this.farthest(box, effort);
  }

  /**
   * Moves one side by one edit on every diagonal.
   *
   * @param othersReach Edits made by the other side if both can meet now, -1 if not.
   * @returns where this side met the other one, as numbers of ids passed.
   */
  private advance(
    box: Box,
    side: Side,
    other: Side,
    d: number,
    othersReach: number,
  ): readonly [number, number] | null {
    const { center } = this;
    const rows = box.baseTo - box.baseFrom;
    const delta = rows - (box.nextTo - box.nextFrom);
    for (let diagonal = -d; diagonal <= d; diagonal += 2) {
      const below = side.reached[center + diagonal - 1] as number;
      const above = side.reached[center + diagonal + 1] as number;
      const start = diagonal === -d || (diagonal !== d && below < above) ? above : below + 1;
      const passed = this.slide(box, side, start, diagonal);
      side.reached[center + diagonal] = passed;
      const opposite = delta - diagonal;
      if (Math.abs(opposite) > othersReach) continue;
      if (passed + (other.reached[center + opposite] as number) >= rows) return [passed, passed - diagonal];
    }
    return null;
  }

  /** Follows equal ids along a diagonal. */
  private slide(box: Box, side: Side, start: number, diagonal: number): number {
    const { base, next } = this;
    const rows = box.baseTo - box.baseFrom;
    const columns = box.nextTo - box.nextFrom;
    let passed = start;
    let other = start - diagonal;
    while (
      passed < rows &&
      other < columns &&
      base[side.base + side.step * passed] === next[side.next + side.step * other]
    ) {
      passed++;
      other++;
    }
    return passed;
  }

  private farthest(box: Box, effort: number): readonly [base: number, next: number] {
    const rows = box.baseTo - box.baseFrom;
    const columns = box.nextTo - box.nextFrom;
    let best: readonly [number, number] = [0, 0];
    for (let diagonal = -effort; diagonal <= effort; diagonal += 2) {
      const passed = this.ahead[this.center + diagonal] as number;
      const other = passed - diagonal;
      if (passed <= rows && other <= columns && passed + other > best[0] + best[1]) best = [passed, other];
    }
    return [box.baseFrom + best[0], box.nextFrom + best[1]];
  }
}
