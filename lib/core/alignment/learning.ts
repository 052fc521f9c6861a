/** What the aligner learns of one document: from texts known beforehand, and from beads that it believes. */
import type { Bead } from "./bead";
import type { BitextReading } from "./bitext-reading";
import { type LearnedLexicon, learnLexicon, type WordsPair } from "./learned-lexicon";
import type { ReadParagraph } from "./paragraph";
import { type Witnesses, witnessesOf } from "./witnesses";

/** Two texts that translate each other. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}

export interface Learned {
  readonly lexicon: LearnedLexicon;
  readonly witnesses: Witnesses;
  /** Target code points per source code point. */
  readonly ratio: number;
}

/** Beads below this confidence teach nothing. */
const BELIEVED = 0.7;
/** Source code points at which the document's own ratio of lengths counts as much as the languages'. */
const HELD_LENGTH = 500;
/** Pairs that are read; more cost time and add little. */
const MOST_PAIRS = 1000;

/** @param beads of a first pass over `source` and `target`. */
export function learnFrom(
  known: readonly TextPair[],
  beads: readonly Bead[],
  source: readonly string[],
  target: readonly string[],
  reading: BitextReading,
): Learned {
  const believed = beads.filter(
    (bead) =>
      bead.confidence >= BELIEVED && bead.sourceTo > bead.sourceFrom && bead.targetTo > bead.targetFrom,
  );
  const pairs: WordsPair[] = [];
  const length = { source: HELD_LENGTH, target: HELD_LENGTH * reading.ratio };
  const add = (sources: readonly ReadParagraph[], targets: readonly ReadParagraph[], weight: number) => {
    pairs.push({ source: formsOf(sources), target: formsOf(targets), weight });
    for (const { whole } of sources) length.source += whole.length;
    for (const { whole } of targets) length.target += whole.length;
  };
  for (const { source: from, target: to } of thinned(known))
    add([reading.readSource(from)], [reading.readTarget(to)], 1);
  const certain = pairs.length;
  for (const { sourceFrom, sourceTo, targetFrom, targetTo, confidence } of thinned(believed)) {
    add(
      source.slice(sourceFrom, sourceTo).map(reading.readSource),
      target.slice(targetFrom, targetTo).map(reading.readTarget),
      confidence,
    );
  }
  // Where lists know the words, pairs out of the document itself are more often wrong than of use.
  return {
    lexicon: learnLexicon(reading.listed ? pairs.slice(0, certain) : pairs),
    witnesses: witnessesOf(pairs),
    ratio: length.target / length.source,
  };
}

function thinned<T>(items: readonly T[]): readonly T[] {
  const stride = Math.max(1, items.length / MOST_PAIRS);
  return items.filter((_, index) => Math.floor(index / stride) !== Math.floor((index - 1) / stride));
}

function formsOf(paragraphs: readonly ReadParagraph[]): readonly string[] {
  return [...new Set(paragraphs.flatMap(({ whole }) => whole.tokens.map(({ form }) => form)))];
}
