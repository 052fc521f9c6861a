import { tokenize } from "../text/tokens";
import { withoutCodes } from "./comparable-text";

/** A new paragraph `i` and an old one `j` that share words; `strength` is the share of common words, 0..1. */
export interface Similar {
  readonly i: number;
  readonly j: number;
  readonly strength: number;
}

/** Candidates looked at for each new paragraph: those that share most of its rarest words. */
const CANDIDATES = 6;
const RAREST = 8;
/** A word in more old paragraphs than this points at none of them. */
const TOO_COMMON = 200;

/**
 * Pairs of old and new paragraphs that are at least as alike as `least`, sorted by `i` and then `j`.
 * Time grows with the number of paragraphs, not with its square: only paragraphs that share a rare
 * word are compared.
 */
export function findSimilar(
  before: readonly string[],
  after: readonly string[],
  olds: readonly number[],
  news: readonly number[],
  least: number,
): readonly Similar[] {
  if (olds.length === 0 || news.length === 0) return [];
  const oldWords = new Map(olds.map((j) => [j, wordCounts(before[j] ?? "")]));
  const places = new Map<string, number[]>();
  for (const [j, words] of oldWords) {
    for (const word of words.keys()) {
      const known = places.get(word);
      if (known) known.push(j);
      else places.set(word, [j]);
    }
  }
  return news.flatMap((i) => {
    const words = wordCounts(after[i] ?? "");
    return candidates(words, places, olds)
      .map((j) => ({ i, j, strength: likeness(words, oldWords.get(j) ?? new Map()) }))
      .filter(({ strength }) => strength >= least)
      .sort((a, b) => a.j - b.j);
  });
}

function candidates(
  words: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, readonly number[]>,
  olds: readonly number[],
): readonly number[] {
  if (olds.length <= CANDIDATES) return olds;
  const telling = [...words.keys()]
    .map((word) => places.get(word) ?? [])
    .filter((where) => where.length > 0 && where.length <= TOO_COMMON)
    .sort((one, other) => one.length - other.length)
    .slice(0, RAREST);
  const votes = new Map<number, number>();
  for (const where of telling) {
    for (const j of where) votes.set(j, (votes.get(j) ?? 0) + 1 / where.length);
  }
  return [...votes]
    .sort(([j, one], [k, other]) => other - one || j - k)
    .slice(0, CANDIDATES)
    .map(([j]) => j);
}

/** Words and numbers with how often they occur, in lower case. */
function wordCounts(comparable: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, text } of tokenize(withoutCodes(comparable))) {
    if (kind !== "word" && kind !== "number") continue;
    const word = text.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Dice coefficient of two bags of words. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
