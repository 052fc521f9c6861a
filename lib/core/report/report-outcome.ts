import type { ProposalState } from "../proposal/lifecycle";

export const REPORT_STATES = ["open", "answered", "declined"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What became of a report, as its reader is told. */
export type ReportOutcome =
  /** Nobody has decided yet. */
  | "waiting"
  /** A better text was accepted; readers get it with the next publication. */
  | "accepted"
  /** … and they have it. */
  | "published"
  | "declined"
  /** Somebody has answered in words. */
  | "answered";

/** What a report's outcome follows from; it is never stored, so that an undone decision is undone here, too. */
export interface ReportFacts {
  readonly state: ReportState;
  /** Of the proposal that it became; null if it has become none. */
  readonly proposalState: ProposalState | null;
  /** The text that readers have was published after the proposal was decided. */
  readonly isPublished: boolean;
}

/** A proposal that its author took back leaves the report as it was before. */
export function reportOutcome({ state, proposalState, isPublished }: ReportFacts): ReportOutcome {
  if (state !== "open") return state;
  switch (proposalState) {
    case "accepted":
    case "divided":
    case "contained":
      return isPublished ? "published" : "accepted";
    case "declined":
      return "declined";
    case "open":
    case "withdrawn":
    case "rejoined":
    case null:
      return "waiting";
  }
}
