/**
 * BLEU: K. Papineni et al., "Bleu: a Method for Automatic Evaluation of Machine Translation", ACL 2002, as
 * sacreBLEU 2 computes it: mteval-v13a words, exponential smoothing, one reference.
 */
import { countCommon, countNgrams, sumRows } from "./ngrams";
import { partPunctuation, splitWords, trimEnd, unescapeEntities } from "./ter-words";

const ORDER = 4;

/** Sums over sentences are the counts of a corpus. */
export interface BleuCounts {
  readonly hypothesisWords: number;
  readonly referenceWords: number;
  /** Sequences of 1 to 4 words in turn: those that the reference has too, and all of the hypothesis. */
  readonly common: readonly number[];
  readonly all: readonly number[];
}

export interface BleuOptions {
  /** `13a` parts punctuation from words; `none` takes what stands between white space. */
  readonly words?: "13a" | "none";
}

/** Words and their sequences in a hypothesis and a reference; case counts. */
export function bleuCounts(hypothesis: string, reference: string, options: BleuOptions = {}): BleuCounts {
  const wordsOf = options.words === "none" ? splitWords : wordsOf13a;
  const [ours, theirs] = [wordsOf(hypothesis), wordsOf(reference)];
  const lengths = Array.from({ length: ORDER }, (_, at) => at + 1);
  return {
    hypothesisWords: ours.length,
    referenceWords: theirs.length,
    common: lengths.map((length) => countCommon(countNgrams(ours, length), countNgrams(theirs, length))),
    all: lengths.map((length) => Math.max(0, ours.length - length + 1)),
  };
}

function wordsOf13a(text: string): readonly string[] {
  const line = trimEnd(text).replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ");
  return splitWords(partPunctuation(` ${unescapeEntities(line)} `, false));
}

/** BLEU of one sentence, 0 to 100; lengths of sequences that it is too short for do not count. */
export const sentenceBleu = (counts: BleuCounts): number => score(counts, true);

/** BLEU of a corpus, 0 to 100. */
export function corpusBleu(counts: readonly BleuCounts[]): number {
  const sum = (of: "hypothesisWords" | "referenceWords"): number =>
    counts.reduce((total, count) => total + count[of], 0);
  const rows = (of: "common" | "all"): readonly number[] =>
    sumRows(
      counts.map((count) => count[of]),
      ORDER,
    );
  return score(
    {
      hypothesisWords: sum("hypothesisWords"),
      referenceWords: sum("referenceWords"),
      common: rows("common"),
      all: rows("all"),
    },
    false,
  );
}

function score({ hypothesisWords, referenceWords, common, all }: BleuCounts, isSentence: boolean): number {
  if (common.every((count) => count === 0)) return 0;
  const brevity = hypothesisWords < referenceWords ? Math.exp(1 - referenceWords / hypothesisWords) : 1;
  let [logs, orders, halved] = [0, 0, 1];
  for (const [at, count] of common.entries()) {
    const total = all[at] ?? 0;
    if (total === 0) break;
    if (count === 0) halved *= 2;
    logs += Math.log((100 * (count || 1 / halved)) / total);
    orders++;
  }
  if (!isSentence && orders < ORDER) return 0;
  return brevity * Math.exp(logs / orders);
}
