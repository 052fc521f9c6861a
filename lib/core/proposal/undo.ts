import type { DecisionId, RevisionId, UserId } from "../shared/ids";
import { err, ok, type Result } from "../shared/result";
import type { ProposalState } from "./lifecycle";

/** Decisions that can be taken back. Withdrawing is the author's own act: they propose again. */
export const UNDOABLE_KINDS = [
  "accept",
  "accept-part",
  "decline",
  "approve",
  "request_changes",
  "revert",
] as const;
export type UndoableKind = (typeof UNDOABLE_KINDS)[number];

export interface UndoableDecision {
  readonly id: DecisionId;
  readonly kind: UndoableKind;
  readonly actorId: UserId;
  /** The revision that was current when the decision was taken, or became current by it. */
  readonly revisionId: RevisionId;
  readonly proposalVersion: number | null;
  readonly isUndone: boolean;
}

/** What is there now, as far as a decision could have been built on. */
export interface UndoState {
  readonly currentRevisionId: RevisionId;
  /** The current revision, and those whose text it only brought back, by undo. */
  readonly standsForIds: readonly RevisionId[];
  /** A repair of the alignment has retired the row. */
  readonly isRetired: boolean;
  /** The text was published after the decision; also if that was withdrawn since: people have read it. */
  readonly isPublished: boolean;
  /** Somebody else's approval of the same text is in force beside this one. */
  readonly hasOtherApproval: boolean;
  /** The proposal that was decided on; null for an approval of a text as it stands. */
  readonly proposal: {
    readonly state: ProposalState;
    readonly version: number;
    readonly changesRequested: boolean;
    readonly contributorIds: readonly UserId[];
    /** Its author has proposed something else for the paragraph since, which is open. */
    readonly authorGoesOn: boolean;
    /** What was left of it when a part was accepted; null if nothing was. */
    readonly rest: {
      readonly state: ProposalState;
      /** Its words are those that were left, on the current text. */
      readonly isAsLeft: boolean;
    } | null;
  } | null;
}

export type UndoFault =
  | "not-your-decision"
  | "own-words"
  | "already-undone"
  | "realigned"
  | "moved-on"
  | "published"
  | "decided-since"
  | "author-goes-on";

/** Does the decision change what stands in the paragraph, or its approval? */
export const movesText = (kind: UndoableKind): boolean => kind !== "decline" && kind !== "request_changes";

/**
 * May this person take this decision back? Whoever took it may, and an administrator of the project who wrote
 * none of the words, as long as nothing was built on it. Order of the answers: who asks, then whether there is
 * anything left to take back, then what was built on it.
 */
export function mayUndo(
  decision: UndoableDecision,
  state: UndoState,
  who: { readonly userId: UserId; readonly isAdmin: boolean },
): Result<UndoableKind, UndoFault> {
  const isOwn = decision.actorId === who.userId;
  if (!isOwn && !who.isAdmin) return err("not-your-decision");
  if (!isOwn && state.proposal?.contributorIds.includes(who.userId)) return err("own-words");
  if (decision.isUndone) return err("already-undone");
  const fault = movesText(decision.kind)
    ? faultOfText(decision, state)
    : faultOfProposal(decision, state.proposal);
  return fault ? err(fault) : ok(decision.kind);
}

function faultOfText(decision: UndoableDecision, state: UndoState): UndoFault | null {
  if (state.isRetired) return "realigned";
  if (!state.standsForIds.includes(decision.revisionId)) return "moved-on";
  if (state.isPublished) return "published";
  if (state.hasOtherApproval) return "decided-since";
  if (decision.kind !== "accept" && decision.kind !== "accept-part") return null;
  const rest = decision.kind === "accept-part" ? state.proposal?.rest : null;
  if (rest && rest.state !== "open") return "decided-since";
  if (rest && !rest.isAsLeft) return "moved-on";
  return state.proposal?.authorGoesOn ? "author-goes-on" : null;
}

function faultOfProposal(decision: UndoableDecision, proposal: UndoState["proposal"]): UndoFault | null {
  if (!proposal) return "moved-on";
  const isRequest = decision.kind === "request_changes";
  if (proposal.version !== decision.proposalVersion) return "moved-on";
  if (proposal.state !== (isRequest ? "open" : "declined")) return "decided-since";
  if (isRequest) return proposal.changesRequested ? null : "moved-on";
  return proposal.authorGoesOn ? "author-goes-on" : null;
}
