import type { AccessError } from "@/lib/core/access/permissions";
import type { ProposalId, SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { lockSegment, lockSegmentOf, takeBackApprovals } from "@/lib/db/proposals/approvals";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** Of a proposal, or of the text of a segment as it stands. */
export type ApprovedThing =
  | { readonly kind: "proposal"; readonly id: ProposalId }
  | { readonly kind: "segment"; readonly id: SegmentId };

export interface TakeBackError {
  readonly code: AccessError | "no-approval" | "decided-since";
}

/**
 * Takes back one's own approval where the policy asks for several and the others have not come yet: it does not count
 * any more, and stays in the log. `decided-since`: the last one has come, and the decision itself is to be undone; of
 * the two at the same moment one comes first.
 */
export async function takeBackApproval(
  ctx: ServiceContext,
  thing: ApprovedThing,
): Promise<Result<null, TakeBackError>> {
  const granted = await authorize(ctx, thing, "proposal.decide");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    const segmentId = thing.kind === "segment" ? thing.id : await lockSegmentOf(tx, thing.id);
    if (!segmentId) return err({ code: "not-found" });
    if (thing.kind === "segment") await lockSegment(tx, segmentId);
    const proposalId = thing.kind === "proposal" ? thing.id : null;
    const { count, isDecided } = await takeBackApprovals(tx, { segmentId, proposalId, actorId: userId }, at);
    if (count === 0) return err({ code: isDecided ? "decided-since" : "no-approval" });
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: `${thing.kind}.approval-taken-back`,
        projectId,
        subjectType: thing.kind,
        subjectId: thing.id,
        payload: { approvals: count },
        at,
      },
    );
    return ok(null);
  });
}
