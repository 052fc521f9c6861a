/** Which tokens of two units match, for every pair of units that a band can bring together. */
import type { Band } from "./band";
import type { Counterparts } from "./correspondences";
import type { Side, Type } from "./side";
import { MOST_UNITS } from "./type-weights";

/** Matched tokens of a pair of units, one bit for each token's position in its unit. */
export interface PairMatches {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

export interface PairTable {
  /** The matches of source unit i and target unit j; undefined if they have none. */
  of(i: number, j: number): PairMatches | undefined;
}

/** Marks the matches of all pairs near the band. */
export function matchPairs(
  source: Side,
  target: Side,
  counterparts: readonly Counterparts[],
  band: Band,
): PairTable {
  const rows = layRows(source.units.length, target.units.length, band);
  const pairs = new Array<PairMatches | undefined>(rows.size);
  const mark = (type: Type, at: number, other: Type) => {
    const unit = type.units[at] ?? 0;
    const [from, to, start] = [rows.from[unit] ?? 0, rows.to[unit] ?? 0, rows.start[unit] ?? 0];
    for (let k = firstAtLeast(other.units, from); k < other.units.length; k++) {
      const otherUnit = other.units[k] ?? to;
      if (otherUnit >= to) break;
      const key = start + otherUnit - from;
      let pair = pairs[key];
      if (!pair) {
        pair = { source: bitsFor(source, unit), target: bitsFor(target, otherUnit) };
        pairs[key] = pair;
      }
      setBit(pair.source, type.positions[at] ?? 0);
      setBit(pair.target, other.positions[k] ?? 0);
    }
  };
  source.types.forEach((type, number) => {
    for (const match of counterparts[number]?.keys() ?? []) {
      const other = target.types[match];
      for (let at = 0; other && at < type.units.length; at++) mark(type, at, other);
    }
  });
  return {
    of: (i, j) => {
      const from = rows.from[i] ?? 0;
      return j < from || j >= (rows.to[i] ?? 0) ? undefined : pairs[(rows.start[i] ?? 0) + j - from];
    },
  };
}

/** For each source unit the target units [from, to) that it can share a bead with, and where its row starts. */
function layRows(sources: number, targets: number, band: Band) {
  const from = new Int32Array(sources);
  const to = new Int32Array(sources);
  const start = new Int32Array(sources);
  let size = 0;
  for (let unit = 0; unit < sources; unit++) {
    from[unit] = Math.max(0, band.low(Math.max(0, unit - MOST_UNITS)) - MOST_UNITS);
    to[unit] = Math.min(targets, band.high(Math.min(sources, unit + MOST_UNITS)) + MOST_UNITS);
    start[unit] = size;
    size += (to[unit] ?? 0) - (from[unit] ?? 0);
  }
  return { from, to, start, size };
}

const bitsFor = (side: Side, unit: number): Uint32Array =>
  new Uint32Array(((side.typesOfUnit[unit]?.length ?? 0) + 31) >> 5);

function setBit(bits: Uint32Array, position: number): void {
  bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
}

function firstAtLeast(values: readonly number[], least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
