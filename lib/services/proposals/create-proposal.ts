import type { AccessError } from "@/lib/core/access/permissions";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findCurrentText } from "@/lib/db/bitext/rows";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendProposal, findProposalByKey, type Stored } from "@/lib/db/proposals/write";
import { findBaseText } from "@/lib/db/revisions";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { followMove } from "./follow-move";
import { checkProposalText, type ProposalTextError } from "./proposal-input";

export type CreateProposalError =
  | { readonly code: AccessError | "unchanged" | "already-open" | "realigned" }
  | ProposalTextError;

/**
 * Proposes another text for a segment. The proposal keeps the revision that it was
 * written on; if another one is current by now it is stored all the same, so that nothing
 * typed is lost, and brought along (`followMove`) or shown as conflicted. Idempotent by author and key: sent twice,
 * stored once. Refuses a text that is the same as its base. `realigned`: a repair of the
 * alignment has retired the row, also at this very moment.
 */
export async function createProposal(
  ctx: ServiceContext,
  input: {
    readonly segmentId: SegmentId;
    readonly baseRevisionId: RevisionId;
    readonly targetText: string;
    readonly comment: string;
    readonly reason: string | null;
    readonly idempotencyKey: string;
  },
): Promise<Result<Stored & { readonly conflicted: boolean }, CreateProposalError>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.write");
  if (!granted.ok) return granted;
  const text = checkProposalText(input);
  if (!text.ok) return text;

  const [base, before] = await Promise.all([
    findBaseText(ctx.db.pool, input.segmentId, input.baseRevisionId, granted.value.userId),
    findCurrentText(ctx.db.pool, input.segmentId),
  ]);
  if (base === null || !before) return err({ code: "not-found" });
  if (before.isRetired) return err({ code: "realigned" });
  if (input.targetText === base) return err({ code: "unchanged" });

  const stored = await store(ctx, {
    ...text.value,
    segmentId: input.segmentId,
    baseRevisionId: input.baseRevisionId,
    authorId: granted.value.userId,
    idempotencyKey: input.idempotencyKey,
    at: ctx.now(),
  });
  if (!stored.ok) return stored;
  const current = await findCurrentText(ctx.db.pool, input.segmentId);
  if (current?.revisionId === input.baseRevisionId) return ok({ ...stored.value, conflicted: false });
  const move = await inTransaction(ctx.db, (tx) =>
    followMove(tx, input.segmentId, granted.value.userId, ctx.now()),
  );
  const isRebased = move.rebased.includes(stored.value.id);
  const version = stored.value.version + (isRebased ? 1 : 0);
  const conflicted = !isRebased && !move.contained.includes(stored.value.id);
  return ok({ id: stored.value.id, version, conflicted });
}

/** Stores the proposal, or gives the one that the same request has stored at this very moment. */
async function store(
  ctx: ServiceContext,
  proposal: Parameters<typeof appendProposal>[1],
): Promise<Result<Stored, { readonly code: "realigned" | "already-open" }>> {
  let code: "realigned" | "already-open" = "realigned";
  try {
    const stored = await appendProposal(ctx.db.pool, proposal);
    if (stored) return ok(stored);
  } catch (error) {
    if (sqlState(error) !== SQL_STATE.uniqueViolation) throw error;
    code = "already-open";
  }
  const sameRequest = await findProposalByKey(ctx.db.pool, proposal.authorId, proposal.idempotencyKey);
  return sameRequest ? ok(sameRequest) : err({ code });
}
