import type { AccessError } from "@/lib/core/access/permissions";
import { BULK_LIMIT, type BulkOutcome } from "@/lib/core/proposal/bulk";
import { checkDeclineReason, type DeclineReason } from "@/lib/core/proposal/decline-reasons";
import { COMMENT_LIMIT, type SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { BatchId, ProposalId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import { listBatchDecisions, openBatch } from "@/lib/db/proposals/batches";
import type { ServiceContext } from "../context";
import { acceptProposal, type DecideProposalError, declineProposal } from "../proposals/decide-proposal";
import { authorizeAnywhere } from "./authorize-anywhere";

export interface ManyInput {
  readonly kind: "accept" | "decline";
  /** As they were shown; at most BULK_LIMIT. */
  readonly items: readonly { readonly proposalId: ProposalId; readonly seen: SeenProposal }[];
  /** Of a decline: one reason for all. */
  readonly reason?: DeclineReason;
  readonly note: string;
  readonly idempotencyKey: string;
  /** How many the act is about, when they are sent in several parts under one key. */
  readonly total?: number;
}

export type DecideManyError =
  | { readonly code: AccessError | "reason-required" | "too-many" }
  | { readonly code: "nul" | "lone-surrogate" | "too-long"; readonly field: "note" };

/** `counted`: the approval counts, and the policy asks for more. */
export type ManyDecided = BulkOutcome<BatchId, ProposalId, LeftCode>;

type LeftCode = DecideProposalError["code"] | "counted";

/**
 * Accepts or declines many proposals as one act. Each is decided by itself, in a transaction of its own, bound to
 * what was shown of it: what has changed, what was decided meanwhile and one's own words are left as they are and
 * given back. Sent again with the same key, also after it broke off half-way, it is the same act and goes on.
 */
export async function decideMany(
  ctx: ServiceContext,
  input: ManyInput,
): Promise<Result<ManyDecided, DecideManyError>> {
  const granted = await authorizeAnywhere(ctx, "proposal.decide");
  if (!granted.ok) return granted;
  if (input.items.length > BULK_LIMIT) return err({ code: "too-many" });
  const note = checkText(input.note, { maxLength: COMMENT_LIMIT });
  if (!note.ok && note.error !== "empty") return err({ code: note.error, field: "note" });
  const { kind, reason = "other" } = input;
  if (kind === "decline" && !checkDeclineReason(reason, input.note).ok)
    return err({ code: "reason-required" });
  const batchId = await openBatch(ctx.db.pool, {
    kind,
    actorId: granted.value,
    reason: kind === "decline" ? reason : null,
    note: input.note,
    idempotencyKey: input.idempotencyKey,
    requested: input.total ?? input.items.length,
    at: ctx.now(),
  });
  return ok(await decideAll(ctx, batchId, input));
}

async function decideAll(ctx: ServiceContext, batchId: BatchId, input: ManyInput): Promise<ManyDecided> {
  const { kind, items, reason = "other", note } = input;
  const decide = kind === "accept" ? acceptProposal : declineProposal;
  const before = await decidedIn(ctx, batchId, kind);
  const refused = new Map<ProposalId, LeftCode>();
  for (const { proposalId, seen } of items) {
    if (before.has(proposalId)) continue;
    const done = await decide(ctx, { proposalId, seen, reason, note, batchId });
    if (!done.ok) refused.set(proposalId, done.error.code);
    else if (done.value.missing > 0) refused.set(proposalId, "counted");
  }
  // The same act may have been sent twice: what the other one has decided is decided.
  const after = await decidedIn(ctx, batchId, kind);
  const ids = [...new Set(items.map(({ proposalId }) => proposalId))];
  return {
    batchId,
    done: ids.filter((id) => after.has(id)),
    left: ids.filter((id) => !after.has(id)).map((id) => ({ id, code: refused.get(id) ?? "not-found" })),
  };
}

/** Only what was decided in this way: a key that was used for another act makes nothing of that one's decisions. */
async function decidedIn(
  ctx: ServiceContext,
  batchId: BatchId,
  kind: ManyInput["kind"],
): Promise<ReadonlySet<ProposalId>> {
  const decisions = await listBatchDecisions(ctx.db.pool, batchId);
  return new Set(decisions.flatMap((one) => (one.kind === kind && one.proposalId) || []));
}
