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
  const sourceTokens = layOut(source, weights.source);
  const targetTokens = layOut(target, weights.target);
  const pairs = matchPairs(source, target, counterparts, band);
  const widest = Math.max(1, ...[source, target].flatMap((side) => longest(side)));
  const union = new Uint32Array((widest + 31) >> 5);

  const unitScore = (
    tokens: Tokens,
    unit: number,
    opposite: number,
    matchesWith: (k: number) => Uint32Array | undefined,
  ): number => {
    let score = tokens.without[unit]?.[opposite - 1] ?? 0;
    const gain = tokens.gain[unit];
    if (!gain) return score;
    let bits: Uint32Array | undefined;
    for (let k = 0; k < opposite; k++) {
      const matches = matchesWith(k);
      if (!matches) continue;
      if (!bits && opposite === 1) bits = matches;
      else bits = merge(union, matches, bits === undefined);
    }
    if (bits) score += sumBits(bits, wordsOf(gain), gain, opposite - 1);
    return score;
  };

  const shareNothing = (i: number, m: number, j: number, n: number): boolean => {
    for (let s = i; s < i + m; s++) for (let t = j; t < j + n; t++) if (pairs.of(s, t)) return false;
    return true;
  };

  return (i, m, j, n) => {
    let score = shareNothing(i, m, j, n) ? bare : 0;
    for (let s = i; s < i + m; s++) {
      score += unitScore(sourceTokens, s, n, (k) => pairs.of(s, j + k)?.source);
    }
    for (let t = j; t < j + n; t++) {
      score += unitScore(targetTokens, t, m, (k) => pairs.of(i + k, t)?.target);
    }
    return score;
  };
}

const wordsOf = (gain: Float64Array): number => (gain.length / MOST_UNITS + 31) >> 5;

function longest(side: Side): number {
  let most = 0;
  for (const types of side.typesOfUnit) most = Math.max(most, types.length);
  return most;
}

function merge(union: Uint32Array, matches: Uint32Array, first: boolean): Uint32Array {
  if (first) union.fill(0);
  for (let word = 0; word < matches.length; word++) union[word] = (union[word] ?? 0) | (matches[word] ?? 0);
  return union;
}

function sumBits(bits: Uint32Array, words: number, gain: Float64Array, column: number): number {
  let sum = 0;
  for (let word = 0; word < words; word++) {
    let rest = bits[word] ?? 0;
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
