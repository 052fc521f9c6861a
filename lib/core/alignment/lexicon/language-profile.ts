/** What the aligner knows of a language beyond its spelling. */
import { languageOf } from "../../text/locale";
import { ARABIC } from "./ar";
import { GERMAN } from "./de";
import { GERMAN_EVERYDAY } from "./de-everyday";
import { ENGLISH } from "./en";
import { SPANISH } from "./es";
import { FRENCH } from "./fr";
import { ITALIAN } from "./it";
import { monthEntries } from "./month-names";
import { DUTCH } from "./nl";
import { POLISH } from "./pl";
import { RUSSIAN } from "./ru";
import { TURKISH } from "./tr";
import { UKRAINIAN } from "./uk";
import { readWordList, type WordList } from "./word-list";

export interface LanguageProfile {
  readonly words: WordList;
  /** Long words are written in one piece, as in German. */
  readonly compounds: boolean;
  /** Every noun has a capital, so a capital tells nothing about names. */
  readonly capitalNouns: boolean;
  /** Length of a text in this language, in code points, where the English one has 1. */
  readonly lengthFactor: number;
}

const WORDS: Readonly<Record<string, string>> = {
  ar: ARABIC,
  de: `${GERMAN};${GERMAN_EVERYDAY}`,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  nl: DUTCH,
  pl: POLISH,
  ru: RUSSIAN,
  tr: TURKISH,
  uk: UKRAINIAN,
};
const COMPOUNDS = new Set(["de", "nl", "da", "nb", "no", "sv", "fi"]);
const CAPITAL_NOUNS = new Set(["de", "lb"]);
const LENGTH_FACTORS: Readonly<Record<string, number>> = {
  de: 1.04,
  fr: 1.1,
  es: 1.07,
  it: 1.07,
  nl: 1.04,
  pl: 1.02,
  ru: 1.02,
  uk: 0.98,
  tr: 0.97,
  ar: 0.85,
  zh: 0.32,
  ja: 0.45,
  ko: 0.52,
};
const LISTS = new Map(
  Object.entries(WORDS).map(([language, words]) => [
    language,
    readWordList(`${words};${monthEntries(language)}`, language === "en"),
  ]),
);
const NONE: WordList = { forms: new Map(), stems: new Map() };

/** Languages that have a word list. */
export const LISTED_LANGUAGES: readonly string[] = Object.keys(WORDS);

/** The word list of a language; empty where there is none. */
export function wordListOf(language: string): WordList {
  return LISTS.get(language) ?? NONE;
}

/** The profile of a locale's language; an empty one for a language without data. */
export function languageProfile(locale: string | undefined): LanguageProfile {
  const language = locale === undefined ? "" : languageOf(locale);
  return {
    words: wordListOf(language),
    compounds: COMPOUNDS.has(language),
    capitalNouns: CAPITAL_NOUNS.has(language),
    lengthFactor: LENGTH_FACTORS[language] ?? 1,
  };
}
