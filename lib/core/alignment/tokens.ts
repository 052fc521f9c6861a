/**
 * What the aligner sees of a text: its distinct numbers, names, words and signs. Inline code
 * markers are left out, so that a link more or less changes nothing.
 */
import { isMonthConcept } from "./lexicon/month-names";
import { numberForms } from "./number-forms";

export type TokenKind = "number" | "name" | "word" | "sign";

export interface Token {
  /** Lower-case word, or a number or sign in its common form. */
  readonly form: string;
  /** A name is a word with a capital that does not open a sentence. */
  readonly kind: TokenKind;
}

/** One paragraph or sentence. */
export interface Unit {
  /** Distinct by form, in order of first appearance. */
  readonly tokens: readonly Token[];
  /** Code points without inline code markers, runs of white space counted once; at least 1. */
  readonly length: number;
}

/** More distinct tokens than this add nothing to a decision and would only cost time. */
const TOKEN_LIMIT = 3000;
const MARKER = /<\/?\d{1,9}\/?>/g;
/** A number, a word, a sign, or a mark after which a capital means nothing. */
const PIECE =
  /(\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})+(?!\p{N})(?:[.,٫]\p{N}+)?|\p{N}+(?:[.,:'’٬٫\u00a0\u202f/-]\p{N}+)*)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}\p{N}]+)*)|([%€$£¥§#@&©®*†])|[.!?:"“”„»«]/gu;
const CAPITAL = /^\p{Lu}/u;

/** Reads the tokens and the length of one text. */
export function readUnit(text: string): Unit {
  const plain = text.replace(MARKER, "");
  const tokens = new Map<string, TokenKind>();
  let opening = true;
  for (const [, number, word, sign] of plain.matchAll(PIECE)) {
    if (number !== undefined) addNumber(tokens, number);
    else if (word !== undefined) addWord(tokens, word, !opening && word.length >= 3 && CAPITAL.test(word));
    else if (sign !== undefined) tokens.set(sign, "sign");
    opening = number === undefined && word === undefined && sign === undefined;
    if (tokens.size >= TOKEN_LIMIT) break;
  }
  return { tokens: Array.from(tokens, ([form, kind]) => ({ form, kind })), length: lengthOf(plain) };
}

/** What `readUnit` gives for a text whose sentences were read already. */
export function joinedUnit(text: string, sentences: readonly Unit[]): Unit {
  const tokens = new Map<string, TokenKind>();
  for (const sentence of sentences) {
    for (const { form, kind } of sentence.tokens) {
      if (kind === "name" || !tokens.has(form)) tokens.set(form, kind);
    }
    if (tokens.size >= TOKEN_LIMIT) break;
  }
  const length = lengthOf(text.replace(MARKER, ""));
  return { tokens: Array.from(tokens, ([form, kind]) => ({ form, kind })), length };
}

/** The month of a date is a word: the other side may leave it in digits. */
function addNumber(tokens: Map<string, TokenKind>, number: string): void {
  for (const form of numberForms(number)) tokens.set(form, isMonthConcept(form) ? "word" : "number");
}

function addWord(tokens: Map<string, TokenKind>, word: string, named: boolean): void {
  for (const form of formsOf(word)) {
    if (named || !tokens.has(form)) tokens.set(form, named ? "name" : "word");
  }
}

/** Elisions and compounds with a hyphen fall into their parts; a possessive 's is left out. */
function formsOf(word: string): readonly string[] {
  const lower = word.toLowerCase().replaceAll("’", "'");
  if (!/['-]/.test(lower)) return [lower];
  return lower
    .replace(/'s$/, "")
    .split(/-|(?<=^\p{L}{1,2}|qu|^(?:dell|nell|all|sull|dall|quell))'/u)
    .filter(Boolean);
}

function lengthOf(text: string): number {
  let length = 0;
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const space = unit === 32 || (unit < 14 && unit > 8) || unit === 160 || unit === 0x202f;
    const secondHalf = unit >= 0xdc00 && unit < 0xe000;
    if (!secondHalf && (!space || !blank)) length += 1;
    blank = space;
  }
  return Math.max(1, length);
}
