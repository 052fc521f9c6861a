/**
 * How probable each bead is, given all paths: forwards and backwards through a search space.
 * Unlike the best path alone this tells a sure bead from one that won by a hair.
 */
import type { SearchSpace } from "./search-space";
import { SHAPES } from "./shapes";

export interface Posteriors {
  /** Probability of the bead of a shape that ends before source unit i and target unit j. */
  bead(i: number, j: number, shape: number): number;
  /** Probability that source unit i-1 has no counterpart, with j target units done before it. */
  sourceGap(i: number, j: number): number;
  /** Probability that target unit j-1 has no counterpart, with i source units done before it. */
  targetGap(i: number, j: number): number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Sums in the logarithm, with the three states of the best path. */
export function posteriors(space: SearchSpace): Posteriors {
  const forward = sweepForward(space);
  const backward = sweepBackward(space);
  const { band, scores, gapOpen, gapExtend } = space;
  const total = at(forward.reached, band.cell(band.rows, band.columns));
  const probability = (log: number): number => (log === NEVER ? 0 : Math.min(1, Math.exp(log - total)));
  const gapMass = (
    before: number,
    cell: number,
    same: Float64Array,
    other: Float64Array,
    after: Float64Array,
  ) => {
    const opened = logSum2(at(forward.bead, before), at(other, before)) + gapOpen;
    return probability(logSum2(opened, at(same, before) + gapExtend) + at(after, cell));
  };
  return {
    bead: (i, j, shape) => {
      const cell = band.cell(i, j);
      const score = scores[cell * SHAPES.length + shape] ?? NEVER;
      if (score === NEVER) return 0;
      const [m, n] = SHAPES[shape] ?? [1, 1];
      return probability(at(forward.reached, band.cell(i - m, j - n)) + score + at(backward.bead, cell));
    },
    sourceGap: (i, j) =>
      gapMass(band.cell(i - 1, j), band.cell(i, j), forward.sourceGap, forward.targetGap, backward.sourceGap),
    targetGap: (i, j) =>
      gapMass(band.cell(i, j - 1), band.cell(i, j), forward.targetGap, forward.sourceGap, backward.targetGap),
  };
}

const at = (values: Float64Array, cell: number): number => (cell < 0 ? NEVER : (values[cell] ?? NEVER));

/** Logarithms of the weight of all ways, by the state of a cell. */
interface States {
  readonly bead: Float64Array;
  readonly sourceGap: Float64Array;
  readonly targetGap: Float64Array;
  /** Any of the three. */
  readonly reached: Float64Array;
}

function emptyStates(size: number): States {
  const state = () => new Float64Array(size).fill(NEVER);
  return { bead: state(), sourceGap: state(), targetGap: state(), reached: state() };
}

/** All ways from the beginning to a state of a cell. */
function sweepForward({ band, scores, gapOpen, gapExtend }: SearchSpace): States {
  const states = emptyStates(band.size);
  const { bead, sourceGap, targetGap, reached } = states;
  const terms = new Float64Array(SHAPES.length);
  const beadInto = (i: number, j: number, cell: number): number => {
    for (let shape = 0; shape < SHAPES.length; shape++) {
      const score = scores[cell * SHAPES.length + shape] ?? NEVER;
      const [m, n] = SHAPES[shape] ?? [1, 1];
      terms[shape] = score === NEVER ? NEVER : at(reached, band.cell(i - m, j - n)) + score;
    }
    return logSum(terms);
  };
  const gapInto = (same: Float64Array, other: Float64Array, before: number): number =>
    logSum3(at(bead, before) + gapOpen, at(same, before) + gapExtend, at(other, before) + gapOpen);
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.low(i); j <= band.high(i); j++) {
      const cell = band.cell(i, j);
      sourceGap[cell] = gapInto(sourceGap, targetGap, band.cell(i - 1, j));
      targetGap[cell] = gapInto(targetGap, sourceGap, band.cell(i, j - 1));
      bead[cell] = i === 0 && j === 0 ? 0 : beadInto(i, j, cell);
      reached[cell] = logSum3(at(bead, cell), at(sourceGap, cell), at(targetGap, cell));
    }
  }
  return states;
}

/** All ways from a state of a cell to the end. */
function sweepBackward({ band, scores, gapOpen, gapExtend }: SearchSpace): States {
  const states = emptyStates(band.size);
  const { bead, sourceGap, targetGap } = states;
  const terms = new Float64Array(SHAPES.length);
  const beadFrom = (i: number, j: number): number => {
    for (let shape = 0; shape < SHAPES.length; shape++) {
      const [m, n] = SHAPES[shape] ?? [1, 1];
      const after = i + m > band.rows ? -1 : band.cell(i + m, j + n);
      terms[shape] = after < 0 ? NEVER : (scores[after * SHAPES.length + shape] ?? NEVER) + at(bead, after);
    }
    return logSum(terms);
  };
  for (let i = band.rows; i >= 0; i--) {
    for (let j = band.high(i); j >= band.low(i); j--) {
      const cell = band.cell(i, j);
      const onward = i === band.rows && j === band.columns ? 0 : beadFrom(i, j);
      const below = i < band.rows ? at(sourceGap, band.cell(i + 1, j)) : NEVER;
      const right = at(targetGap, band.cell(i, j + 1));
      bead[cell] = logSum3(onward, below + gapOpen, right + gapOpen);
      sourceGap[cell] = logSum3(onward, below + gapExtend, right + gapOpen);
      targetGap[cell] = logSum3(onward, below + gapOpen, right + gapExtend);
    }
  }
  return states;
}

const logSum2 = (a: number, b: number): number => logSum3(a, b, NEVER);

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
