import { wholePercent } from "@/lib/core/shared/share";
import { regionOf, type UiLocale } from "./locales";

/** An instant, as the database, JSON or the clock gives it. */
export type Instant = Date | string | number;

/** Dates, numbers and names for one language and time zone. */
export interface Format {
  readonly locale: UiLocale;
  readonly timeZone: string;
  /** "24 November 2026" */
  date(at: Instant): string;
  /** "24–26 November 2026" */
  dates(from: Instant, to: Instant): string;
  /** "24 Nov 2026, 14:05" */
  dateTime(at: Instant): string;
  /** "3 minutes ago", counted from `now`. */
  relative(at: Instant, now: Instant): string;
  number(value: number): string;
  /** 0.42 is "42%". "100%" and "0%" are said only of all and of none. */
  percent(share: number): string;
  /** 1_500_000 is "1.5 MB". */
  bytes(count: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** "German" of "de". A tag that nobody knows stays as it is. */
  languageName(tag: string): string;
}

const STEPS = [
  ["year", 365.25 * 86_400],
  ["month", 30.44 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

const BYTE_STEPS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

function relativeTime(format: Intl.RelativeTimeFormat, at: Instant, now: Instant): string {
  const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
  if (Math.abs(seconds) < 10) return format.format(0, "second");
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS[6];
  return format.format(Math.trunc(seconds / length), unit);
}

function byteCount(region: string, count: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), BYTE_STEPS.length - 1);
  return new Intl.NumberFormat(region, {
    style: "unit",
    unit: BYTE_STEPS[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(count / 1000 ** step);
}

function languageName(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Formatters are made once per language and time zone: making one costs a hundred times its use. */
const made = new Map<string, Format>();

export function createFormat(locale: UiLocale, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const region = regionOf(locale);
  const date = new Intl.DateTimeFormat(region, { dateStyle: "long", timeZone });
  const dateTime = new Intl.DateTimeFormat(region, { dateStyle: "medium", timeStyle: "short", timeZone });
  const relative = new Intl.RelativeTimeFormat(region, { numeric: "auto" });
  const number = new Intl.NumberFormat(region);
  const percent = new Intl.NumberFormat(region, { style: "percent" });
  const list = new Intl.ListFormat(region, { type: "conjunction" });
  const names = new Intl.DisplayNames(region, { type: "language", languageDisplay: "standard" });
  const format: Format = {
    locale,
    timeZone,
    date: (at) => date.format(new Date(at)),
    dates: (from, to) => date.formatRange(new Date(from), new Date(to)),
    dateTime: (at) => dateTime.format(new Date(at)),
    relative: (at, now) => relativeTime(relative, at, now),
    number: (value) => number.format(value),
    percent: (share) => percent.format(wholePercent(share) / 100),
    bytes: (count) => byteCount(region, count),
    list: (items) => list.format(items),
    languageName: (tag) => languageName(names, tag),
  };
  made.set(key, format);
  return format;
}
