import { tokenize } from "../text/tokens";

/**
 * Phrases that tell a doubled passage: of so many words and signs, again after at most so many. The longer
 * the phrase, the farther away its double may stand; short ones recur by chance.
 */
const TELLING = [
  { length: 2, within: 3 },
  { length: 4, within: 6 },
  { length: 5, within: 20 },
] as const;

/** How far a doubled phrase can reach, in words and signs. */
export const DOUBLING_REACH = 25;

/**
 * True if the merge says something twice in a row that neither side says twice: both wrote the same words,
 * at places that look different from the base, and the merge took both.
 */
export function isDoubled(merged: string, ours: string, theirs: string, locale?: string): boolean {
  const [all, our, their] = [merged, ours, theirs].map((text) => wordsAndSigns(text, locale));
  return TELLING.some(({ length, within }) => {
    const known = [our ?? [], their ?? []].map((units) => countRepeats(units, length, within));
    return [...countRepeats(all ?? [], length, within)].some(
      ([phrase, count]) => count > Math.max(...known.map((counts) => counts.get(phrase) ?? 0)),
    );
  });
}

/** True if five words and signs in a row come again: then nobody can say which of them a side changed. */
export const repeatsItself = (text: string, locale?: string): boolean =>
  countRepeats(wordsAndSigns(text, locale), 5, Number.POSITIVE_INFINITY).size > 0;

/** Number of words and signs of a text. */
export const countUnits = (text: string, locale?: string): number => wordsAndSigns(text, locale).length;

const wordsAndSigns = (text: string, locale?: string): readonly string[] =>
  tokenize(text, locale)
    .filter(({ kind }) => kind !== "space")
    .map((token) => token.text);

/** For every phrase with a letter or digit how often it comes again within the distance. */
function countRepeats(units: readonly string[], length: number, within: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= units.length; at++) {
    const phrase = units.slice(at, at + length).join("\n");
    const before = places.get(phrase);
    places.set(phrase, at);
    if (before === undefined || at - before > within || !/[\p{L}\p{N}]/u.test(phrase)) continue;
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}
