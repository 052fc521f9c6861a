import { acceptPart as takePart } from "@/lib/core/proposal/accept-part";
import { COMMENT_LIMIT, checkDecision, type SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { DecisionId, ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import { inTransaction, type Queryable, SQL_STATE, sqlState } from "@/lib/db/client";
import { acceptPart as writePart } from "@/lib/db/proposals/accept-part";
import { acceptProposal as writeWhole } from "@/lib/db/proposals/decide";
import { type LockedProposal, lockProposal } from "@/lib/db/proposals/locked";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import type { DecideProposalError } from "./decide-proposal";
import { followMove } from "./follow-move";
import { policyOfProposal } from "./policy-of-proposal";

export interface PartDecision {
  readonly proposalId: ProposalId;
  /** What the person had in front of the eyes. */
  readonly seen: SeenProposal;
  /** Ids of the changes to accept (`proposalHunks`), in any order; linked ones are accepted with them. */
  readonly hunks: readonly string[];
  readonly note: string;
}

export interface AcceptedPart {
  readonly revisionId: RevisionId;
  readonly decisionId: DecisionId;
  /** The open proposal of what is left; null if nothing is. */
  readonly restId: ProposalId | null;
}

/** `whole-only`: the policy asks for several approvals, which are given to a whole text. */
export type AcceptPartError = DecideProposalError | { readonly code: "nothing-chosen" | "whole-only" };
type Answer = Result<AcceptedPart, AcceptPartError>;

/**
 * Accepts some changes of a proposal: with them the base becomes the segment's current, approved revision, by
 * the proposal's author. The other changes become an open proposal on that revision, and the segment's other
 * open proposals come along (`followMove`). Binds to version, text and base that were seen and to the chosen
 * changes; if one of them is not there any more, nothing is written and the error carries both texts. All
 * changes chosen is an acceptance of the whole. `whole-only`: the policy asks for several approvals, which a
 * part cannot gather.
 */
export async function acceptPart(ctx: ServiceContext, input: PartDecision): Promise<Answer> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.decide");
  if (!granted.ok) return granted;
  const note = checkText(input.note, { maxLength: COMMENT_LIMIT });
  if (!note.ok && note.error !== "empty") return err({ code: note.error, field: "note" });
  if (input.hunks.length === 0) return err({ code: "nothing-chosen" });
  const { userId, projectId } = granted.value;
  const { approvals } = await policyOfProposal(ctx.db.pool, projectId, input.proposalId, userId);
  if (approvals > 1) return err({ code: "whole-only" });
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const held = await lockProposal(tx, input.proposalId);
      return held ? decide(tx, held, input, userId, ctx.now()) : err({ code: "not-found" });
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    if (sqlState(error) === SQL_STATE.objected) return err({ code: "objected" });
    if (sqlState(error) === SQL_STATE.approvalsMissing) return err({ code: "whole-only" });
    throw error;
  }
}

/** Fails before the first write, and throws after it. */
async function decide(
  tx: Queryable,
  held: LockedProposal,
  input: PartDecision,
  deciderId: UserId,
  at: Date,
): Promise<Answer> {
  const allowed = checkDecision("accept", held, input.seen, deciderId);
  if (!allowed.ok) {
    if (allowed.error === "own-words") return err({ code: allowed.error });
    return err({ code: allowed.error, ...textsOf(held) });
  }
  const part = takePart(held.baseText, held.targetText, input.hunks, { locale: held.targetLocale });
  if (!part.ok) return err({ code: "changed-meanwhile", ...textsOf(held) });
  const decider = { deciderId, note: input.note, at };
  if (part.value.rest.length === 0) {
    const whole = await writeWhole(tx, held.id, input.seen, decider);
    if (!whole) throw new Error("a held proposal is not as it was read");
    await followMove(tx, held.segmentId, deciderId, at);
    return ok({ revisionId: whole.revisionId, decisionId: whole.decisionId, restId: null });
  }
  const { text, accepted } = part.value;
  const written = await writePart(tx, held, {
    ...decider,
    targetText: text,
    textHash: textHash(text),
    hunks: accepted,
  });
  await followMove(tx, held.segmentId, deciderId, at);
  return ok(written);
}

const textsOf = ({ currentText, targetText }: LockedProposal) => ({ currentText, proposedText: targetText });
