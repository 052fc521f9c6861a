import type { AccessError } from "@/lib/core/access/permissions";
import {
  COMMENT_LIMIT,
  checkDecision,
  type DecisionFault,
  type SeenProposal,
} from "@/lib/core/proposal/lifecycle";
import type { ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { findPolicy } from "@/lib/db/policies";
import { acceptProposal as writeAccept, declineProposal as writeDecline } from "@/lib/db/proposals/decide";
import { findDecidable } from "@/lib/db/proposals/read";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { approveTogether } from "./approve-together";
import { followMove } from "./follow-move";

export type DecideProposalError =
  | { readonly code: AccessError | "own-words" | "reason-required" | "approved-already" }
  | { readonly code: "nul" | "lone-surrogate" | "too-long"; readonly field: "note" }
  | {
      readonly code: Exclude<DecisionFault, "own-words">;
      /** What is there now, so that the page can show both and nothing is lost. */
      readonly currentText: string;
      readonly proposedText: string;
    };

/** `missing`: how many more people must approve before the proposal is accepted; 0: it is decided. */
export interface Decided {
  readonly revisionId: RevisionId | null;
  readonly missing: number;
}

interface Decision {
  readonly proposalId: ProposalId;
  /** What the person had in front of the eyes. */
  readonly seen: SeenProposal;
  readonly note: string;
}

/**
 * Accepts a proposal: its text becomes the segment's current, approved revision, and the
 * other open proposals of the segment come along (`followMove`). Binds to what was seen; if
 * proposal or paragraph changed meanwhile nothing is written and the error carries both texts.
 * Of two deciders exactly one wins. Where the policy asks for several approvals all but the last
 * one only count; `approved-already`: this person's counts already.
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

async function decide(
  ctx: ServiceContext,
  kind: "accept" | "decline",
  input: Decision,
): Promise<Result<Decided, DecideProposalError>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.decide");
  if (!granted.ok) return granted;
  const note = checkText(input.note, { maxLength: COMMENT_LIMIT });
  if (!note.ok && note.error !== "empty") return err({ code: note.error, field: "note" });
  if (kind === "decline" && input.note.trim() === "") return err({ code: "reason-required" });

  const { userId, projectId } = granted.value;
  const policy = await findPolicy(ctx.db.pool, projectId);
  if (kind === "accept" && policy.approvals > 1) return approveTogether(ctx, input, granted.value, policy);
  const written = await write(ctx, kind, input, userId);
  if (written.ok && written.value) return ok(written.value);
  if (!written.ok) return written;
  // Something was not as it must be, and nothing was written: say what, and what is there now.
  return err((await refusal(ctx, kind, input, userId)) ?? { code: "not-found" });
}

/** The write compares everything itself. Null: something was not as it must be, and nothing was written. */
async function write(
  ctx: ServiceContext,
  kind: "accept" | "decline",
  input: Decision,
  deciderId: UserId,
): Promise<Result<Decided | null, { readonly code: "own-words" }>> {
  const decider = { deciderId, note: input.note, at: ctx.now() };
  try {
    if (kind === "accept") {
      const accepted = await inTransaction(ctx.db, async (tx) => {
        const done = await writeAccept(tx, input.proposalId, input.seen, decider);
        if (done) await followMove(tx, done.segmentId, deciderId, decider.at);
        return done;
      });
      return ok(accepted ? { revisionId: accepted.id, missing: 0 } : null);
    }
    const done = await writeDecline(ctx.db.pool, input.proposalId, input.seen, decider);
    return ok(done ? { revisionId: null, missing: 0 } : null);
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    if (isLostRace(error)) return ok(null);
    throw error;
  }
}

async function refusal(
  ctx: ServiceContext,
  kind: "accept" | "decline",
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
