import { splitByDictionary } from "./dictionary-words";

/**
 * - `word`: letters with their marks, joined by apostrophes, low lines and invisible format characters
 *   that stand between letters ("don't", "snake_case", a word with soft hyphens). A hyphen is punctuation.
 * - `number`: digits with their separators ("1,234.56", "1 000" with a no-break space); "3rd" is a word.
 * - `space`: a run of white space, or one invisible character that belongs to no word.
 * - `code`: an inline code marker, `<1>`, `</1>` or `<2/>`.
 * - `punctuation`: one other grapheme cluster, or a run of one and the same sign ("...").
 */
export type TokenKind = "word" | "space" | "punctuation" | "number" | "code";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** UTF-16 units, half-open. */
  readonly from: number;
  readonly to: number;
}

const EXTEND = String.raw`[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d\u0e33\u0eb3]`;
const SPACE = String.raw`[\t-\n\v\f\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const FORMAT = String.raw`(?:(?!\u200b|\p{L}|${EXTEND})\p{Default_Ignorable_Code_Point})`;
const BODY = String.raw`(?:[\p{L}\p{N}]|${EXTEND})`;
const DIGIT_JOINT = String.raw`(?<=\p{N})(?:[.,:](?=\p{N})|[\xa0\u2009\u202f](?=\p{N}{3}(?!\p{N})))`;
const JOINT = String.raw`(?:${FORMAT}+|['’\p{Pc}]|${DIGIT_JOINT})`;
const WORD = String.raw`[\p{L}\p{N}]${BODY}*(?:${JOINT}[\p{L}\p{N}\p{M}]${BODY}*)*`;
const PICTURE = String.raw`\p{Extended_Pictographic}(?:${EXTEND}*\u200d\p{Extended_Pictographic})*`;
const SIGN = String.raw`(?:\r\n|\p{RI}{2}|${PICTURE}|[^])${EXTEND}*`;

const TOKEN = new RegExp(
  [
    String.raw`(?<code>(?:</?\d{1,9}>|<\d{1,9}/>)${EXTEND}*)`,
    String.raw`(?<space>(?:\r\n|\r(?!\n)|${SPACE})+(?!${EXTEND})|(?!\p{L})\p{Default_Ignorable_Code_Point}(?!${EXTEND}))`,
    `(?<word>${WORD})`,
    String.raw`(?<run>(?!<)\p{P})\k<run>*(?!${EXTEND})`,
    SIGN,
  ].join("|"),
  "gu",
);
const NUMBER = /^\p{N}[\p{N}.,:'’\xa0\u2009\u202f]*$/u;
/** Characters that form one grapheme cluster with what follows (Grapheme_Cluster_Break=Prepend). */
const PREPEND =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/u;
const ENDS_IN_PREPEND = new RegExp(`${PREPEND.source}$`, "u");

/**
 * Cuts a text into words, numbers, spaces, punctuation and inline codes.
 *
 * Promise: the texts of the tokens joined are the text byte for byte (also for ill-formed text), no token
 * is empty, and no boundary lies inside a surrogate pair, an inline code or an extended grapheme cluster
 * (UAX #29). Linear in the length of the text. Scripts written without spaces (Thai, Chinese, Japanese …)
 * are cut by `Intl.Segmenter`; the boundaries inside them depend on its dictionaries.
 *
 * @param locale Language of the text; only used to choose between those dictionaries.
 */
export function tokenize(text: string, locale?: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [piece] = match;
    const kind = kindOf(piece, match.groups ?? {});
    const parts = kind === "word" ? splitByDictionary(piece, locale) : null;
    if (!parts) {
      tokens.push({ kind, text: piece, from: match.index, to: match.index + piece.length });
      continue;
    }
    let from = match.index;
    for (const part of parts) {
      tokens.push({ kind: NUMBER.test(part) ? "number" : "word", text: part, from, to: from + part.length });
      from += part.length;
    }
  }
  return PREPEND.test(text) ? joinPrepended(tokens) : tokens;
}

function kindOf(piece: string, groups: Readonly<Record<string, string | undefined>>): TokenKind {
  if (groups.word !== undefined) return NUMBER.test(piece) ? "number" : "word";
  if (groups.space !== undefined) return "space";
  return groups.code === undefined ? "punctuation" : "code";
}

function joinPrepended(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before && ENDS_IN_PREPEND.test(before.text)) {
      const kind = token.kind === "space" ? before.kind : token.kind;
      joined[joined.length - 1] = { kind, text: before.text + token.text, from: before.from, to: token.to };
    } else {
      joined.push(token);
    }
  }
  return joined;
}
