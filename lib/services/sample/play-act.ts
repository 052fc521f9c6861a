import { randomUUID } from "node:crypto";
import type { SegmentId } from "@/lib/core/shared/ids";
import type { Result } from "@/lib/core/shared/result";
import { findRow } from "@/lib/db/bitext/rows";
import type { ServiceContext } from "../context";
import { createProposal } from "../proposals/create-proposal";
import { acceptProposal, declineProposal } from "../proposals/decide-proposal";
import { withdrawProposal } from "../proposals/withdraw-proposal";
import { approveSegment } from "../segments/approve-segment";
import { textHash } from "../text-hash";
import type { Act, Correction } from "./sample-files";

/**
 * Does one act of the sample as its person, through the services, with all their checks.
 * @throws if a service refuses: then the sample is wrong.
 */
export async function playAct(
  act: Act,
  segmentId: SegmentId,
  as: (person: string) => ServiceContext,
): Promise<void> {
  const ctx = as(act.by);
  const row = await findRow(ctx.db.pool, segmentId);
  if (!row) throw new Error(`no row for ${JSON.stringify(act)}`);
  if ("find" in act) return correct(act, { ...row, segmentId }, as);
  demand(act, await approveSegment(ctx, { segmentId, revisionId: row.revisionId, textHash: row.textHash }));
}

async function correct(
  act: Correction,
  row: { readonly segmentId: SegmentId } & NonNullable<Awaited<ReturnType<typeof findRow>>>,
  as: (person: string) => ServiceContext,
): Promise<void> {
  const targetText = row.targetText.replace(act.find, () => act.replace);
  const { id: proposalId } = demand(
    act,
    await createProposal(as(act.by), {
      segmentId: row.segmentId,
      baseRevisionId: row.revisionId,
      targetText,
      comment: act.comment,
      reason: act.changeReason,
      idempotencyKey: randomUUID(),
    }),
  );
  if (act.withdrawn) demand(act, await withdrawProposal(as(act.by), { proposalId, version: 1 }));
  if (!act.decision) return;
  const seen = { version: 1, textHash: textHash(targetText), baseRevisionId: row.revisionId };
  const decider = as(act.decision.by);
  demand(
    act,
    act.decision.kind === "accept"
      ? await acceptProposal(decider, { proposalId, seen, note: "" })
      : await declineProposal(decider, { proposalId, seen, note: act.decision.reason }),
  );
}

function demand<T>(act: Act, result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${JSON.stringify(act)}`);
  return result.value;
}
