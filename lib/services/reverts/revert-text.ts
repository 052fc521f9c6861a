import type { AccessError } from "@/lib/core/access/permissions";
import { planRevert } from "@/lib/core/revert/plan-revert";
import type { BatchId, DecisionId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { lockCurrentText } from "@/lib/db/proposals/follow";
import { reopenContained } from "@/lib/db/proposals/undo";
import { listRevertible } from "@/lib/db/reverts/read";
import { appendRevert } from "@/lib/db/reverts/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { followMove } from "../proposals/follow-move";
import { textHash } from "../text-hash";

export interface RevertTextError {
  readonly code: AccessError | "own-words" | "changed-meanwhile" | "realigned";
}

interface RevertTextInput {
  readonly segmentId: SegmentId;
  readonly accountId: UserId;
  /** The text that was current, and the hash of the one that was shown in its place. */
  readonly seen: { readonly currentRevisionId: RevisionId; readonly textHash: string };
  readonly note: string;
  readonly batchId: BatchId;
}

/**
 * Brings the text of one row back without an account's words; the other open proposals come along, and those
 * of others that the text had are open again where it has them no more. The plan is made
 * again on the held row: `changed-meanwhile` if it is not the one that was shown. Of this and a decision at the same
 * moment one comes first.
 */
export async function revertText(
  ctx: ServiceContext,
  input: RevertTextInput,
): Promise<Result<DecisionId, RevertTextError>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "project.manage");
  if (!granted.ok) return granted;
  const { userId } = granted.value;
  if (userId === input.accountId) return err({ code: "own-words" });
  return inTransaction(ctx.db, (tx) => write(tx, input, userId, ctx.now()));
}

async function write(
  tx: Queryable,
  { segmentId, accountId, seen, note, batchId }: RevertTextInput,
  actorId: UserId,
  at: Date,
): Promise<Result<DecisionId, RevertTextError>> {
  const current = await lockCurrentText(tx, segmentId);
  if (!current) return err({ code: "realigned" });
  if (current.revisionId !== seen.currentRevisionId) return err({ code: "changed-meanwhile" });
  const chain = (await listRevertible(tx, [segmentId])).get(segmentId) ?? [];
  const plan = planRevert(chain, accountId, { locale: current.targetLocale });
  const proposalId = plan.kind === "text" ? plan.proposalIds[0] : undefined;
  if (plan.kind !== "text" || !proposalId || textHash(plan.text) !== seen.textHash)
    return err({ code: "changed-meanwhile" });
  const { decisionId } = await appendRevert(tx, {
    segmentId,
    currentRevisionId: current.revisionId,
    targetText: plan.text,
    textHash: seen.textHash,
    restoresId: plan.restoresId,
    pieces: plan.pieces,
    proposalId,
    actorId,
    note,
    batchId,
    at,
  });
  // what was closed because the text had it, by what is taken out of it now or on top of that
  const taken = chain.findIndex((revision) => plan.proposalIds.some((id) => id === revision.proposalId));
  const without = chain.slice(taken).map(({ id }) => id);
  await reopenContained(tx, without, actorId, at, accountId);
  await followMove(tx, segmentId, actorId, at);
  return ok(decisionId);
}
