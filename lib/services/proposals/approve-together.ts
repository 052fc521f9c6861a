import { missingApprovals } from "@/lib/core/policy/policy";
import { checkDecision, type SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { BatchId, ProposalId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { holdPolicy } from "@/lib/db/policies";
import { appendApproval, listApprovers, lockSegmentOf } from "@/lib/db/proposals/approvals";
import { acceptProposal as writeAccept } from "@/lib/db/proposals/decide";
import { findDecidable } from "@/lib/db/proposals/read";
import type { Granted } from "../authorize";
import type { ServiceContext } from "../context";
import type { Decided, DecideProposalError } from "./decide-proposal";
import { followMove } from "./follow-move";
import { policyOfProposal } from "./policy-of-proposal";

/**
 * One of several approvals of a proposal: the last one that the policy asks for accepts it, the others only count.
 * They bind to the text and to its base: another version of the proposal begins anew. Of two people who approve at
 * the same moment the second one sees the first one's approval. The policy is the one that counts while they do.
 */
export async function approveTogether(
  ctx: ServiceContext,
  input: {
    readonly proposalId: ProposalId;
    readonly seen: SeenProposal;
    readonly note: string;
    readonly batchId?: BatchId | null;
  },
  { userId, projectId }: Granted,
): Promise<Result<Decided, DecideProposalError>> {
  const { proposalId, seen, note, batchId = null } = input;
  const at = ctx.now();
  const inBatch = batchId ? { batchId } : {};
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const segmentId = await lockSegmentOf(tx, proposalId);
      await holdPolicy(tx, projectId);
      const policy = await policyOfProposal(tx, projectId, proposalId, userId);
      const found = await findDecidable(tx, proposalId);
      if (!segmentId || !found) return err({ code: "not-found" });
      const allowed = checkDecision("accept", found, seen, userId);
      if (!allowed.ok && allowed.error === "own-words") return err({ code: "own-words" });
      if (!allowed.ok)
        return err({ code: allowed.error, currentText: found.currentText, proposedText: found.targetText });
      const text = { segmentId, proposalId, revisionId: seen.baseRevisionId, textHash: seen.textHash };
      const approvers = await listApprovers(tx, text);
      const missing = missingApprovals(policy, approvers, userId);
      if (missing === 0) {
        const accepted = await writeAccept(tx, proposalId, seen, { deciderId: userId, note, at, batchId });
        if (!accepted) throw new Error("a proposal that may be accepted was not");
        await followMove(tx, segmentId, userId, at);
        return ok({ decisionId: accepted.decisionId, revisionId: accepted.revisionId, missing });
      }
      if (approvers.includes(userId)) return err({ code: "approved-already" });
      await appendApproval(tx, text, userId, at);
      const { textHash } = seen;
      await appendEvent(
        tx,
        { kind: "user", userId, isAdmin: false },
        {
          type: "proposal.approved",
          projectId,
          subjectType: "proposal",
          subjectId: proposalId,
          payload: {
            textHash,
            baseRevisionId: seen.baseRevisionId,
            given: approvers.length + 1,
            missing,
            ...inBatch,
          },
          at,
        },
      );
      return ok({ decisionId: null, revisionId: null, missing });
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    if (sqlState(error) === SQL_STATE.objected) return err({ code: "objected" });
    throw error;
  }
}
