/** What a project already knows to translate each other: approved segments now, terms likewise. */
import { languageOf } from "../text/locale";
import type { TextPair } from "./learning";

/** Two texts that translate each other, of any length, with the languages that they are in. */
export interface KnownPair extends TextPair {
  /** BCP 47. */
  readonly sourceLocale: string;
  readonly targetLocale: string;
}

/** The pairs in the languages of two locales; nothing where one of them is not known. */
export function knownBetween(
  known: readonly KnownPair[],
  sourceLocale: string | undefined,
  targetLocale: string | undefined,
): readonly TextPair[] {
  if (sourceLocale === undefined || targetLocale === undefined) return [];
  const [source, target] = [languageOf(sourceLocale), languageOf(targetLocale)];
  return known.filter(
    (pair) => languageOf(pair.sourceLocale) === source && languageOf(pair.targetLocale) === target,
  );
}
