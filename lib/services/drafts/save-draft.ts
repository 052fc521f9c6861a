import type { AccessError } from "@/lib/core/access/permissions";
import type { SavedDraft } from "@/lib/core/review/bitext";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findCurrentText } from "@/lib/db/bitext/rows";
import { findDraft, saveDraft as write } from "@/lib/db/drafts";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { checkProposalText, type ProposalTextError } from "../proposals/proposal-input";

export type SaveDraftError =
  | { readonly code: AccessError }
  /** A repair of the alignment has retired the row. */
  | { readonly code: "realigned" }
  | ProposalTextError
  /** Another tab saved since, or the draft was proposed or discarded there: what is stored now, if anything. */
  | { readonly code: "changed-meanwhile"; readonly stored: SavedDraft | null };

/** Keeps what a person has typed in a segment and not yet proposed. `version` is 0 for the first save. */
export async function saveDraft(
  ctx: ServiceContext,
  input: {
    readonly segmentId: SegmentId;
    readonly version: number;
    readonly baseRevisionId: RevisionId;
    readonly targetText: string;
    readonly comment: string;
    readonly reason: string | null;
  },
): Promise<Result<{ readonly version: number }, SaveDraftError>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.write");
  if (!granted.ok) return granted;
  const text = checkProposalText(input);
  if (!text.ok) return text;
  const { userId } = granted.value;
  const version = await write(ctx.db.pool, input.segmentId, userId, input.version, input, ctx.now());
  if (version !== null) return ok({ version });
  const current = await findCurrentText(ctx.db.pool, input.segmentId);
  if (current?.isRetired) return err({ code: "realigned" });
  return err({ code: "changed-meanwhile", stored: await findDraft(ctx.db.pool, input.segmentId, userId) });
}
