import { z } from "zod";
import { id, proposalText } from "@/app/_actions/schemas";
import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { parseId, type RevisionId, type SegmentId } from "@/lib/core/shared/ids";
import { discardDraft } from "@/lib/services/drafts/discard-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { liveContext } from "@/lib/services/live-context";
import { badRequest, respond } from "../../../api-response";

type Context = { params: Promise<{ segmentId: string }> };

const draft = z.object({
  version: z.number().int().min(0).max(1_000_000_000),
  baseRevisionId: id<RevisionId>(),
  ...proposalText,
});

/** Saves a draft. A route and no action, because a closing tab can still send it (fetch with keepalive). */
export async function PUT(request: Request, { params }: Context) {
  if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
  const segmentId = parseId<SegmentId>((await params).segmentId);
  const parsed = draft.safeParse(await request.json().catch(() => null));
  if (!segmentId || !parsed.success) return badRequest();
  return respond(await saveDraft(liveContext(await currentActor()), { segmentId, ...parsed.data }));
}

/** Throws the draft away. */
export async function DELETE(request: Request, { params }: Context) {
  if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
  const segmentId = parseId<SegmentId>((await params).segmentId);
  return segmentId
    ? respond(await discardDraft(liveContext(await currentActor()), { segmentId }))
    : badRequest();
}
