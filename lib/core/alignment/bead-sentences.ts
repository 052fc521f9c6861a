/** Which sentences inside one bead translate each other, so that a reader who points at one sees the other. */
import { type SentenceSpan, sentenceSpans } from "../text/sentences/sentence-spans";
import { readingOf } from "./bitext-reading";
import { learnFrom } from "./learning";
import { PARAMETERS, thinned } from "./parameters";
import { alignRegion } from "./region";

/** A run of source sentences and the run of target sentences that translates it. */
export interface SentenceLink {
  /** Half-open, in UTF-16 units of the bead's source text, white space behind the last sentence included. */
  readonly source: SentenceSpan;
  /** The same in the bead's target text. */
  readonly target: SentenceSpan;
  /** How sure this very link is: 0..1. */
  readonly confidence: number;
}

/**
 * Links the sentences of two texts that are known to translate each other. Sentences without
 * counterpart are in no link; one sentence alone on a side is linked to all of the other side.
 *
 * @returns Links in order, without overlap on either side; none if a text is empty.
 */
export function linkBeadSentences(
  source: string,
  target: string,
  locales: { readonly sourceLocale?: string; readonly targetLocale?: string } = {},
): readonly SentenceLink[] {
  const sources = sentenceSpans(source, locales.sourceLocale);
  const targets = sentenceSpans(target, locales.targetLocale);
  if (sources.length === 0 || targets.length === 0) return [];
  if (sources.length === 1 || targets.length === 1) {
    const whole = (text: string): SentenceSpan => ({ from: 0, to: text.length });
    return [{ source: whole(source), target: whole(target), confidence: 1 }];
  }
  const reading = readingOf([source], [target], locales, PARAMETERS);
  // Inside a bead nearly every sentence has its counterpart, whatever the languages.
  const parameters = reading.thin ? reading.parameters : thinned(reading.parameters);
  const beads = alignRegion(
    sources.map(({ from, to }) => reading.readSource(source.slice(from, to))),
    targets.map(({ from, to }) => reading.readTarget(target.slice(from, to))),
    reading.ratio,
    { ...reading.traits, ...learnFrom([], [], [], [], reading) },
    parameters,
  );
  return beads
    .filter((bead) => bead.sourceFrom < bead.sourceTo && bead.targetFrom < bead.targetTo)
    .map((bead) => ({
      source: spanOf(sources, bead.sourceFrom, bead.sourceTo),
      target: spanOf(targets, bead.targetFrom, bead.targetTo),
      confidence: bead.confidence,
    }));
}

const spanOf = (spans: readonly SentenceSpan[], first: number, past: number): SentenceSpan => ({
  from: spans[first]?.from ?? 0,
  to: spans[past - 1]?.to ?? 0,
});
