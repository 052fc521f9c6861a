/**
 * The proposal's states. Stored by name, never by ordinal. "Conflicted" is absent on
 * purpose: it follows from the proposal's base and the segment's current revision.
 */
import type { RevisionId, UserId } from "../shared/ids";
import { err, ok, type Result } from "../shared/result";

export const PROPOSAL_STATES = [
  "open",
  "accepted",
  /** A part was accepted; what was left is a proposal of its own. */
  "divided",
  "declined",
  "withdrawn",
  /** The text moved on and has all its changes. */
  "contained",
  /** What was left of a proposal went back into it: the acceptance of the part was undone. */
  "rejoined",
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Whose words a proposal began with: of somebody who works here, or of a reader who reported an error. */
export type ProposalOrigin = "translator" | "reader";

/** How a version of a proposal came about: by its author, by the text that moved under it, or by an editor. */
export const VERSION_CAUSES = ["written", "rebased", "edited"] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];

/** Why a machine text was wrong, or why a proposal is declined: MQM dimensions and what editors say beside them. */
export const CHANGE_REASONS = [
  "accuracy",
  "omission",
  "untranslated",
  "terminology",
  "name",
  "grammar",
  "style",
  "typography",
  "other",
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Limits that the pages state and the services enforce, in UTF-16 units. */
export const TARGET_TEXT_LIMIT = 200_000;
export const COMMENT_LIMIT = 2_000;

/** What a decision needs to know of a proposal. */
export interface DecidableProposal {
  readonly state: ProposalState;
  readonly version: number;
  readonly textHash: string;
  readonly baseRevisionId: RevisionId;
  readonly currentRevisionId: RevisionId;
  /** A repair of the alignment has retired its row. */
  readonly isRetired: boolean;
  /** Its author was asked for another version and has not sent it yet. */
  readonly changesRequested: boolean;
  /**
   * Author and everybody else who wrote a character of it, the importer of the machine text, and the writers of the
   * text that it changes as long as nobody has approved that: whoever accepts a change approves all of it.
   */
  readonly contributorIds: readonly UserId[];
}

/** What the person had in front of the eyes when deciding. */
export interface SeenProposal {
  readonly version: number;
  readonly textHash: string;
  readonly baseRevisionId: RevisionId;
}

export type ProposalDecision = "accept" | "decline" | "request-changes";

/** "realigned": a repair of the alignment has retired the row; the proposal waits in the tray. */
export type DecisionFault =
  | "not-open"
  | "own-words"
  | "changed-meanwhile"
  | "conflict"
  | "realigned"
  | "already-requested";

/** An open proposal whose base is no longer the segment's current revision. */
export const isConflicted = (
  proposal: Pick<DecidableProposal, "state" | "baseRevisionId" | "currentRevisionId">,
): boolean => proposal.state === "open" && proposal.baseRevisionId !== proposal.currentRevisionId;

/**
 * May this person decide on this proposal, having seen this? Order of the answers:
 * four eyes first (it never changes), then the state, then what was seen, then the base
 * (a proposal on an older text, or in the tray, can be declined, not accepted).
 */
export function checkDecision(
  kind: ProposalDecision,
  proposal: DecidableProposal,
  seen: SeenProposal,
  deciderId: UserId,
): Result<UserId, DecisionFault> {
  if (proposal.contributorIds.includes(deciderId)) return err("own-words");
  if (proposal.state !== "open") return err("not-open");
  const same =
    proposal.version === seen.version &&
    proposal.textHash === seen.textHash &&
    proposal.baseRevisionId === seen.baseRevisionId;
  if (!same) return err("changed-meanwhile");
  if (kind === "accept" && proposal.isRetired) return err("realigned");
  if (kind === "accept" && isConflicted(proposal)) return err("conflict");
  if (kind === "request-changes" && proposal.changesRequested) return err("already-requested");
  return ok(deciderId);
}
