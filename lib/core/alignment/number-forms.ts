import { monthConcept } from "./lexicon/month-names";

/**
 * Numbers as both sides of a translation may write them, brought to one form: "1.234,5" and
 * "1,234.5" and "1 234,5" are "1234.5", "16.45" (Uhr) is "16:45" (o'clock) is "16.45", a date
 * in digits falls into its parts and names its month. Forms begin with "#", so that they never meet a
 * word. Digits of other scripts and the Arabic separators are read like ours.
 */
const GROUPED = /^\d{1,3}(?:[.,'’\s]\d{3})+$/;
const GROUPED_DECIMAL = /^\d{1,3}(?:([.,'’\s])\d{3})+[.,]\d+$/;
const DATE = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Forms of one number as it stands in a text; several for a date. */
export function numberForms(written: string): readonly string[] {
  const text = asciiDigits(written).replaceAll("٬", "'").replaceAll("٫", ",");
  const date = DATE.exec(text) ?? ISO_DATE.exec(text);
  if (date) return [...date.slice(1).map((part) => `#${trimZeros(part)}`), ...monthsOf(date)];
  if (GROUPED.test(text)) return [`#${text.replace(/\D/g, "")}`];
  const grouped = GROUPED_DECIMAL.exec(text);
  if (grouped?.[1] !== undefined) return [`#${text.split(grouped[1]).join("").replace(/[.,]/, ".")}`];
  return [`#${trimZeros(text.replace(/[,:]/g, "."))}`];
}

/** The month of a date in digits; day and month before a slash are not told apart. */
function monthsOf([whole, first, second]: RegExpExecArray): readonly string[] {
  const month = Number(second);
  const isCertain = !whole.includes("/") && (first?.length === 4 || Number(first) <= 31);
  return isCertain && month >= 1 && month <= 12 ? [monthConcept(month)] : [];
}

/** The same time of day on a clock of twelve hours: "#16.45" gives "#4.45"; null for other numbers. */
export function onTwelveHours(form: string): string | null {
  const time = /^#(\d{2})\.(\d{2})$/.exec(form);
  const hour = Number(time?.[1]);
  return time && hour > 12 && hour < 24 ? `#${hour - 12}.${time[2]}` : null;
}

const trimZeros = (text: string): string => text.replace(/^0+(?=\d)/, "");

/** Decimal digits of any script as 0-9. Unicode keeps the ten digits of a script side by side. */
function asciiDigits(text: string): string {
  return text.replace(/[^\d]/gu, (character) => {
    if (!/\p{Nd}/u.test(character)) return character;
    let value = 0;
    const code = character.codePointAt(0) ?? 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}
