const WHITE = String.raw`\t-\r\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffc\u2800\u{1d159}\p{Noncharacter_Code_Point}`;

const WHITE_RUN = new RegExp(`[${WHITE}]+`, "gu");
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]+`, "gu");
const VISIBLE = new RegExp(`[^${WHITE}${INVISIBLE}]`, "u");
const NOT_WHITE = new RegExp(`[^${WHITE}]`, "u");

/**
 * The form in which two texts are equal if a reader can hardly see a difference: invisible characters
 * removed, normalised, every run of white space one space, none at the ends. Only for comparing; never
 * stored, never shown. Homoglyphs of other scripts stay different.
 *
 * @param form NFKC also makes compatibility forms equal, which can look different: "²" and "2", "…" and "...".
 */
export const foldInvisible = (text: string, form: "NFC" | "NFKC" = "NFKC"): string =>
  text
    .replace(ALL_INVISIBLE, "")
    .normalize(form)
    .replace(ALL_INVISIBLE, "")
    .replace(WHITE_RUN, " ")
    .replace(/^ | $/g, "");

/** True if one character of the text leaves ink: neither white space nor invisible. */
export const hasVisibleCharacter = (text: string): boolean => VISIBLE.test(text);

/** True if every character is Unicode white space (White_Space); also true for the empty text. */
export const isWhiteSpace = (text: string): boolean => !NOT_WHITE.test(text);
