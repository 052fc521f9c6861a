/**
 * chrF2: M. Popović, "chrF: character n-gram F-score for automatic MT evaluation", WMT 2015, with sequences of up
 * to six characters and recall weighing twice as much as precision, as sacreBLEU 2 computes it.
 */
import { countCommon, countNgrams, sumRows } from "./ngrams";
import { splitWords } from "./ter-words";

const ORDER = 6;
const BETA = 2;

/** For the lengths 1 to 6 in turn. Sums over sentences are the counts of a corpus. */
export interface ChrfCounts {
  readonly hypothesis: readonly number[];
  readonly reference: readonly number[];
  readonly common: readonly number[];
}

/** Sequences of characters (code points, without white space) of a hypothesis and a reference. */
export function chrfCounts(hypothesis: string, reference: string): ChrfCounts {
  const [ours, theirs] = [charactersOf(hypothesis), charactersOf(reference)];
  const lengths = Array.from({ length: ORDER }, (_, at) => at + 1);
  const numberOf = (items: readonly string[], length: number): number =>
    Math.max(0, items.length - length + 1);
  return {
    // Too short a reference leaves the hypothesis out, too, so that it does not count in a corpus.
    hypothesis: lengths.map((length) => (theirs.length < length ? 0 : numberOf(ours, length))),
    reference: lengths.map((length) => numberOf(theirs, length)),
    common: lengths.map((length) => countCommon(countNgrams(ours, length), countNgrams(theirs, length))),
  };
}

const charactersOf = (text: string): readonly string[] => [...splitWords(text).join("")];

/** chrF2 of one sentence or, given several counts, of a corpus, 0 to 100; 0 for empty texts. */
export function chrfScore(counts: readonly ChrfCounts[]): number {
  const sums = (of: keyof ChrfCounts): readonly number[] =>
    sumRows(
      counts.map((count) => count[of]),
      ORDER,
    );
  const [hypothesis, reference, common] = [sums("hypothesis"), sums("reference"), sums("common")];
  let [precision, recall, orders] = [0, 0, 0];
  for (let at = 0; at < ORDER; at++) {
    const [ours, theirs, both] = [hypothesis[at] ?? 0, reference[at] ?? 0, common[at] ?? 0];
    if (ours === 0 || theirs === 0) continue;
    precision += both / ours;
    recall += both / theirs;
    orders++;
  }
  if (precision + recall === 0) return 0;
  const [meanPrecision, meanRecall] = [precision / orders, recall / orders];
  const weight = BETA ** 2;
  return (100 * (1 + weight) * meanPrecision * meanRecall) / (weight * meanPrecision + meanRecall);
}
