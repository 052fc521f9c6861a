import type { AccessError } from "@/lib/core/access/permissions";
import { mayUndo, movesText, type UndoableKind, type UndoFault } from "@/lib/core/proposal/undo";
import type { BatchId, DecisionId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import {
  appendUndo,
  bringBack,
  type FoundDecision,
  findDecision,
  lockDecision,
  rejoinRest,
  reopenContained,
  reopenProposal,
  takeBackRequest,
  unapprove,
} from "@/lib/db/proposals/undo";
import { authorize, type Granted } from "../authorize";
import type { ServiceContext } from "../context";
import { followMove } from "../proposals/follow-move";

export type UndoDecisionError = { readonly code: AccessError | UndoFault };

export interface Undone {
  readonly kind: UndoableKind;
  /** The undo itself, a decision like the one that it takes back. */
  readonly undoId: DecisionId;
  /** The text that is current now. */
  readonly revisionId: RevisionId;
}

/**
 * Takes a decision back while nothing was built on it. The decision stays in the log, and so does what it made:
 * the text before it is appended again as the next revision, with the approval that it had, and the proposal is
 * open again with its words; what was left of it after a part was accepted goes back into it, and the other open
 * proposals come along. For whoever decided, and for administrators of the project.
 */
export async function undoDecision(
  ctx: ServiceContext,
  input: { readonly decisionId: DecisionId; readonly batchId?: BatchId | null },
): Promise<Result<Undone, UndoDecisionError>> {
  const granted = await authorize(ctx, { kind: "decision", id: input.decisionId }, "proposal.decide");
  if (!granted.ok) return granted;
  try {
    return await inTransaction(ctx.db, (tx) => undo(tx, input, granted.value, ctx.now()));
  } catch (error) {
    // Two undoes at the same moment wait for each other; a proposal of the author's that came just now does not.
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "author-goes-on" });
    throw error;
  }
}

async function undo(
  tx: Queryable,
  input: { readonly decisionId: DecisionId; readonly batchId?: BatchId | null },
  { userId, role }: Granted,
  at: Date,
): Promise<Result<Undone, UndoDecisionError>> {
  if (!(await lockDecision(tx, input.decisionId))) return err({ code: "not-found" });
  const found = await findDecision(tx, input.decisionId);
  if (!found) return err({ code: "not-found" });
  const allowed = mayUndo(found.decision, found.state, { userId, isAdmin: role === "admin" });
  if (!allowed.ok) return err({ code: allowed.error });

  const { kind, id } = found.decision;
  const revisionId = await bringTextBack(tx, found, at);
  const undoId = await appendUndo(tx, {
    of: id,
    actorId: userId,
    revisionId,
    batchId: input.batchId ?? null,
    at,
  });
  await bringProposalBack(tx, found, { revisionId, by: userId, at });
  if (revisionId !== found.state.currentRevisionId)
    await reopenContained(tx, found.state.standsForIds, userId, at);
  // also for a proposal that was declined, and under which the text has moved since
  await followMove(tx, found.segmentId, userId, at);
  await log(tx, found, { userId, undoId, revisionId, batchId: input.batchId ?? null, at });
  return ok({ kind, undoId, revisionId });
}

/** The revision that is current once the decision is undone. */
async function bringTextBack(tx: Queryable, found: FoundDecision, at: Date): Promise<RevisionId> {
  const { decision, state, segmentId, replacedId, wasApproved } = found;
  if (!movesText(decision.kind)) return state.currentRevisionId;
  if (decision.kind !== "approve") {
    if (!replacedId) throw new Error("a revision that replaced a text has a parent");
    return bringBack(tx, state.currentRevisionId, { sourceId: replacedId, approved: wasApproved, at });
  }
  await unapprove(tx, segmentId, at);
  return state.currentRevisionId;
}

async function bringProposalBack(
  tx: Queryable,
  { decision: { kind }, proposalId, projectId }: FoundDecision,
  { revisionId, by, at }: { readonly revisionId: RevisionId; readonly by: UserId; readonly at: Date },
): Promise<void> {
  if (!proposalId) return;
  if (kind === "accept-part") await rejoinRest(tx, proposalId, projectId, by, at);
  if (kind === "accept" || kind === "accept-part") await reopenProposal(tx, proposalId, revisionId, at);
  else if (kind === "decline") await reopenProposal(tx, proposalId, null, at);
  else if (kind === "request_changes") await takeBackRequest(tx, proposalId, at);
}

async function log(
  tx: Queryable,
  { decision, proposalId, segmentId, projectId }: FoundDecision,
  undone: { userId: UserId; undoId: DecisionId; revisionId: RevisionId; batchId: BatchId | null; at: Date },
): Promise<void> {
  const { userId, undoId, revisionId, batchId, at } = undone;
  await appendEvent(
    tx,
    { kind: "user", userId, isAdmin: false },
    {
      type: "decision.undone",
      projectId,
      subjectType: "decision",
      subjectId: decision.id,
      payload: {
        kind: decision.kind,
        undoId,
        revisionId,
        segmentId,
        ...(proposalId && { proposalId }),
        ...(batchId && { batchId }),
      },
      at,
    },
  );
}
