/** One step of turning a hypothesis into a reference. */
export type EditStep = "keep" | "replace" | "insert" | "delete";

export interface Edits {
  readonly count: number;
  /** From the beginning to the end. */
  readonly steps: readonly EditStep[];
  /** Costs of all cells, row by row (hypothesis words passed), for `countFrom`. */
  readonly costs: Float64Array;
}

const BEAM = 25;
const NEVER = 1e16;

/** Values of a cell: its last step. */
const KEEP = 1;
const REPLACE = 2;
const DELETE = 3;
const INSERT = 4;
const STEPS: readonly EditStep[] = ["keep", "keep", "replace", "delete", "insert"];

/**
 * Fewest edits of words (insert, delete, replace, 1 each) that lead from a hypothesis to a reference, within
 * 25 cells of the diagonal as in sacreBLEU. Ids stand for words.
 *
 * Of ways of one cost replacing is preferred to deleting and deleting to inserting; TER's shifts depend on it.
 */
export function beamEdits(hypothesis: Int32Array, reference: Int32Array): Edits {
  const width = reference.length + 1;
  const costs = new Float64Array((hypothesis.length + 1) * width).fill(NEVER);
  const last = new Uint8Array(costs.length);
  for (let column = 0; column < width; column++) {
    costs[column] = column;
    last[column] = INSERT;
  }
  for (let row = 1; row <= hypothesis.length; row++) {
    const above = costs.subarray((row - 1) * width, row * width);
    const here = costs.subarray(row * width, (row + 1) * width);
    fillRow(hypothesis, reference, row, above, here, last.subarray(row * width, (row + 1) * width));
  }
  return { count: costs.at(-1) ?? 0, steps: traceBack(last, hypothesis.length, width), costs };
}

/**
 * The number of edits for another order of the same words, from the costs of the first order.
 *
 * @param rows So many words at the beginning stand as in the first order.
 */
export function countFrom(
  costs: Float64Array,
  hypothesis: Int32Array,
  reference: Int32Array,
  rows: number,
): number {
  const width = reference.length + 1;
  let above = costs.slice(rows * width, (rows + 1) * width);
  let here = new Float64Array(width);
  const last = new Uint8Array(width);
  for (let row = rows + 1; row <= hypothesis.length; row++) {
    here.fill(NEVER);
    fillRow(hypothesis, reference, row, above, here, last);
    [above, here] = [here, above];
  }
  return above[width - 1] ?? 0;
}

function fillRow(
  hypothesis: Int32Array,
  reference: Int32Array,
  row: number,
  above: Float64Array,
  here: Float64Array,
  last: Uint8Array,
): void {
  const word = hypothesis[row - 1];
  const [from, to] = beamOf(row, hypothesis.length, reference.length);
  if (from === 0) {
    here[0] = (above[0] as number) + 1;
    last[0] = DELETE;
  }
  for (let column = Math.max(1, from); column < to; column++) {
    const isEqual = word === reference[column - 1];
    let best = (above[column - 1] as number) + (isEqual ? 0 : 1);
    let step = isEqual ? KEEP : REPLACE;
    const deleted = (above[column] as number) + 1;
    if (deleted < best) {
      best = deleted;
      step = DELETE;
    }
    const inserted = (here[column - 1] as number) + 1;
    if (inserted < best) {
      best = inserted;
      step = INSERT;
    }
    if (best >= NEVER) continue;
    here[column] = best;
    last[column] = step;
  }
}

/** Half-open range of columns that are looked at in a row. */
function beamOf(row: number, rows: number, columns: number): readonly [from: number, to: number] {
  const ratio = columns / rows;
  const beam = BEAM < ratio / 2 ? Math.ceil(ratio / 2 + BEAM) : BEAM;
  const diagonal = Math.floor(row * ratio);
  return [Math.max(0, diagonal - beam), row === rows ? columns + 1 : Math.min(columns + 1, diagonal + beam)];
}

function traceBack(last: Uint8Array, rows: number, width: number): readonly EditStep[] {
  const steps: EditStep[] = [];
  let [row, column] = [rows, width - 1];
  while (row > 0 || column > 0) {
    const step = last[row * width + column] as number;
    if (step === 0) throw new Error("the beam never reached this cell");
    steps.push(STEPS[step] ?? "keep");
    if (step !== INSERT) row--;
    if (step !== DELETE) column--;
  }
  return steps.reverse();
}
