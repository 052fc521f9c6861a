/**
 * Which of the listed languages a text is in, from its commonest words. Only for the aligner's
 * own use where nobody said: it needs some text, and it need not be right to do no harm.
 */
import { readUnit } from "../tokens";
import { LISTED_LANGUAGES, wordListOf } from "./language-profile";

/** Texts and known words that are enough to tell. */
const SAMPLE = 60;
const FEWEST = 4;

/** The language with the most known words among the first texts; undefined when too few are known. */
export function guessLanguage(texts: readonly string[]): string | undefined {
  const forms = texts
    .slice(0, SAMPLE)
    .flatMap((text) => readUnit(text.slice(0, 2000)).tokens.map(({ form }) => form));
  let best: string | undefined;
  let most = FEWEST - 1;
  for (const language of LISTED_LANGUAGES) {
    const { forms: known } = wordListOf(language);
    const count = forms.filter((form) => /^\p{L}/u.test(form) && known.has(form)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
