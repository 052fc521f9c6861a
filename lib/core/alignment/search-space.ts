/**
 * What a search works on: the band, a score for every shape of bead that ends at a cell, and the
 * cost of runs without counterpart. A run costs `gapOpen` for its first unit and `gapExtend` for
 * each further one on the same side.
 */
import type { Band } from "./band";
import { SHAPES } from "./shapes";

export interface SearchSpace {
  readonly band: Band;
  /** By cell and shape; minus infinity where a bead does not fit into the band. */
  readonly scores: Float64Array;
  readonly gapOpen: number;
  readonly gapExtend: number;
}

/** Log-odds of the bead of source units [i, i+m) and target units [j, j+n), prior included. */
export type BeadScore = (i: number, m: number, j: number, n: number, shape: number) => number;

/** Scores every bead inside the band, or those of the first `shapes` shapes only. */
export function scoreBeads(band: Band, score: BeadScore, shapes = SHAPES.length): Float64Array {
  const scores = new Float64Array(band.size * SHAPES.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 1; i <= band.rows; i++) {
    for (let j = Math.max(1, band.low(i)); j <= band.high(i); j++) {
      const at = band.cell(i, j) * SHAPES.length;
      for (let shape = 0; shape < shapes; shape++) {
        const [m, n] = SHAPES[shape] ?? [1, 1];
        if (band.cell(i - m, j - n) >= 0) scores[at + shape] = score(i - m, m, j - n, n, shape);
      }
    }
  }
  return scores;
}
