import { err, ok, type Result } from "../shared/result";

/** A year: what lies further away was probably mistyped. */
const FURTHEST_MS = 366 * 86_400_000;

export type PlanFault = "no-such-time" | "not-in-future" | "too-far";

/** May a publication be planned for this time (null: clocks never show it)? Times in milliseconds. */
export function checkPlannedTime(dueAt: number | null, now: number): Result<number, PlanFault> {
  if (dueAt === null) return err("no-such-time");
  if (dueAt <= now) return err("not-in-future");
  return dueAt - now > FURTHEST_MS ? err("too-far") : ok(dueAt);
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
/** With the waits between them about three hours: a night without a database is for people to see to. */
const MOST_ATTEMPTS = 40;

/**
 * How long a planned publication waits, in milliseconds, after this many attempts that failed by a passing trouble; null:
 * it was tried often enough.
 */
export function waitAfter(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
}

/** How long a link to a draft may work, in hours. */
export const PREVIEW_HOURS = [1, 24, 72, 168, 720] as const;

export type PreviewHours = (typeof PREVIEW_HOURS)[number];
