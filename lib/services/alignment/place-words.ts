import { type AccessError, roleAllows } from "@/lib/core/access/permissions";
import type { ProposalId, SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { placeDraft as writeDraft, placeProposal as writeProposal } from "@/lib/db/alignment/tray";
import { SQL_STATE, sqlState } from "@/lib/db/client";
import { findProposalAuthor } from "@/lib/db/proposals/read";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

export type PlaceError = {
  /** `already-open`: the author has another text open on the row. `changed-meanwhile`: not in the tray, or no such row. */
  readonly code: AccessError | "already-open" | "changed-meanwhile";
};

/** Puts a proposal out of the tray onto a row. For its author and for those who repair the rows. */
export async function placeProposal(
  ctx: ServiceContext,
  input: { readonly proposalId: ProposalId; readonly segmentId: SegmentId },
): Promise<Result<null, PlaceError>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.write");
  if (!granted.ok) return granted;
  const { userId, role } = granted.value;
  const isAuthor = (await findProposalAuthor(ctx.db.pool, input.proposalId)) === userId;
  if (!isAuthor && !roleAllows(role, "alignment.repair")) return err({ code: "not-allowed" });
  try {
    const done = await writeProposal(ctx.db.pool, input.proposalId, input.segmentId, userId, ctx.now());
    return done ? ok(null) : err({ code: "changed-meanwhile" });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "already-open" });
    throw error;
  }
}

/** Puts the person's own draft of a retired row onto another row. */
export async function placeDraft(
  ctx: ServiceContext,
  input: { readonly from: SegmentId; readonly segmentId: SegmentId },
): Promise<Result<null, PlaceError>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.write");
  if (!granted.ok) return granted;
  try {
    const done = await writeDraft(ctx.db.pool, input.from, input.segmentId, granted.value.userId);
    return done ? ok(null) : err({ code: "changed-meanwhile" });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "already-open" });
    throw error;
  }
}
