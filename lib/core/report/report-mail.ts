/** When somebody who left an address is written to. */
import type { ReportOutcome } from "./report-outcome";

/** How long an outcome must stand before it is told, in milliseconds: decisions are often taken back at once. */
export const STANDS_MS = 5 * 60_000;

/** How long an address is kept at most, in milliseconds: a year. The form states it. */
export const ADDRESS_KEPT_MS = 365 * 86_400_000;

/** Addresses are kept per reader and report; this many reports of one address may wait at once. */
export const MAILS_PER_ADDRESS = 10;

/** What a mail tells. `reopened`: what was told last is no longer true, and nobody has decided since. */
export type ReportNews = Exclude<ReportOutcome, "waiting"> | "reopened";

/** What somebody who was told one outcome has to hear of another one; null: nothing. */
export function newsSince(told: ReportOutcome, outcome: ReportOutcome): ReportNews | null {
  if (told === outcome) return null;
  return outcome === "waiting" ? "reopened" : outcome;
}

/** Nothing more is to be expected, so the address is not needed any more. */
export const isFinalNews = (news: ReportNews): boolean => news !== "accepted" && news !== "reopened";

const MINUTE = 60_000;
const WAITS = [1, 5, 15, 60, 240, 720, 1_440].map((minutes) => minutes * MINUTE);

/** Milliseconds to wait after this many attempts that failed; null: about two days went by, and it was tried enough. */
export const mailWaitAfter = (attempts: number): number | null => WAITS[attempts - 1] ?? null;

/** Reorders the text around it, ends a line, or does what only machines see. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Somebody's words as one line of a mail, of at most this many code points. */
export function oneLine(words: string, most: number): string {
  const line = [...words.toWellFormed().replace(UNSAFE, " ").replace(/\s+/gu, " ").trim()];
  return line.length <= most
    ? line.join("")
    : `${line
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** Somebody's words as lines of a mail. */
export const manyLines = (words: string): string =>
  words
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => oneLine(line, line.length))
    .join("\n")
    .trim();
