/** Shapes of beads with two sides: number of source units, number of target units. */
export const SHAPES: ReadonlyArray<readonly [number, number]> = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
  [1, 4],
  [4, 1],
  [2, 3],
  [3, 2],
];

/** Place of a shape's prior in `LevelParameters.priors`: 1-1, 1-2, 1-3, 1-4, 2-2, 2-3. */
export function priorIndex(m: number, n: number): number {
  if (Math.min(m, n) === 1) return Math.max(m, n) - 1;
  return m + n;
}
