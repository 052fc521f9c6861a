import type { AccessError } from "@/lib/core/access/permissions";
import type { BulkOutcome } from "@/lib/core/proposal/bulk";
import type { BatchId, DecisionId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findBatchActor, listBatchDecisions, openBatch } from "@/lib/db/proposals/batches";
import type { ServiceContext } from "../context";
import { authorizeAnywhere } from "./authorize-anywhere";
import { type UndoDecisionError, undoDecision } from "./undo-decision";

export type ManyUndone = BulkOutcome<BatchId, DecisionId, UndoDecisionError["code"]>;

/**
 * Takes an act on many proposals back, as one act: each of its decisions on which nothing was built. The others are
 * left as they are and given back. For whoever did it, and for administrators of the installation.
 */
export async function undoMany(
  ctx: ServiceContext,
  input: { readonly batchId: BatchId; readonly idempotencyKey: string },
): Promise<Result<ManyUndone, { readonly code: AccessError }>> {
  const granted = await authorizeAnywhere(ctx, "proposal.write");
  if (!granted.ok) return granted;
  const userId = granted.value;
  const isAdmin = ctx.actor?.kind === "user" && ctx.actor.isAdmin;
  const actorId = await findBatchActor(ctx.db.pool, input.batchId);
  if (actorId === null || (actorId !== userId && !isAdmin)) return err({ code: "not-found" });
  const decisions = await listBatchDecisions(ctx.db.pool, input.batchId);
  const batchId = await openBatch(ctx.db.pool, {
    kind: "undo",
    actorId: userId,
    note: "",
    undoesId: input.batchId,
    idempotencyKey: input.idempotencyKey,
    requested: decisions.length,
    at: ctx.now(),
  });
  const refused = new Map<DecisionId, UndoDecisionError["code"]>();
  for (const { decisionId, isUndone } of decisions) {
    if (isUndone) continue;
    const done = await undoDecision(ctx, { decisionId, batchId });
    if (!done.ok) refused.set(decisionId, done.error.code);
  }
  const undone = new Set((await listBatchDecisions(ctx.db.pool, batchId)).map(({ undoesId }) => undoesId));
  const ids = decisions.map(({ decisionId }) => decisionId);
  return ok({
    batchId,
    done: ids.filter((id) => undone.has(id)),
    left: ids
      .filter((id) => !undone.has(id))
      .map((id) => ({ id, code: refused.get(id) ?? ("already-undone" as const) })),
  });
}
