import { z } from "zod";
import { id, proposalText } from "@/app/_actions/schemas";
import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { COMMENT_LIMIT, TARGET_TEXT_LIMIT } from "@/lib/core/proposal/lifecycle";
import { parseId, type RevisionId, type SegmentId } from "@/lib/core/shared/ids";
import { discardDraft } from "@/lib/services/drafts/discard-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { liveContext } from "@/lib/services/live-context";
import { answering, badRequest, respond } from "../../../api-response";
import { readJson } from "../../../read-json";

type Context = { params: Promise<{ segmentId: string }> };

const draft = z.object({
  version: z.number().int().min(0).max(1_000_000_000),
  baseRevisionId: id<RevisionId>(),
  ...proposalText,
});

/** Text and comment at their limits, each UTF-16 unit escaped, and what stands around them. */
const DRAFT_BYTES = 6 * (TARGET_TEXT_LIMIT + COMMENT_LIMIT) + 10_000;

/** Saves a draft. A route and no action, because a closing tab can still send it (fetch with keepalive). */
export const PUT = answering(async (request: Request, { params }: Context) => {
  if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
  const segmentId = parseId<SegmentId>((await params).segmentId);
  const actor = await currentActor();
  if (!actor) return respond({ ok: false, error: { code: "sign-in-required" } });
  const body = await readJson(request, DRAFT_BYTES);
  if (!body.ok) return respond(body);
  const parsed = draft.safeParse(body.value);
  if (!segmentId || !parsed.success) return badRequest();
  return respond(await saveDraft(liveContext(actor), { segmentId, ...parsed.data }));
});

/** Throws the draft away. */
export const DELETE = answering(async (request: Request, { params }: Context) => {
  if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
  const segmentId = parseId<SegmentId>((await params).segmentId);
  return segmentId
    ? respond(await discardDraft(liveContext(await currentActor()), { segmentId }))
    : badRequest();
});
