/**
 * Sentences of one paragraph, by rules: a stop, perhaps closing quotation marks, white space,
 * and then something that can open a sentence. Abbreviations, initials and German ordinals
 * ("am 10. Januar") do not end one. Linear in the length of the text, unlike `Intl.Segmenter`,
 * and the same on every version of ICU.
 */
import { languageOf } from "../locale";
import { abbreviationsOf } from "./abbreviations";
import { mayEndSentence, opensSentence } from "./openers";

/** Half-open, in UTF-16 units of the paragraph. */
export interface SentenceSpan {
  readonly from: number;
  readonly to: number;
}

/** Bounded repeats: a megabyte of full stops must stay linear. */
const STOP = /(?:[.!?…؟۔]{1,6}["”“'’»«)\]]{0,4}(?:<\/\d{1,9}>){0,4}\s+|[。！？]{1,6}["”」』）]{0,4})/gu;
const OPENS = /^(?:<\/?\d+\/?>|["„“”»«'‘’([¿¡–—-]|\s)*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** Longest piece of text that is looked at before or after a stop. */
const REACH = 40;
/** Languages that write an ordinal with a full stop. */
const ORDINAL_STOP = new Set(["de", "da", "nb", "no", "pl", "cs", "sk", "hu", "fi", "tr", "hr", "sl"]);

/**
 * Cuts a paragraph into sentences.
 *
 * @param locale BCP 47 tag; without one the German and English abbreviations hold.
 * @returns Spans in order, without gap or overlap, covering the whole text; white space
 *   belongs to the sentence before it. An empty text has no sentence.
 */
export function sentenceSpans(text: string, locale?: string): readonly SentenceSpan[] {
  const language = locale === undefined ? undefined : languageOf(locale);
  const abbreviations = abbreviationsOf(language);
  const ordinals = language === undefined || ORDINAL_STOP.has(language);
  const spans: SentenceSpan[] = [];
  let from = 0;
  for (const stop of text.matchAll(STOP)) {
    const to = stop.index + stop[0].length;
    if (to >= text.length || !OPENS.test(text.slice(to, to + REACH))) continue;
    if (stop[0].startsWith(".")) {
      const before = text.slice(Math.max(from, stop.index - REACH), stop.index);
      const inside = isAbbreviated(before, abbreviations, ordinals);
      if (inside && !(mayEnd(before) && opensSentence(text.slice(to, to + REACH), language))) continue;
    }
    spans.push({ from, to });
    from = to;
  }
  if (from < text.length) spans.push({ from, to: text.length });
  return spans;
}

/** The sentences themselves; joined they give the text again. */
export function sentencesOf(text: string, locale?: string): readonly string[] {
  return sentenceSpans(text, locale).map(({ from, to }) => text.slice(from, to));
}

const lastWord = (before: string): string => before.slice(before.search(/[^\s("„“«»'‘’[>]*$/u)).toLowerCase();

/** A number that is all the sentence would have is that of a list's entry. */
const mayEnd = (before: string): boolean => mayEndSentence(lastWord(before)) && !/^\s*\d+$/.test(before);

function isAbbreviated(before: string, abbreviations: ReadonlySet<string>, ordinals: boolean): boolean {
  const word = lastWord(before);
  if (word === "") return false;
  if (abbreviations.has(word) || /^\p{L}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (word.length > 4 && /\p{L}str$/u.test(word)) return true;
  return ordinals && /^\d{1,2}$/.test(word);
}
