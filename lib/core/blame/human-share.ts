import type { BlamedRevision, BlamedToken } from "./blame";

export interface WordCount {
  /** Words and numbers that a person brought. */
  readonly human: number;
  /** All words and numbers. */
  readonly all: number;
}

/** How many words of a blamed text people brought. Punctuation, spaces and codes do not count. */
export function countHumanWords(tokens: readonly BlamedToken<BlamedRevision>[]): WordCount {
  const words = tokens.filter(({ kind }) => kind === "word" || kind === "number");
  return { human: words.filter(({ revision }) => revision.origin === "human").length, all: words.length };
}

/** Share of human words of several texts together, 0 to 1; 0 if there are no words. */
export function humanShare(counts: readonly WordCount[]): number {
  const sum = (of: keyof WordCount): number => counts.reduce((total, count) => total + count[of], 0);
  return sum("all") === 0 ? 0 : sum("human") / sum("all");
}
