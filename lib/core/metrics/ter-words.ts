/** How TER cuts a sentence into words; the defaults of sacreBLEU are all false. */
export interface TerOptions {
  /** Part punctuation from words, as the tercom normaliser for western languages does. */
  readonly normalized?: boolean;
  /** Leave `. , ? : ; ! " ( )` out. */
  readonly noPunctuation?: boolean;
  readonly caseSensitive?: boolean;
}

/**
 * White space as Python knows it: unlike JavaScript's it has the separators U+001C to U+001F and U+0085, and
 * not U+FEFF.
 */
const WHITE_SPACE = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`;
const WHITE_RUN = new RegExp(WHITE_SPACE, "u");
const TRAILING = new RegExp(`${WHITE_SPACE}$`, "u");

/** The non-empty pieces between white space. */
export const splitWords = (text: string): readonly string[] => text.split(WHITE_RUN).filter(Boolean);

/** The text without white space at its end. */
export const trimEnd = (text: string): string => text.replace(TRAILING, "");

/** The words of a sentence for TER. */
export function terWords(text: string, options: TerOptions = {}): readonly string[] {
  let words = options.caseSensitive ? text : text.toLowerCase();
  if (options.normalized) words = normalize(words);
  if (options.noPunctuation) words = words.replace(/[.,?:;!"()]/g, "");
  return splitWords(words);
}

/** Entities that old evaluation files had. */
export const unescapeEntities = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** Spaces around punctuation; around full stops, commas and hyphens only where no number is cut. */
export const partPunctuation = (text: string, partPossessives: boolean): string => {
  const parted = text.replace(/([{-~[-` -&(-+:-@/])/g, " $1 ");
  const possessives = partPossessives ? parted.replace(/'s /g, " 's ").replace(/'s$/g, " 's") : parted;
  return possessives
    .replace(/([^0-9])([.,])/gu, "$1 $2 ")
    .replace(/([.,])([^0-9])/gu, " $1 $2")
    .replace(/([0-9])(-)/g, "$1 $2 ");
};

const normalize = (text: string): string =>
  partPunctuation(` ${unescapeEntities(text.replaceAll("\n-", "").replaceAll("\n", " "))} `, true);
