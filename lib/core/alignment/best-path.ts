/** The best sequence of beads through a search space: dynamic programming with three states. */
import type { SearchSpace } from "./search-space";
import { SHAPES } from "./shapes";

/** One step of a path; `shape` is null for a single unit without counterpart. */
export interface Step {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
  readonly shape: number | null;
}

/** States: after a bead, in a run of source units, in a run of target units. */
const BEAD = 0;
const SOURCE_GAP = 1;
const TARGET_GAP = 2;

/** @returns Steps in document order; together they cover every unit once. */
export function bestPath(space: SearchSpace): readonly Step[] {
  const { band, scores, gapOpen, gapExtend } = space;
  const best = [0, 1, 2].map(() => new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY));
  const back = [0, 1, 2].map(() => new Int8Array(band.size));
  const value = (state: number, cell: number): number =>
    cell < 0 ? Number.NEGATIVE_INFINITY : (best[state]?.[cell] ?? Number.NEGATIVE_INFINITY);
  const put = (state: number, cell: number, score: number, from: number) => {
    const [bests, backs] = [best[state], back[state]];
    if (bests) bests[cell] = score;
    if (backs) backs[cell] = from;
  };
  const gap = (state: number, cell: number, before: number) => {
    if (before < 0) return;
    let [score, from] = [Number.NEGATIVE_INFINITY, BEAD];
    for (const previous of [BEAD, SOURCE_GAP, TARGET_GAP]) {
      const reached = value(previous, before) + (previous === state ? gapExtend : gapOpen);
      if (reached > score) [score, from] = [reached, previous];
    }
    put(state, cell, score, from);
  };

  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.low(i); j <= band.high(i); j++) {
      const cell = band.cell(i, j);
      if (i === 0 && j === 0) {
        put(BEAD, cell, 0, 0);
        continue;
      }
      gap(SOURCE_GAP, cell, band.cell(i - 1, j));
      gap(TARGET_GAP, cell, band.cell(i, j - 1));
      let [most, chosen] = [Number.NEGATIVE_INFINITY, 0];
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const score = scores[cell * SHAPES.length + shape] ?? Number.NEGATIVE_INFINITY;
        if (score === Number.NEGATIVE_INFINITY) continue;
        const [m, n] = SHAPES[shape] ?? [1, 1];
        const before = band.cell(i - m, j - n);
        const reached = Math.max(value(0, before), value(1, before), value(2, before)) + score;
        if (reached > most) [most, chosen] = [reached, shape];
      }
      put(BEAD, cell, most, chosen);
    }
  }
  return traceBack(space, best, back);
}

function traceBack(
  { band }: SearchSpace,
  best: readonly Float64Array[],
  back: readonly Int8Array[],
): readonly Step[] {
  const steps: Step[] = [];
  const bestState = (cell: number): number => {
    let state = BEAD;
    for (const other of [SOURCE_GAP, TARGET_GAP]) {
      if ((best[other]?.[cell] ?? 0) > (best[state]?.[cell] ?? 0)) state = other;
    }
    return state;
  };
  let [i, j] = [band.rows, band.columns];
  let state = bestState(band.cell(i, j));
  while (i > 0 || j > 0) {
    const from = back[state]?.[band.cell(i, j)] ?? 0;
    const [m, n] = state === BEAD ? (SHAPES[from] ?? [1, 1]) : state === SOURCE_GAP ? [1, 0] : [0, 1];
    const shape = state === BEAD ? from : null;
    steps.push({ sourceFrom: i - m, sourceTo: i, targetFrom: j - n, targetTo: j, shape });
    i -= m;
    j -= n;
    state = state === BEAD ? bestState(band.cell(i, j)) : from;
  }
  return steps.reverse();
}
