import { sentenceSpans } from "../text/sentences/sentence-spans";
import { alignAffine, type Box, type Link, type Sequences } from "./affine-alignment";
import { joinPairs } from "./equal-run";
import type { UnitSide } from "./units";

/** Half-open range of unit indices. */
interface Sentence {
  readonly from: number;
  readonly to: number;
}

interface Pair {
  readonly base: Sentence;
  readonly next: Sentence;
  readonly baseIndex: number;
  readonly nextIndex: number;
  readonly score: number;
}

/** A word in more pairs of sentences than this tells nothing about which of them correspond. */
const PAIRS_OF_A_WORD = 16;
/** Longer "sentences" are lists or texts without stops; phrases anchor them better. */
const CELLS_OF_A_PAIR = 90_000;
/** What the anchoring run must weigh, and which share of the shorter sentence its pair must have in common. */
const RUN_WEIGHT = 2;
const COMMON_SHARE = 0.3;

/**
 * Places that surely correspond, one for each pair of sentences that do: sentences are paired by the rare
 * words that they share, as the heaviest list of pairs that rises on both sides; then each pair is aligned
 * and the middle of its longest equal run taken, so that a sentence that was split or joined does no harm.
 * Only sentences wholly inside the box count. Time O(n log n) in its units for sentences of usual lengths.
 */
export function findSentenceAnchors(
  sides: { readonly base: UnitSide; readonly next: UnitSide; readonly locale?: string | undefined },
  sequences: Sequences,
  box: Box,
): readonly Link[] {
  const base = sentencesWithin(sides.base, box.baseFrom, box.baseTo, sides.locale);
  const next = sentencesWithin(sides.next, box.nextFrom, box.nextTo, sides.locale);
  const pairs = candidatePairs(base, next, sequences);
  return heaviestRising(pairs, next.length).flatMap((pair) => anchorOf(pair, sequences));
}

function sentencesWithin(
  { text, units }: UnitSide,
  from: number,
  to: number,
  locale?: string,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  for (const span of sentenceSpans(text, locale)) {
    const first = at;
    while (at < units.length && (units[at]?.from ?? 0) < span.to) at++;
    if (first >= from && at <= to && at > first) sentences.push({ from: first, to: at });
  }
  return sentences;
}

/** Pairs of sentences that share at least one rare content word, ascending in base, descending in next. */
function candidatePairs(
  base: readonly Sentence[],
  next: readonly Sentence[],
  sequences: Sequences,
): readonly Pair[] {
  const inBase = sentencesOfWords(base, sequences.base);
  const inNext = sentencesOfWords(next, sequences.next);
  const scores = new Map<number, number>();
  for (const [id, { sentences, first }] of inBase) {
    const others = inNext.get(id)?.sentences ?? [];
    if ((sequences.weights[first] ?? 0) < 1 || sentences.length * others.length > PAIRS_OF_A_WORD) continue;
    const score = 1 / Math.max(sentences.length, others.length);
    for (const one of sentences) {
      for (const other of others) {
        const key = one * next.length + other;
        scores.set(key, (scores.get(key) ?? 0) + score);
      }
    }
  }
  return [...scores]
    .map(([key, score]): Pair => {
      const [baseIndex, nextIndex] = [Math.floor(key / next.length), key % next.length];
      return {
        base: base[baseIndex] as Sentence,
        next: next[nextIndex] as Sentence,
        baseIndex,
        nextIndex,
        score,
      };
    })
    .sort((one, other) => one.baseIndex - other.baseIndex || other.nextIndex - one.nextIndex);
}

interface WordPlaces {
  /** Indices of the sentences that have the word, ascending, each once. */
  readonly sentences: number[];
  readonly first: number;
}

function sentencesOfWords(sentences: readonly Sentence[], ids: Int32Array): ReadonlyMap<number, WordPlaces> {
  const places = new Map<number, WordPlaces>();
  sentences.forEach(({ from, to }, index) => {
    for (let at = from; at < to; at++) {
      const id = ids[at] as number;
      const known = places.get(id);
      if (!known) places.set(id, { sentences: [index], first: at });
      else if (known.sentences.at(-1) !== index) known.sentences.push(index);
    }
  });
  return places;
}

/** The list of pairs that rises on both sides and has the greatest sum of scores (a prefix maximum tree). */
function heaviestRising(pairs: readonly Pair[], width: number): readonly Pair[] {
  const tree = new Int32Array(width + 1).fill(-1);
  const totals = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  const totalOf = (index: number): number => (index < 0 ? 0 : (totals[index] as number));
  let best = -1;
  for (const [index, { nextIndex, score }] of pairs.entries()) {
    let before = -1;
    for (let at = nextIndex; at > 0; at -= at & -at) {
      if (totalOf(tree[at] as number) > totalOf(before)) before = tree[at] as number;
    }
    previous[index] = before;
    totals[index] = totalOf(before) + score;
    for (let at = nextIndex + 1; at <= width; at += at & -at) {
      if (totalOf(index) > totalOf(tree[at] as number)) tree[at] = index;
    }
    if (totalOf(index) > totalOf(best)) best = index;
  }
  const rising: Pair[] = [];
  for (let at = best; at >= 0; at = previous[at] as number) rising.push(pairs[at] as Pair);
  return rising.reverse();
}

function anchorOf({ base, next }: Pair, sequences: Sequences): readonly Link[] {
  if ((base.to - base.from) * (next.to - next.from) > CELLS_OF_A_PAIR) return [];
  const box = { baseFrom: base.from, baseTo: base.to, nextFrom: next.from, nextTo: next.to };
  const weigh = (from: number, length: number): number =>
    sequences.weights.subarray(from, from + length).reduce((sum, weight) => sum + weight, 0);
  const runs = joinPairs(alignAffine(sequences, box).map((link) => [link.base, link.next] as const));
  const weights = runs.map((run) => weigh(run.base, run.length));
  const shorter = Math.min(base.to - base.from, next.to - next.from);
  const linked = runs.reduce((sum, { length }) => sum + length, 0);
  const heaviest = Math.max(0, ...weights);
  const run = runs[weights.indexOf(heaviest)];
  if (!run || heaviest < RUN_WEIGHT || linked < COMMON_SHARE * shorter) return [];
  const middle = run.length >> 1;
  return [{ base: run.base + middle, next: run.next + middle }];
}
