/** How the numbers of a list are written: figures, letters or Roman numerals. */

/** Named as CSS names them. Figures are no style: an item without one has them. */
export const NUMBER_STYLES = ["lower-alpha", "upper-alpha", "lower-roman", "upper-roman"] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

const ROMAN = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

/** Above it Roman numerals need signs that no font has. */
const GREATEST_ROMAN = 3999;

/**
 * The number of an item as it is shown, without the point behind it: 28 is "ab", "XXVIII" or "28". As
 * browsers do, what a style has no sign for (0, Roman numerals from 4,000) is written in figures.
 *
 * Source: CSS Counter Styles Level 3, 6.
 */
export function numberLabel(ordinal: number, style: NumberStyle | undefined): string {
  if (style === undefined || ordinal < 1) return `${ordinal}`;
  const isRoman = style.endsWith("-roman");
  if (isRoman && ordinal > GREATEST_ROMAN) return `${ordinal}`;
  const label = isRoman ? inRoman(ordinal) : inLetters(ordinal);
  return style.startsWith("upper-") ? label.toUpperCase() : label;
}

function inRoman(ordinal: number): string {
  let label = "";
  let rest = ordinal;
  for (const [value, sign] of ROMAN) {
    label += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return label;
}

function inLetters(ordinal: number): string {
  let label = "";
  for (let rest = ordinal; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    label = String.fromCodePoint(97 + ((rest - 1) % 26)) + label;
  }
  return label;
}

/** The same for `type` of HTML's `ol`. */
export const TYPES_OF_STYLES = {
  "lower-alpha": "a",
  "upper-alpha": "A",
  "lower-roman": "i",
  "upper-roman": "I",
} as const satisfies Record<NumberStyle, string>;
