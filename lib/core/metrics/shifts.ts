import { beamEdits, countFrom, type EditStep } from "./beam-edits";

/** Limits of tercom, and sacreBLEU's own on the number of shifts tried for one sentence. */
const LONGEST_SHIFT = 10;
const FARTHEST_SHIFT = 50;
export const MOST_CANDIDATES = 1000;

export interface Shift {
  /** How many edits it saves; not above 0 if none helps. */
  readonly gain: number;
  readonly words: Int32Array;
  /** Shifts tried so far for this sentence. */
  readonly tried: number;
}

interface Candidate {
  readonly gain: number;
  readonly length: number;
  readonly start: number;
  readonly target: number;
  readonly words: Int32Array;
}

/**
 * The best move of a block of words of the hypothesis to where the reference has it. Candidates and their
 * ranking are tercom's: the greatest gain, then the longest block, then the first one, then the first place.
 */
export function bestShift(hypothesis: Int32Array, reference: Int32Array, triedBefore: number): Shift {
  const before = beamEdits(hypothesis, reference);
  const alignment = alignmentOf(before.steps);
  let tried = triedBefore;
  let best: Candidate | null = null;
  for (const block of sharedBlocks(hypothesis, reference)) {
    if (!isMisplaced(block, alignment)) continue;
    for (const target of targetsOf(block, alignment.places)) {
      const words = moveBlock(hypothesis, block.start, block.length, target);
      const unmoved = Math.min(block.start, target);
      const gain = before.count - countFrom(before.costs, words, reference, unmoved);
      const candidate = { gain, length: block.length, start: block.start, target, words };
      tried++;
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    if (tried >= MOST_CANDIDATES) break;
  }
  return best ? { gain: best.gain, words: best.words, tried } : { gain: 0, words: hypothesis, tried };
}

function isBetter(one: Candidate, other: Candidate): boolean {
  const difference =
    one.gain - other.gain ||
    one.length - other.length ||
    other.start - one.start ||
    other.target - one.target;
  return difference > 0;
}

interface Alignment {
  /** For every reference word the hypothesis word it is aligned to, or the one before; -1 before the first. */
  readonly places: readonly number[];
  readonly wrongInReference: readonly boolean[];
  readonly wrongInHypothesis: readonly boolean[];
}

function alignmentOf(steps: readonly EditStep[]): Alignment {
  const places: number[] = [];
  const wrongInReference: boolean[] = [];
  const wrongInHypothesis: boolean[] = [];
  for (const step of steps) {
    const isWrong = step !== "keep";
    if (step !== "insert") wrongInHypothesis.push(isWrong);
    if (step === "delete") continue;
    wrongInReference.push(isWrong);
    places.push(wrongInHypothesis.length - 1);
  }
  return { places, wrongInReference, wrongInHypothesis };
}

interface Block {
  readonly start: number;
  readonly reference: number;
  readonly length: number;
}

/** Every run of words that stands in both, with all its beginnings, not too long and not too far away. */
function* sharedBlocks(hypothesis: Int32Array, reference: Int32Array): Generator<Block> {
  for (let start = 0; start < hypothesis.length; start++) {
    const last = Math.min(reference.length - 1, start + FARTHEST_SHIFT);
    for (let other = Math.max(0, start - FARTHEST_SHIFT); other <= last; other++) {
      const most = Math.min(LONGEST_SHIFT, hypothesis.length - start, reference.length - other);
      for (let at = 0; at < most && hypothesis[start + at] === reference[other + at]; at++) {
        yield { start, reference: other, length: at + 1 };
      }
    }
  }
}

/** Only what is wrong in both texts, and not already where it belongs, is worth a shift. */
function isMisplaced({ start, reference, length }: Block, alignment: Alignment): boolean {
  const { places, wrongInHypothesis, wrongInReference } = alignment;
  const place = places[reference] as number;
  if (start <= place && place < start + length) return false;
  return (
    isWrongWithin(wrongInHypothesis, start, length) && isWrongWithin(wrongInReference, reference, length)
  );
}

function isWrongWithin(wrong: readonly boolean[], from: number, length: number): boolean {
  for (let at = from; at < from + length; at++) if (wrong[at]) return true;
  return false;
}

function* targetsOf({ reference, length }: Block, places: readonly number[]): Generator<number> {
  let last = -1;
  for (let offset = -1; offset < length; offset++) {
    const at = reference + offset;
    const place = at === -1 ? -1 : places[at];
    if (place === undefined) return;
    if (place + 1 !== last) yield place + 1;
    last = place + 1;
  }
}

function moveBlock(words: Int32Array, start: number, length: number, target: number): Int32Array {
  // A target within the block counts from the block's beginning, as in tercom.
  const wanted = target > start + length ? target - length : target;
  const at = Math.min(wanted, words.length - length);
  const moved = new Int32Array(words.length);
  const block = words.subarray(start, start + length);
  if (at < start) {
    moved.set(words);
    moved.set(words.subarray(at, start), at + length);
  } else {
    moved.set(words);
    moved.set(words.subarray(start + length, at + length), start);
  }
  moved.set(block, at);
  return moved;
}
