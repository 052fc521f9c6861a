/** Inline codes that are one element of HTML each, the same on pages and in books. */
export const INLINE_ELEMENTS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  code: "code",
  superscript: "sup",
  subscript: "sub",
} as const;
