/**
 * How probable each bead is, given all paths: forwards and backwards through a search space.
 * Unlike the best path alone this tells a sure bead from one that won by a hair.
 */
import type { SearchSpace } from "./search-space";
import { SHAPES } from "./shapes";

export interface Posteriors {
  /** Probability of a bead, by cell at its end and shape. */
  bead(cell: number, shape: number): number;
  /** Probability that source unit i-1 (or target unit j-1) has no counterpart, at that cell. */
  sourceGap(cell: number): number;
  targetGap(cell: number): number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Sums in the logarithm, three states as in the best path. */
export function posteriors(space: SearchSpace): Posteriors {
  const forward = sweepForward(space);
  const { band, scores, gapOpen, gapExtend } = space;
  const backward = sweepBackward(space);
  const end = band.cell(band.rows, band.columns);
  const total = logSum3(at(forward[0], end), at(forward[1], end), at(forward[2], end));
  const probability = (log: number): number => (log === NEVER ? 0 : Math.min(1, Math.exp(log - total)));
  const place = cellPlaces(space);
  const gapMass = (cell: number, state: 1 | 2): number => {
    const [i, j] = place(cell);
    const before = state === 1 ? band.cell(i - 1, j) : band.cell(i, j - 1);
    if (before < 0) return 0;
    const opened = logSum3(at(forward[0], before), at(forward[3 - state], before), NEVER) + gapOpen;
    const entered = logSum3(opened, at(forward[state], before) + gapExtend, NEVER);
    return probability(entered + at(backward[state], cell));
  };
  return {
    bead: (cell, shape) => {
      const score = scores[cell * SHAPES.length + shape] ?? NEVER;
      if (score === NEVER) return 0;
      const [i, j] = place(cell);
      const [m, n] = SHAPES[shape] ?? [1, 1];
      const before = band.cell(i - m, j - n);
      const reached = logSum3(at(forward[0], before), at(forward[1], before), at(forward[2], before));
      return probability(reached + score + at(backward[0], cell));
    },
    sourceGap: (cell) => gapMass(cell, 1),
    targetGap: (cell) => gapMass(cell, 2),
  };
}

const at = (values: Float64Array | undefined, cell: number): number =>
  cell < 0 ? NEVER : (values?.[cell] ?? NEVER);

function cellPlaces({ band }: SearchSpace): (cell: number) => readonly [number, number] {
  const rowOf = new Int32Array(band.size);
  for (let i = 0; i <= band.rows; i++)
    rowOf.fill(i, band.cell(i, band.low(i)), band.cell(i, band.high(i)) + 1);
  return (cell) => {
    const row = rowOf[cell] ?? 0;
    return [row, band.low(row) + cell - band.cell(row, band.low(row))];
  };
}

function sweepForward({ band, scores, gapOpen, gapExtend }: SearchSpace): readonly Float64Array[] {
  const states = [0, 1, 2].map(() => new Float64Array(band.size).fill(NEVER));
  const [bead, sourceGap, targetGap] = states as [Float64Array, Float64Array, Float64Array];
  const terms = new Float64Array(SHAPES.length);
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.low(i); j <= band.high(i); j++) {
      const cell = band.cell(i, j);
      if (i === 0 && j === 0) {
        bead[cell] = 0;
        continue;
      }
      const above = band.cell(i - 1, j);
      sourceGap[cell] = logSum3(
        at(bead, above) + gapOpen,
        at(sourceGap, above) + gapExtend,
        at(targetGap, above) + gapOpen,
      );
      const aside = band.cell(i, j - 1);
      targetGap[cell] = logSum3(
        at(bead, aside) + gapOpen,
        at(targetGap, aside) + gapExtend,
        at(sourceGap, aside) + gapOpen,
      );
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const score = scores[cell * SHAPES.length + shape] ?? NEVER;
        const [m, n] = SHAPES[shape] ?? [1, 1];
        const before = score === NEVER ? -1 : band.cell(i - m, j - n);
        terms[shape] =
          before < 0
            ? NEVER
            : score + logSum3(at(bead, before), at(sourceGap, before), at(targetGap, before));
      }
      bead[cell] = logSum(terms);
    }
  }
  return states;
}

/** Logarithm of the weight of all ways from a state of a cell to the end. */
function sweepBackward({ band, scores, gapOpen, gapExtend }: SearchSpace): readonly Float64Array[] {
  const states = [0, 1, 2].map(() => new Float64Array(band.size).fill(NEVER));
  const [bead, sourceGap, targetGap] = states as [Float64Array, Float64Array, Float64Array];
  const terms = new Float64Array(SHAPES.length);
  for (let i = band.rows; i >= 0; i--) {
    for (let j = band.high(i); j >= band.low(i); j--) {
      const cell = band.cell(i, j);
      if (i === band.rows && j === band.columns) {
        for (const state of states) state[cell] = 0;
        continue;
      }
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const [m, n] = SHAPES[shape] ?? [1, 1];
        const after = i + m > band.rows ? -1 : band.cell(i + m, j + n);
        terms[shape] = after < 0 ? NEVER : (scores[after * SHAPES.length + shape] ?? NEVER) + at(bead, after);
      }
      const onward = logSum(terms);
      const below = i < band.rows ? at(sourceGap, band.cell(i + 1, j)) : NEVER;
      const right = at(targetGap, band.cell(i, j + 1));
      bead[cell] = logSum3(onward, below + gapOpen, right + gapOpen);
      sourceGap[cell] = logSum3(onward, below + gapExtend, right + gapOpen);
      targetGap[cell] = logSum3(onward, below + gapOpen, right + gapExtend);
    }
  }
  return states;
}

function logSum3(a: number, b: number, c: number): number {
  const most = Math.max(a, b, c);
  return most === NEVER
    ? NEVER
    : most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most));
}

function logSum(terms: Float64Array): number {
  let most = NEVER;
  for (const term of terms) if (term > most) most = term;
  if (most === NEVER) return NEVER;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
