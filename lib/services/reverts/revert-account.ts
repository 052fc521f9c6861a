import type { AccessError } from "@/lib/core/access/permissions";
import { BULK_LIMIT } from "@/lib/core/proposal/bulk";
import { COMMENT_LIMIT, type SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { BatchId, ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import { type BatchDecision, listBatchDecisions, openBatch } from "@/lib/db/proposals/batches";
import type { ServiceContext } from "../context";
import { type DecideProposalError, declineProposal } from "../proposals/decide-proposal";
import { authorizeRevert } from "./authorize-revert";
import { type RevertTextError, revertText } from "./revert-text";

export interface RevertInput {
  readonly accountId: UserId;
  /** Why; the authors of declined proposals read it. */
  readonly note: string;
  /** As the preview showed them; at most BULK_LIMIT of each. */
  readonly proposals: readonly { readonly proposalId: ProposalId; readonly seen: SeenProposal }[];
  readonly texts: readonly {
    readonly segmentId: SegmentId;
    readonly seen: { readonly currentRevisionId: RevisionId; readonly textHash: string };
  }[];
  readonly idempotencyKey: string;
  /** How many things the act is about, when they are sent in several parts under one key. */
  readonly total?: number;
}

type LeftCode = DecideProposalError["code"] | RevertTextError["code"];

export interface Reverted {
  readonly batchId: BatchId;
  readonly declined: readonly ProposalId[];
  readonly reverted: readonly SegmentId[];
  /** Left as they were, and why. */
  readonly left: readonly { readonly id: ProposalId | SegmentId; readonly code: LeftCode }[];
}

export type RevertError =
  | { readonly code: AccessError | "own-words" | "note-required" | "too-many" }
  | { readonly code: "nul" | "lone-surrogate" | "too-long"; readonly field: "note" };

/**
 * Takes back what a preview showed of an account: declines its open proposals, and brings texts back without its
 * words, as one act that can be undone as one. Each thing is done by itself, in a transaction of its own, and only if
 * it is still as it was shown; what changed meanwhile is left and given back. Sent again with the same key, also after
 * it broke off half-way, it is the same act and goes on.
 *
 * No text is approved by that, whatever stood in the row before: the rows wait for somebody who reads them.
 */
export async function revertAccount(
  ctx: ServiceContext,
  input: RevertInput,
): Promise<Result<Reverted, RevertError>> {
  const granted = await authorizeRevert(ctx, input.accountId);
  if (!granted.ok) return granted;
  if (input.proposals.length > BULK_LIMIT || input.texts.length > BULK_LIMIT)
    return err({ code: "too-many" });
  const note = checkText(input.note, { maxLength: COMMENT_LIMIT });
  if (!note.ok && note.error !== "empty") return err({ code: note.error, field: "note" });
  if (input.note.trim() === "") return err({ code: "note-required" });
  const batchId = await openBatch(ctx.db.pool, {
    kind: "revert",
    actorId: granted.value.userId,
    note: input.note,
    accountId: input.accountId,
    idempotencyKey: input.idempotencyKey,
    requested: input.total ?? input.proposals.length + input.texts.length,
    at: ctx.now(),
  });
  return ok(await revertAll(ctx, batchId, input));
}

/** The proposals first: a text that moves brings them along, and then they are not as they were shown. */
async function revertAll(ctx: ServiceContext, batchId: BatchId, input: RevertInput): Promise<Reverted> {
  const { accountId, proposals, texts, note } = input;
  const before = doneBy(await listBatchDecisions(ctx.db.pool, batchId));
  const refused = new Map<ProposalId | SegmentId, LeftCode>();
  for (const { proposalId, seen } of proposals) {
    if (before.declined.has(proposalId)) continue;
    const done = await declineProposal(ctx, { proposalId, seen, reason: "other", note, batchId });
    if (!done.ok) refused.set(proposalId, done.error.code);
  }
  for (const { segmentId, seen } of texts) {
    if (before.reverted.has(segmentId)) continue;
    const done = await revertText(ctx, { segmentId, seen, accountId, note, batchId });
    if (!done.ok) refused.set(segmentId, done.error.code);
  }
  // The same act may have been sent twice: what the other one has done is done.
  const after = doneBy(await listBatchDecisions(ctx.db.pool, batchId));
  const declined = proposals.map(({ proposalId }) => proposalId);
  const reverted = texts.map(({ segmentId }) => segmentId);
  return {
    batchId,
    declined: declined.filter((id) => after.declined.has(id)),
    reverted: reverted.filter((id) => after.reverted.has(id)),
    left: [
      ...declined.filter((id) => !after.declined.has(id)),
      ...reverted.filter((id) => !after.reverted.has(id)),
    ].map((id) => ({ id, code: refused.get(id) ?? "not-found" })),
  };
}

function doneBy(decisions: readonly BatchDecision[]) {
  const of = (kind: string) => decisions.filter((decision) => decision.kind === kind);
  return {
    declined: new Set(of("decline").flatMap(({ proposalId }) => proposalId ?? [])),
    reverted: new Set(of("revert").map(({ segmentId }) => segmentId)),
  };
}
