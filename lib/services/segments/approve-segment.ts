import type { AccessError } from "@/lib/core/access/permissions";
import { missingApprovals } from "@/lib/core/policy/policy";
import type { DecisionId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findCurrentText } from "@/lib/db/bitext/rows";
import { listTextContributors } from "@/lib/db/bitext/segment";
import { inTransaction, type Queryable, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { findPolicy, holdPolicy } from "@/lib/db/policies";
import { appendApproval, listApprovers, lockSegment } from "@/lib/db/proposals/approvals";
import { approveSegment as write } from "@/lib/db/proposals/decide";
import { authorize, type Granted } from "../authorize";
import type { ServiceContext } from "../context";

interface SeenText {
  readonly segmentId: SegmentId;
  readonly revisionId: RevisionId;
  readonly textHash: string;
}

export interface Approved {
  /** Null as long as approvals are missing. */
  readonly decisionId: DecisionId | null;
  readonly missing: number;
}

export interface ApproveSegmentError {
  readonly code:
    | AccessError
    | "own-words"
    | "changed-meanwhile"
    | "realigned"
    | "approved-already"
    | "objected";
}

/**
 * Approves the current text of a segment as it stands: "I read it against the source and
 * nothing is to be changed". Not for whoever wrote or imported it. `changed-meanwhile`:
 * another text is current, or somebody approved it first. `realigned`: a repair has retired the row.
 * Where the policy asks for several approvals all but the last one only count: `missing` says how many
 * more people must approve. `approved-already`: this person's counts already. `objected`: a second look
 * has objected to this person's approval of the text, and nobody else has approved it since (`mayApproveAgain`).
 */
export async function approveSegment(
  ctx: ServiceContext,
  input: SeenText,
): Promise<Result<Approved, ApproveSegmentError>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.decide");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const contributors = await listTextContributors(ctx.db.pool, input.revisionId);
  if (contributors.includes(userId)) return err({ code: "own-words" });
  const policy = await findPolicy(ctx.db.pool, projectId);
  try {
    if (policy.approvals > 1)
      return await inTransaction(ctx.db, (tx) => approveTogether(tx, input, granted.value, ctx.now()));
    return await decide(ctx.db.pool, input, userId, ctx.now());
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    if (sqlState(error) === SQL_STATE.objected) return err({ code: "objected" });
    if (sqlState(error) === SQL_STATE.approvalsMissing) return err({ code: "changed-meanwhile" });
    throw error;
  }
}

async function decide(
  db: Queryable,
  input: SeenText,
  deciderId: UserId,
  at: Date,
): Promise<Result<Approved, ApproveSegmentError>> {
  const decisionId = await write(db, input.segmentId, input, { deciderId, note: "", at });
  if (decisionId) return ok({ decisionId, missing: 0 });
  const current = await findCurrentText(db, input.segmentId);
  return err({ code: current?.isRetired ? "realigned" : "changed-meanwhile" });
}

async function approveTogether(
  tx: Queryable,
  input: SeenText,
  { userId, projectId }: Granted,
  at: Date,
): Promise<Result<Approved, ApproveSegmentError>> {
  const { segmentId, revisionId, textHash } = input;
  await lockSegment(tx, segmentId);
  await holdPolicy(tx, projectId);
  const text = { segmentId, proposalId: null, revisionId, textHash };
  const approvers = await listApprovers(tx, text);
  const missing = missingApprovals(await findPolicy(tx, projectId), approvers, userId);
  if (missing === 0) return decide(tx, input, userId, at);
  const current = await findCurrentText(tx, segmentId);
  if (current?.isRetired) return err({ code: "realigned" });
  if (current?.revisionId !== revisionId || current.textHash !== textHash || current.isApproved)
    return err({ code: "changed-meanwhile" });
  if (approvers.includes(userId)) return err({ code: "approved-already" });
  await appendApproval(tx, text, userId, at);
  await appendEvent(
    tx,
    { kind: "user", userId, isAdmin: false },
    {
      type: "segment.approval-given",
      projectId,
      subjectType: "segment",
      subjectId: segmentId,
      payload: { revisionId, textHash, given: approvers.length + 1, missing },
      at,
    },
  );
  return ok({ decisionId: null, missing });
}
