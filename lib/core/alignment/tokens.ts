/**
 * What the aligner sees of a text: its distinct numbers, names, words and signs. Inline code
 * markers are left out, so that a link more or less changes nothing.
 */
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
const PIECE =
  /\p{N}+(?:[.,:'’\u00a0\u202f/-]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[%€$£¥§#@&©®*†]|[.!?:"“”„»«]/gu;
const OPENER = /^[.!?:"“”„»«]$/;

/** Reads the tokens and the length of one text. */
export function readUnit(text: string): Unit {
  const plain = text.replace(MARKER, "");
  const tokens = new Map<string, TokenKind>();
  let opening = true;
  for (const [piece] of plain.matchAll(PIECE)) {
    if (OPENER.test(piece)) {
      opening = true;
      continue;
    }
    const kind = kindOf(piece, opening);
    for (const form of formsOf(piece, kind)) {
      if (!tokens.has(form) || kind === "name") tokens.set(form, kind);
    }
    opening = false;
    if (tokens.size >= TOKEN_LIMIT) break;
  }
  return { tokens: Array.from(tokens, ([form, kind]) => ({ form, kind })), length: lengthOf(plain) };
}

function kindOf(piece: string, opening: boolean): TokenKind {
  if (/^\p{N}/u.test(piece)) return "number";
  if (!/^\p{L}/u.test(piece)) return "sign";
  return !opening && piece.length >= 3 && /^\p{Lu}/u.test(piece) ? "name" : "word";
}

/** Elisions and compounds with a hyphen fall into their parts; a possessive 's is left out. */
function formsOf(piece: string, kind: TokenKind): readonly string[] {
  if (kind === "number") return numberForms(piece);
  const lower = piece.toLowerCase();
  if (!/['’-]/.test(lower)) return [lower];
  return lower
    .replace(/['’]s$/, "")
    .split(/-|(?<=^\p{L}{1,2}|^qu|dell|nell|all|sull)['’]/u)
    .filter(Boolean);
}

function lengthOf(text: string): number {
  let length = 0;
  let blank = true;
  for (const character of text) {
    const space = character.trim() === "";
    if (!space || !blank) length += 1;
    blank = space;
  }
  return Math.max(1, length);
}
