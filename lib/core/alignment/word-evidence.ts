/**
 * What the words say about a bead: for each unit, the sum over its tokens, each counted once
 * however many units of the other side have its counterpart.
 */
import type { Band } from "./band";
import type { Counterparts } from "./correspondences";
import { matchPairs } from "./pair-matches";
import type { Side } from "./side";
import { MOST_UNITS, type TypeWeights, weightIndex } from "./type-weights";

/** Log-odds from the words for source units [i, i+m) and target units [j, j+n). */
export type WordEvidence = (i: number, m: number, j: number, n: number) => number;

/** One side's weights, laid out by token of a unit. */
interface Tokens {
  /** Per unit: the sum without any match, for 1..4 opposite units. */
  readonly without: readonly Float64Array[];
  /** Per unit: gains, token by token, for 1..4 opposite units. */
  readonly gain: readonly Float64Array[];
}

/**
 * Gathers the matches inside the band and gives the scorer.
 *
 * @param bare log-odds of a bead whose sides share nothing at all.
 */
export function readWordEvidence(
  source: Side,
  target: Side,
  counterparts: readonly Counterparts[],
  weights: { readonly source: TypeWeights; readonly target: TypeWeights },
  band: Band,
  bare: number,
): WordEvidence {
  const [sourceTokens, targetTokens] = [layOut(source, weights.source), layOut(target, weights.target)];
  const pairs = matchPairs(source, target, counterparts, band);
  const { bits, sourceWords, targetWords } = pairs;
  const union = new Uint32Array(1 + longest(sourceWords) + longest(targetWords));
  /** Where the bits of one unit begin, one place for each unit opposite. */
  const places = new Int32Array(MOST_UNITS);

  const gainOf = (gain: Float64Array | undefined, words: number, opposite: number): number => {
    let [count, only] = [0, -1];
    for (let k = 0; k < opposite; k++) {
      const place = places[k] ?? -1;
      if (place < 0) continue;
      count += 1;
      only = place;
    }
    if (!gain || count === 0) return 0;
    if (count === 1) return sumBits(bits, only, words, gain, opposite - 1);
    unite(bits, places, opposite, words, union);
    return sumBits(union, 0, words, gain, opposite - 1);
  };

  /** Locates the matches of a source unit with target units [j, j+n); whether there are any. */
  const locateFrom = (s: number, j: number, n: number): boolean => {
    let any = false;
    for (let k = 0; k < n; k++) {
      const place = pairs.of(s, j + k);
      places[k] = place;
      if (place >= 0) any = true;
    }
    return any;
  };
  const locateTo = (t: number, i: number, m: number): void => {
    for (let k = 0; k < m; k++) {
      const place = pairs.of(i + k, t);
      places[k] = place < 0 ? place : place + (sourceWords[i + k] ?? 0);
    }
  };

  return (i, m, j, n) => {
    let score = 0;
    let sharing = 0;
    for (let s = i; s < i + m; s++) {
      if (locateFrom(s, j, n)) sharing += 1;
      score += (sourceTokens.without[s]?.[n - 1] ?? 0) + gainOf(sourceTokens.gain[s], sourceWords[s] ?? 0, n);
    }
    for (let t = j; t < j + n; t++) {
      locateTo(t, i, m);
      score += (targetTokens.without[t]?.[m - 1] ?? 0) + gainOf(targetTokens.gain[t], targetWords[t] ?? 0, m);
    }
    return sharing === 0 ? score + bare : score;
  };
}

const longest = (words: Int32Array): number => words.reduce((most, count) => Math.max(most, count), 0);

/** Bits that are set at any of the places. */
function unite(
  bits: Uint32Array,
  places: Int32Array,
  count: number,
  words: number,
  union: Uint32Array,
): void {
  union.fill(0, 0, words);
  for (let k = 0; k < count; k++) {
    const place = places[k] ?? -1;
    if (place < 0) continue;
    for (let word = 0; word < words; word++) union[word] = (union[word] ?? 0) | (bits[place + word] ?? 0);
  }
}

function sumBits(bits: Uint32Array, from: number, words: number, gain: Float64Array, column: number): number {
  let sum = 0;
  for (let word = 0; word < words; word++) {
    let rest = bits[from + word] ?? 0;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      sum += gain[((word << 5) + bit) * MOST_UNITS + column] ?? 0;
      rest &= rest - 1;
    }
  }
  return sum;
}

function layOut(side: Side, weights: TypeWeights): Tokens {
  const without: Float64Array[] = [];
  const gain: Float64Array[] = [];
  for (const types of side.typesOfUnit) {
    const sums = new Float64Array(MOST_UNITS);
    const gains = new Float64Array(types.length * MOST_UNITS);
    types.forEach((type, position) => {
      for (let k = 1; k <= MOST_UNITS; k++) {
        const at = weightIndex(type, k);
        sums[k - 1] = (sums[k - 1] ?? 0) + (weights.without[at] ?? 0);
        gains[position * MOST_UNITS + k - 1] = weights.gain[at] ?? 0;
      }
    });
    without.push(sums);
    gain.push(gains);
  }
  return { without, gain };
}
