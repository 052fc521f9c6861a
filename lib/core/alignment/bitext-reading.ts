/** How the two sides of one document are read: their languages, and what follows from them. */
import { type TraitsOf, traitsReader } from "./correspondences";
import { guessLanguage } from "./lexicon/guess-language";
import { languageProfile } from "./lexicon/language-profile";
import { type ReadParagraph, readParagraph } from "./paragraph";
import { type AlignmentParameters, isThin, thinned } from "./parameters";

/** What one side's language lets one expect; `NamesCount`: a capital marks a name. */
export interface LanguageTraits {
  readonly source: TraitsOf;
  readonly target: TraitsOf;
  readonly sourceNamesCount: boolean;
  readonly targetNamesCount: boolean;
}

export interface BitextReading {
  /** The word lists are short, so the document itself is learned from. */
  readonly thin: boolean;
  /** Both languages have a word list at all. */
  readonly listed: boolean;
  readonly readSource: (text: string) => ReadParagraph;
  readonly readTarget: (text: string) => ReadParagraph;
  readonly traits: LanguageTraits;
  /** Target code points expected per source code point. */
  readonly ratio: number;
  readonly parameters: AlignmentParameters;
}

/** Guesses the languages that are not given. */
export function readingOf(
  source: readonly string[],
  target: readonly string[],
  locales: { readonly sourceLocale?: string; readonly targetLocale?: string },
  tuned: AlignmentParameters,
): BitextReading {
  const sourceLocale = locales.sourceLocale ?? guessLanguage(source);
  const targetLocale = locales.targetLocale ?? guessLanguage(target);
  const [sourceProfile, targetProfile] = [languageProfile(sourceLocale), languageProfile(targetLocale)];
  const thin = isThin(sourceLocale, targetLocale);
  return {
    thin,
    listed: [sourceProfile, targetProfile].every(({ words }) => words.forms.size > 0),
    readSource: (text) => readParagraph(text, sourceLocale),
    readTarget: (text) => readParagraph(text, targetLocale),
    traits: {
      source: traitsReader(sourceProfile),
      target: traitsReader(targetProfile),
      sourceNamesCount: !sourceProfile.capitalNouns,
      targetNamesCount: !targetProfile.capitalNouns,
    },
    ratio: targetProfile.lengthFactor / sourceProfile.lengthFactor,
    parameters: thin ? thinned(tuned) : tuned,
  };
}
