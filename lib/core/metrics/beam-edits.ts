/** One step of turning a hypothesis into a reference. */
export type EditStep = "keep" | "replace" | "insert" | "delete";

export interface Edits {
  readonly count: number;
  /** From the beginning to the end. */
  readonly steps: readonly EditStep[];
}

const BEAM = 25;
const NEVER = 1e16;

/** Bits of a cell: the last step. */
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
  const ratio = hypothesis.length > 0 ? reference.length / hypothesis.length : 1;
  const beam = BEAM < ratio / 2 ? Math.ceil(ratio / 2 + BEAM) : BEAM;
  for (let row = 1; row <= hypothesis.length; row++) {
    const diagonal = Math.floor(row * ratio);
    const from = Math.max(0, diagonal - beam);
    const to = row === hypothesis.length ? width : Math.min(width, diagonal + beam);
    fillRow({ hypothesis, reference, costs, last }, row, from, to);
  }
  return { count: costs.at(-1) ?? 0, steps: traceBack(last, hypothesis.length, width) };
}

interface Table {
  readonly hypothesis: Int32Array;
  readonly reference: Int32Array;
  readonly costs: Float64Array;
  readonly last: Uint8Array;
}

function fillRow({ hypothesis, reference, costs, last }: Table, row: number, from: number, to: number): void {
  const width = reference.length + 1;
  const word = hypothesis[row - 1];
  const offer = (at: number, cost: number, step: number): void => {
    if (cost >= (costs[at] as number)) return;
    costs[at] = cost;
    last[at] = step;
  };
  for (let column = from; column < to; column++) {
    const at = row * width + column;
    const isEqual = column > 0 && word === reference[column - 1];
    if (isEqual) offer(at, costs[at - width - 1] as number, KEEP);
    else if (column > 0) offer(at, (costs[at - width - 1] as number) + 1, REPLACE);
    offer(at, (costs[at - width] as number) + 1, DELETE);
    if (column > 0) offer(at, (costs[at - 1] as number) + 1, INSERT);
  }
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
