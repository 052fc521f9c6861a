/**
 * Where a stop is both an abbreviation's and the sentence's: "at 5 p.m. The hall", "in Haus 12. Die
 * Tür". Articles and pronouns with a capital follow no ordinal and no "p.m.", so they tell.
 */
import { languageOf } from "../locale";

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Words that open sentences and are no names, with their capital. */
const OPENERS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words(`Der Die Das Den Dem Ein Eine Einen Einem Er Sie Es Wir Ihr Man Dies Diese Dieser Dieses Doch Aber
    Und Dann Danach Dabei Dazu Damit Dort Hier Auch Nun Jetzt Seit Nach Bei Für Im In Am An Auf Mit Aus Zu Zur
    Zum Von Vor Wer Was Wie Wo Wenn Weil Als Ob Alle Kein Keine Nur So`),
  en: words(`The A An He She It They We You This That These Those But And Or So Then There Here Now Later In On At
    For From With By After Before When While If As Since What Who Why How Where No Not All Some His Her Their
    Its Our My Your`),
};
const UNKNOWN = words([...(OPENERS.de ?? []), ...(OPENERS.en ?? [])].join(" "));

/** Abbreviations that stand at the end of a sentence as often as inside. */
const ENDING = words("a.m p.m u.s u.k u.n d.c etc usw u.s.w no inc ltd co corp jr sr jh jhd mio mrd tsd i");

/** Whether the last word before a stop, in lower case, may end a sentence although it is an abbreviation or ordinal. */
export const mayEndSentence = (word: string): boolean => ENDING.has(word) || /^\d{1,2}$/.test(word);

/** Whether a text begins with a word that opens a sentence; never for languages without such a list. */
export function opensSentence(text: string, language: string | undefined): boolean {
  const first = /^["„“”»«'‘’([<>/\d\s–-]*(\p{L}+)/u.exec(text)?.[1] ?? "";
  const known = language === undefined ? UNKNOWN : OPENERS[languageOf(language)];
  return known?.has(first) ?? false;
}
