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

/** Best score of each state of each cell, and where it came from: a shape, or the state before a gap. */
interface Table {
  readonly best: readonly [Float64Array, Float64Array, Float64Array];
  readonly back: readonly [Int8Array, Int8Array, Int8Array];
}

/** @returns Steps in document order; together they cover every unit once. */
export function bestPath(space: SearchSpace): readonly Step[] {
  const { band } = space;
  const cells = () => new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  const origins = () => new Int8Array(band.size);
  const table: Table = { best: [cells(), cells(), cells()], back: [origins(), origins(), origins()] };
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.low(i); j <= band.high(i); j++) {
      const cell = band.cell(i, j);
      fillGap(table, SOURCE_GAP, cell, band.cell(i - 1, j), space);
      fillGap(table, TARGET_GAP, cell, band.cell(i, j - 1), space);
      if (i === 0 && j === 0) table.best[BEAD][cell] = 0;
      else fillBead(table, cell, i, j, space);
    }
  }
  return traceBack(space, table);
}

function fillGap(table: Table, state: 1 | 2, cell: number, before: number, space: SearchSpace): void {
  if (before < 0) return;
  let [most, from] = [Number.NEGATIVE_INFINITY, BEAD];
  for (const previous of [BEAD, SOURCE_GAP, TARGET_GAP] as const) {
    const reached =
      (table.best[previous][before] ?? 0) + (previous === state ? space.gapExtend : space.gapOpen);
    if (reached > most) [most, from] = [reached, previous];
  }
  table.best[state][cell] = most;
  table.back[state][cell] = from;
}

function fillBead(table: Table, cell: number, i: number, j: number, { band, scores }: SearchSpace): void {
  const [bead, sourceGap, targetGap] = table.best;
  let [most, chosen] = [Number.NEGATIVE_INFINITY, 0];
  for (let shape = 0; shape < SHAPES.length; shape++) {
    const score = scores[cell * SHAPES.length + shape] ?? Number.NEGATIVE_INFINITY;
    if (score === Number.NEGATIVE_INFINITY) continue;
    const [m, n] = SHAPES[shape] ?? [1, 1];
    const before = band.cell(i - m, j - n);
    const reached = Math.max(bead[before] ?? 0, sourceGap[before] ?? 0, targetGap[before] ?? 0) + score;
    if (reached > most) [most, chosen] = [reached, shape];
  }
  table.best[BEAD][cell] = most;
  table.back[BEAD][cell] = chosen;
}

function traceBack({ band }: SearchSpace, { best, back }: Table): readonly Step[] {
  const steps: Step[] = [];
  const bestState = (cell: number): 0 | 1 | 2 => {
    const [bead, sourceGap, targetGap] = best.map((scores) => scores[cell] ?? 0) as [number, number, number];
    if (bead >= sourceGap && bead >= targetGap) return BEAD;
    return sourceGap >= targetGap ? SOURCE_GAP : TARGET_GAP;
  };
  let [i, j] = [band.rows, band.columns];
  let state = bestState(band.cell(i, j));
  while (i > 0 || j > 0) {
    const from = back[state][band.cell(i, j)] ?? 0;
    const [m, n] = state === BEAD ? (SHAPES[from] ?? [1, 1]) : state === SOURCE_GAP ? [1, 0] : [0, 1];
    const shape = state === BEAD ? from : null;
    steps.push({ sourceFrom: i - m, sourceTo: i, targetFrom: j - n, targetTo: j, shape });
    i -= m;
    j -= n;
    state = state === BEAD ? bestState(band.cell(i, j)) : (from as 0 | 1 | 2);
  }
  return steps.reverse();
}
