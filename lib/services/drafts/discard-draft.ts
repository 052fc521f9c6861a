import type { AccessError } from "@/lib/core/access/permissions";
import type { SegmentId } from "@/lib/core/shared/ids";
import { ok, type Result } from "@/lib/core/shared/result";
import { removeDraft } from "@/lib/db/drafts";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** Throws the person's own draft of a segment away. */
export async function discardDraft(
  ctx: ServiceContext,
  input: { readonly segmentId: SegmentId },
): Promise<Result<null, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.write");
  if (!granted.ok) return granted;
  await removeDraft(ctx.db.pool, input.segmentId, granted.value.userId);
  return ok(null);
}
