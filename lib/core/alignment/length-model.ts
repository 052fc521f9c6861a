/**
 * What the lengths say about a bead: log-odds of the target's length given the source's, a
 * log-normal with a share of outliers, against that of any run of as many target units.
 * After the idea of Gale and Church (1993), on logarithms of code points.
 */
import type { LevelParameters } from "./parameters";
import type { Unit } from "./tokens";

/** Log-odds from lengths in code points; `n` is the number of target units. */
export type LengthEvidence = (sourceLength: number, targetLength: number, n: number) => number;

const OUTLIER_SPREAD = 0.7;
const LEAST_SPREAD = 0.5;

/** @param ratio expected target code points per source code point. */
export function lengthEvidence(
  targets: readonly Unit[],
  ratio: number,
  level: LevelParameters,
): LengthEvidence {
  let sum = 0;
  let squares = 0;
  for (const { length } of targets) {
    sum += Math.log(length);
    squares += Math.log(length) ** 2;
  }
  const mean = sum / Math.max(1, targets.length);
  const variance = squares / Math.max(1, targets.length) - mean * mean;
  const spread = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, variance)));
  return (sourceLength, targetLength, n) => {
    const deviation = Math.log(targetLength / (ratio * sourceLength));
    const expected = level.lengthSpread ** 2 + level.lengthNoise / (2 * (sourceLength + targetLength));
    const translated =
      (1 - level.lengthOutliers) * density(deviation, Math.sqrt(expected)) +
      level.lengthOutliers * density(deviation, OUTLIER_SPREAD);
    const z = (Math.log(targetLength) - mean - Math.log(n)) / spread;
    return Math.log(translated) + (z * z) / 2 + Math.log(spread);
  };
}

/** Normal density up to the constant factor that both hypotheses share. */
const density = (deviation: number, spread: number): number =>
  Math.exp(-(deviation * deviation) / (2 * spread * spread)) / spread;
