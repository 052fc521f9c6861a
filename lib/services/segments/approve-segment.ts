import type { AccessError } from "@/lib/core/access/permissions";
import type { DecisionId, RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findCurrentText } from "@/lib/db/bitext/rows";
import { listTextContributors } from "@/lib/db/bitext/segment";
import { SQL_STATE, sqlState } from "@/lib/db/client";
import { approveSegment as write } from "@/lib/db/proposals/decide";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/**
 * Approves the current text of a segment as it stands: "I read it against the source and
 * nothing is to be changed". Not for whoever wrote or imported it. `changed-meanwhile`:
 * another text is current, or somebody approved it first. `realigned`: a repair has retired the row.
 */
export async function approveSegment(
  ctx: ServiceContext,
  input: { readonly segmentId: SegmentId; readonly revisionId: RevisionId; readonly textHash: string },
): Promise<
  Result<
    { readonly decisionId: DecisionId },
    { readonly code: AccessError | "own-words" | "changed-meanwhile" | "realigned" }
  >
> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.decide");
  if (!granted.ok) return granted;
  const { userId } = granted.value;
  const contributors = await listTextContributors(ctx.db.pool, input.revisionId);
  if (contributors.includes(userId)) return err({ code: "own-words" });
  try {
    const decisionId = await write(ctx.db.pool, input.segmentId, input, {
      deciderId: userId,
      note: "",
      at: ctx.now(),
    });
    if (decisionId) return ok({ decisionId });
    const current = await findCurrentText(ctx.db.pool, input.segmentId);
    return err({ code: current?.isRetired ? "realigned" : "changed-meanwhile" });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    throw error;
  }
}
