import type { AccessError } from "@/lib/core/access/permissions";
import { READERS_ID } from "@/lib/core/access/roles";
import { checkDeclineReason, type DeclineReason } from "@/lib/core/proposal/decline-reasons";
import {
  COMMENT_LIMIT,
  checkDecision,
  type DecisionFault,
  type ProposalDecision,
  type SeenProposal,
} from "@/lib/core/proposal/lifecycle";
import type { BatchId, DecisionId, ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { acceptProposal as writeAccept, declineProposal as writeDecline } from "@/lib/db/proposals/decide";
import { findDecidable, findProposalAuthor } from "@/lib/db/proposals/read";
import { requestChanges as writeRequest } from "@/lib/db/proposals/request-changes";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { approveTogether } from "./approve-together";
import { followMove } from "./follow-move";
import { policyOfProposal } from "./policy-of-proposal";

export type DecideProposalError =
  | { readonly code: AccessError | "own-words" | "reason-required" | "approved-already" | "objected" }
  | { readonly code: "nul" | "lone-surrogate" | "too-long"; readonly field: "note" }
  | {
      readonly code: Exclude<DecisionFault, "own-words">;
      /** What is there now, so that the page can show both and nothing is lost. */
      readonly currentText: string;
      readonly proposedText: string;
    };

export interface Decision {
  readonly proposalId: ProposalId;
  /** What the person had in front of the eyes. */
  readonly seen: SeenProposal;
  readonly note: string;
  /** Of a decline; without one it counts as `other`, which needs a note. */
  readonly reason?: DeclineReason;
  /** The act on many proposals that this is part of. */
  readonly batchId?: BatchId | null;
}

export interface Decided {
  /** Null as long as approvals are missing. */
  readonly decisionId: DecisionId | null;
  /** The revision that became current by it; null if none did. */
  readonly revisionId: RevisionId | null;
  /** How many more people must approve before the proposal is accepted; 0: it is decided. */
  readonly missing: number;
}

/**
 * Accepts a proposal: its text becomes the segment's current, approved revision, and the
 * other open proposals of the segment come along (`followMove`). Binds to what was seen; if
 * proposal or paragraph changed meanwhile nothing is written and the error carries both texts.
 * Of two deciders exactly one wins. Where the policy asks for several approvals all but the last
 * one only count; `approved-already`: this person's counts already.
 * `objected`: a second look has objected to this person's approval of the same text (`mayApproveAgain`).
 */
export function acceptProposal(
  ctx: ServiceContext,
  input: Decision,
): Promise<Result<Decided, DecideProposalError>> {
  return decide(ctx, "accept", input);
}

/** Declines a proposal with a reason that its author reads. Binds like `acceptProposal`. */
export async function declineProposal(
  ctx: ServiceContext,
  input: Decision,
): Promise<Result<Decided, DecideProposalError>> {
  return decide(ctx, "decline", input);
}

/**
 * Asks the author for another version and says what is to be changed. The proposal stays open, and is in no queue
 * until the author sends one. Binds like `acceptProposal`; `already-requested`: somebody has asked before. A reader
 * without an account cannot be asked.
 */
export async function requestChanges(
  ctx: ServiceContext,
  input: Decision,
): Promise<Result<Decided, DecideProposalError>> {
  return decide(ctx, "request-changes", input);
}

async function decide(
  ctx: ServiceContext,
  kind: ProposalDecision,
  input: Decision,
): Promise<Result<Decided, DecideProposalError>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.decide");
  if (!granted.ok) return granted;
  const note = checkText(input.note, { maxLength: COMMENT_LIMIT });
  if (!note.ok && note.error !== "empty") return err({ code: note.error, field: "note" });
  if (!saysWhy(kind, input)) return err({ code: "reason-required" });

  // A reader without an account has no way to send another version.
  if (kind === "request-changes" && (await findProposalAuthor(ctx.db.pool, input.proposalId)) === READERS_ID)
    return err({ code: "not-allowed" });

  const { userId, projectId } = granted.value;
  const policy = await policyOfProposal(ctx.db.pool, projectId, input.proposalId, userId);
  if (kind === "accept" && policy.approvals > 1) return approveTogether(ctx, input, granted.value);
  const written = await write(ctx, kind, input, userId);
  if (written.ok && written.value) return ok(written.value);
  if (!written.ok) return written;
  // Something was not as it must be, and nothing was written: say what, and what is there now.
  const refused = await refusal(ctx, kind, input, userId);
  if (refused) return err(refused);
  // The policy has come to ask for more approvals meanwhile.
  const { approvals } = await policyOfProposal(ctx.db.pool, projectId, input.proposalId, userId);
  if (kind === "accept" && approvals > 1) return approveTogether(ctx, input, granted.value);
  return err({ code: "not-found" });
}

function saysWhy(kind: ProposalDecision, { reason = "other", note }: Decision): boolean {
  switch (kind) {
    case "accept":
      return true;
    case "decline":
      return checkDeclineReason(reason, note).ok;
    case "request-changes":
      return note.trim() !== "";
  }
}

/** The write compares everything itself. Null: something was not as it must be, and nothing was written. */
async function write(
  ctx: ServiceContext,
  kind: ProposalDecision,
  input: Decision,
  deciderId: UserId,
): Promise<Result<Decided | null, { readonly code: "own-words" | "objected" }>> {
  try {
    return ok(await writeDecision(ctx, kind, input, deciderId));
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    if (sqlState(error) === SQL_STATE.objected) return err({ code: "objected" });
    if (isLostRace(error)) return ok(null);
    throw error;
  }
}

async function writeDecision(
  ctx: ServiceContext,
  kind: ProposalDecision,
  { proposalId, seen, note, reason = "other", batchId = null }: Decision,
  deciderId: UserId,
): Promise<Decided | null> {
  const db = ctx.db.pool;
  const decider = { deciderId, note, at: ctx.now(), batchId };
  if (kind === "accept") {
    return inTransaction(ctx.db, async (tx) => {
      const done = await writeAccept(tx, proposalId, seen, decider);
      if (done) await followMove(tx, done.segmentId, deciderId, decider.at);
      return done && { decisionId: done.decisionId, revisionId: done.revisionId, missing: 0 };
    });
  }
  const decisionId =
    kind === "decline"
      ? await writeDecline(db, proposalId, seen, { ...decider, reason })
      : await writeRequest(db, proposalId, seen, decider);
  return decisionId ? { decisionId, revisionId: null, missing: 0 } : null;
}

async function refusal(
  ctx: ServiceContext,
  kind: ProposalDecision,
  input: Decision,
  deciderId: UserId,
): Promise<DecideProposalError | null> {
  const found = await findDecidable(ctx.db.pool, input.proposalId);
  if (!found) return { code: "not-found" };
  const allowed = checkDecision(kind, found, input.seen, deciderId);
  if (allowed.ok) return null;
  if (allowed.error === "own-words") return { code: "own-words" };
  return { code: allowed.error, currentText: found.currentText, proposedText: found.targetText };
}

const LOST_RACES: readonly string[] = [
  SQL_STATE.uniqueViolation,
  SQL_STATE.decidedIsFinal,
  SQL_STATE.brokenChain,
  SQL_STATE.brokenAlignment,
  SQL_STATE.approvalsMissing,
];

/** Refusals of the database's own rules that only a decision at the same moment can cause. */
const isLostRace = (error: unknown): boolean => LOST_RACES.includes(sqlState(error) ?? "");
