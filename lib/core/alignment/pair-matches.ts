/** Which tokens of two units match, for every pair of units that a band can bring together. */
import type { Band } from "./band";
import type { Counterparts } from "./correspondences";
import type { Side, Type } from "./side";
import { MOST_UNITS } from "./type-weights";

/**
 * Matches of pairs of units as bits, one for each token's position in its unit: first those of the
 * source unit, then those of the target unit. All pairs share one array.
 */
export interface PairTable {
  readonly bits: Uint32Array;
  /** Where the bits of source unit i and target unit j begin; -1 if they have none in common. */
  of(i: number, j: number): number;
  /** Words of bits that a unit takes. */
  readonly sourceWords: Int32Array;
  readonly targetWords: Int32Array;
}

/** Marks the matches of all pairs near the band. */
export function matchPairs(
  source: Side,
  target: Side,
  counterparts: readonly Counterparts[],
  band: Band,
): PairTable {
  const rows = layRows(source.units.length, target.units.length, band);
  const [sourceWords, targetWords] = [wordsOf(source), wordsOf(target)];
  const places = new Int32Array(rows.size).fill(-1);
  const arena = new Arena(rows.size);
  const placeOf = (key: number, words: number): number => {
    const known = places[key] ?? -1;
    if (known >= 0) return known;
    const place = arena.take(words);
    places[key] = place;
    return place;
  };
  const mark = (type: Type, at: number, other: Type) => {
    const unit = type.units[at] ?? 0;
    const [from, to, start] = [rows.from[unit] ?? 0, rows.to[unit] ?? 0, rows.start[unit] ?? 0];
    const words = sourceWords[unit] ?? 0;
    for (let k = firstAtLeast(other.units, from); k < other.units.length; k++) {
      const otherUnit = other.units[k] ?? to;
      if (otherUnit >= to) break;
      const place = placeOf(start + otherUnit - from, words + (targetWords[otherUnit] ?? 0));
      arena.set(place, type.positions[at] ?? 0);
      arena.set(place + words, other.positions[k] ?? 0);
    }
  };
  source.types.forEach((type, number) => {
    for (const match of counterparts[number]?.keys() ?? []) {
      const other = target.types[match];
      for (let at = 0; other && at < type.units.length; at++) mark(type, at, other);
    }
  });
  return {
    bits: arena.bits,
    sourceWords,
    targetWords,
    of: (i, j) => {
      const from = rows.from[i] ?? 0;
      return j < from || j >= (rows.to[i] ?? 0) ? -1 : (places[(rows.start[i] ?? 0) + j - from] ?? -1);
    },
  };
}

/** One array of bits that grows: an array for each pair would keep the collector of memory busy. */
class Arena {
  bits: Uint32Array;
  private end = 0;

  constructor(expected: number) {
    this.bits = new Uint32Array(Math.max(16, expected));
  }

  /** Takes words of zeros; gives where they begin. */
  take(words: number): number {
    const place = this.end;
    this.end += words;
    if (this.end > this.bits.length) {
      const larger = new Uint32Array(Math.max(this.end, this.bits.length * 2));
      larger.set(this.bits);
      this.bits = larger;
    }
    return place;
  }

  set(place: number, position: number): void {
    const word = place + (position >> 5);
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (position & 31));
  }
}

const wordsOf = (side: Side): Int32Array =>
  Int32Array.from(side.typesOfUnit, (types) => (types.length + 31) >> 5);

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

function firstAtLeast(values: readonly number[], least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
