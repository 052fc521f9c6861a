/**
 * The plain baseline: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora",
 * Computational Linguistics 19(1), 1993, with the paper's constants, on lengths in characters.
 */
export type Pairing = readonly [readonly number[], readonly number[]];

const SHAPES: ReadonlyArray<readonly [number, number, number]> = [
  [1, 1, 0.89],
  [1, 0, 0.00495],
  [0, 1, 0.00495],
  [2, 1, 0.0445],
  [1, 2, 0.0445],
  [2, 2, 0.011],
];
const VARIANCE = 6.8;

export function galeChurch(source: readonly string[], target: readonly string[]): readonly Pairing[] {
  const [sourceSums, targetSums] = [sums(source), sums(target)];
  const width = target.length + 1;
  const cost = new Float64Array((source.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const chosen = new Int8Array(cost.length);
  cost[0] = 0;
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      SHAPES.forEach(([m, n, prior], shape) => {
        if (m > i || n > j) return;
        const lengths = [
          (sourceSums[i] ?? 0) - (sourceSums[i - m] ?? 0),
          (targetSums[j] ?? 0) - (targetSums[j - n] ?? 0),
        ] as const;
        const total = (cost[(i - m) * width + j - n] ?? 0) - Math.log(prior) + mismatch(...lengths);
        if (total >= (cost[i * width + j] ?? 0)) return;
        cost[i * width + j] = total;
        chosen[i * width + j] = shape;
      });
    }
  }
  return trace(chosen, width, source.length, target.length);
}

function sums(texts: readonly string[]): Float64Array {
  const totals = new Float64Array(texts.length + 1);
  texts.forEach((text, k) => {
    totals[k + 1] = (totals[k] ?? 0) + text.length;
  });
  return totals;
}

/** Negative logarithm of the probability of so great a difference in length. */
function mismatch(source: number, target: number): number {
  const mean = (source + target) / 2;
  if (mean === 0) return 0;
  const z = Math.abs(target - source) / Math.sqrt(mean * VARIANCE);
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return -Math.log(Math.max(2 * tail, 1e-300));
}

function trace(chosen: Int8Array, width: number, sources: number, targets: number): readonly Pairing[] {
  const pairings: Pairing[] = [];
  let [i, j] = [sources, targets];
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
  while (i > 0 || j > 0) {
    const [m, n] = SHAPES[chosen[i * width + j] ?? 0] ?? [1, 1];
    pairings.push([range(i - m, i), range(j - n, j)]);
    i -= m;
    j -= n;
  }
  return pairings.reverse();
}
