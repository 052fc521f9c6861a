/** Do the languages that a person chose for the two sides fit the languages that were found in the texts? */
import { err, ok, type Result } from "../shared/result";
import { languageOf } from "../text/locale";

/** A guess of the language of a text; `confidence` is 0..1. */
export interface LanguageGuess {
  readonly locale: string;
  readonly confidence: number;
}

export interface LanguageChoice {
  readonly chosen: string;
  readonly guess: LanguageGuess | null;
}

export interface LanguageFault {
  readonly code: "same-language" | "wrong-language";
  readonly side: "source" | "target" | "both";
}

/** Guesses below this never contradict a person. */
export const CLEAR_GUESS = 0.8;

/** Languages that detection by letters confuses, or that the detector knows under one name only. */
const LOOKALIKES: readonly (readonly string[])[] = [
  ["no", "nb", "nn", "da"],
  ["hr", "bs", "sr", "sh", "cnr", "sl"],
  ["ms", "id", "jv", "su"],
  ["cs", "sk"],
  ["pt", "gl"],
  ["es", "gl", "ast", "an"],
  ["ca", "oc"],
  ["bg", "mk"],
  ["nl", "af", "fy", "li"],
  ["de", "lb", "gsw", "nds", "bar"],
  ["hi", "mr", "ne"],
  ["tr", "az", "tk", "crh"],
  ["ru", "be", "uk", "rue"],
  ["fa", "tg", "ps", "ku", "ckb"],
  ["tl", "fil", "ceb"],
  ["zh", "yue", "wuu"],
  ["he", "yi", "iw"],
  ["ro", "mo"],
];

/**
 * Refuses a clear contradiction only.
 *
 * "same-language": both texts are clearly in one language although two were chosen; `side` is the
 * side whose text disagrees with its choice ("both" if neither agrees). "wrong-language": the text
 * of a side is clearly not in the chosen language. Variants ("de-AT", "de-CH") and lookalikes
 * (Norwegian and Danish, Croatian and Serbian, …) never contradict. A guess that is absent or
 * below CLEAR_GUESS contradicts nothing.
 */
export function checkLanguages(choice: {
  readonly source: LanguageChoice;
  readonly target: LanguageChoice;
}): Result<void, LanguageFault> {
  const [source, target] = [clearGuess(choice.source), clearGuess(choice.target)];
  const wrongSource = source !== null && !maybeSame(source, choice.source.chosen);
  const wrongTarget = target !== null && !maybeSame(target, choice.target.chosen);
  if (!wrongSource && !wrongTarget) return ok(undefined);
  const side = wrongSource && wrongTarget ? "both" : wrongSource ? "source" : "target";
  return err({ code: source === target ? "same-language" : "wrong-language", side });
}

const clearGuess = ({ guess }: LanguageChoice): string | null =>
  guess && guess.confidence >= CLEAR_GUESS ? languageOf(guess.locale) : null;

function maybeSame(guess: string, chosen: string): boolean {
  const language = languageOf(chosen);
  return guess === language || LOOKALIKES.some((set) => set.includes(guess) && set.includes(language));
}
