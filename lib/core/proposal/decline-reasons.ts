import { err, ok, type Result } from "../shared/result";

/**
 * Why a proposal is declined. The first seven are error types of MQM (themqm.org, core typology; the last of them
 * put together where an editor would not tell them apart); then what an editor says who has found no error.
 * Stored by name; one key each, in this order, with `other` on 0.
 */
export const DECLINE_REASONS = [
  "mistranslation",
  "omission",
  "addition",
  "terminology",
  "linguistic-conventions",
  "style",
  "locale-conventions",
  "source-ambiguous",
  "no-improvement",
  "other",
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** The reason that a digit key stands for: 1 to 9 by the order of the list, 0 for `other`. */
export function declineReasonOfDigit(digit: number): DeclineReason | null {
  if (digit === 0) return "other";
  const reason = DECLINE_REASONS[digit - 1];
  return reason && reason !== "other" ? reason : null;
}

/** `reason-required`: it is none of the list and nothing was written about it. */
export function checkDeclineReason(
  reason: DeclineReason,
  note: string,
): Result<DeclineReason, "reason-required"> {
  return reason === "other" && note.trim() === "" ? err("reason-required") : ok(reason);
}
