import { ASCII_SIGNS, DIGITS, NAMED_RUNS } from "./invisible-names";

/** How a person can be told which character stands there: "U+00A0", "NO-BREAK SPACE". */
export interface CharacterName {
  /** "U+" and at least four upper-case hexadecimal digits. */
  readonly code: string;
  /** Name in the Unicode Character Database, formal alias of a control, or a code point label such as "<reserved-2065>". */
  readonly name: string;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly nameOf: (codePoint: number) => string;
}

const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase().padStart(4, "0");

const reserved = (codePoint: number): string => `<reserved-${hex(codePoint)}>`;
const noncharacter = (codePoint: number): string => `<noncharacter-${hex(codePoint)}>`;

const signs = ASCII_SIGNS.split(";");
const digits = DIGITS.split(";");

function tagName(codePoint: number): string {
  const ascii = codePoint - 0xe0000;
  if (ascii === 0x7f) return "CANCEL TAG";
  const character = String.fromCodePoint(ascii);
  if (/[A-Z]/.test(character)) return `TAG LATIN CAPITAL LETTER ${character}`;
  if (/[a-z]/.test(character)) return `TAG LATIN SMALL LETTER ${character.toUpperCase()}`;
  if (/[0-9]/.test(character)) return `TAG DIGIT ${digits[ascii - 0x30]}`;
  const lettersBefore = (ascii > 0x39 ? 10 : 0) + (ascii > 0x5a ? 26 : 0) + (ascii > 0x7a ? 26 : 0);
  return `TAG ${signs[ascii - 0x20 - lettersBefore]}`;
}

const RANGES: readonly Range[] = [
  ...NAMED_RUNS.map(([first, joined]) => {
    const names = joined.split(";");
    return {
      from: first,
      to: first + names.length,
      nameOf: (at: number) => names[at - first] ?? reserved(at),
    };
  }),
  {
    from: 0x180b,
    to: 0x180e,
    nameOf: (at: number) => `MONGOLIAN FREE VARIATION SELECTOR ${numeral(at - 0x180a)}`,
  },
  { from: 0x180f, to: 0x1810, nameOf: () => "MONGOLIAN FREE VARIATION SELECTOR FOUR" },
  { from: 0x2065, to: 0x2066, nameOf: reserved },
  { from: 0xfdd0, to: 0xfdf0, nameOf: noncharacter },
  { from: 0xfe00, to: 0xfe10, nameOf: (at: number) => `VARIATION SELECTOR-${at - 0xfe00 + 1}` },
  { from: 0xfff0, to: 0xfff9, nameOf: reserved },
  { from: 0xe0000, to: 0xe0001, nameOf: reserved },
  { from: 0xe0002, to: 0xe0020, nameOf: reserved },
  { from: 0xe0020, to: 0xe0080, nameOf: tagName },
  { from: 0xe0080, to: 0xe0100, nameOf: reserved },
  { from: 0xe0100, to: 0xe01f0, nameOf: (at: number) => `VARIATION SELECTOR-${at - 0xe0100 + 17}` },
  { from: 0xe01f0, to: 0xe1000, nameOf: reserved },
].sort((one, other) => one.from - other.from);

function numeral(value: number): string {
  return digits[value] ?? String(value);
}

/**
 * Names a character that a reader cannot see or cannot tell from a plain space or hyphen: controls, white
 * space other than U+0020, default-ignorable code points (joiners, soft hyphen, byte order mark, bidi
 * controls, tags, variation selectors, fillers), interlinear annotation, non-breaking hyphen, blank symbols,
 * noncharacters. The plain space gives null although a change may consist of it: see `describeSpace`.
 *
 * @returns null for every other code point.
 */
export function describeInvisible(codePoint: number): CharacterName | null {
  if (codePoint === 0x20) return null;
  const range = findRange(codePoint);
  if (range) return { code: `U+${hex(codePoint)}`, name: range.nameOf(codePoint) };
  const isNoncharacter = (codePoint & 0xfffe) === 0xfffe && codePoint <= 0x10ffff;
  return isNoncharacter ? { code: `U+${hex(codePoint)}`, name: noncharacter(codePoint) } : null;
}

/** As `describeInvisible`, and also names U+0020: for places where the spaces are what changed. */
export const describeSpace = (codePoint: number): CharacterName | null =>
  codePoint === 0x20 ? { code: "U+0020", name: "SPACE" } : describeInvisible(codePoint);

function findRange(codePoint: number): Range | undefined {
  let [low, high] = [0, RANGES.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((RANGES[middle]?.to ?? 0) <= codePoint) low = middle + 1;
    else high = middle;
  }
  const range = RANGES[low];
  return range && range.from <= codePoint ? range : undefined;
}
