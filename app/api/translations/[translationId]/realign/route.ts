import { z } from "zod";
import { id } from "@/app/_actions/schemas";
import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { parseId, type SegmentId, type TranslationId } from "@/lib/core/shared/ids";
import { realignRows } from "@/lib/services/alignment/realign-rows";
import { liveContext } from "@/lib/services/live-context";
import { answering, badRequest, respond } from "../../../api-response";
import { progressStream, STREAM_HEADERS } from "../../../progress-stream";
import { readJson } from "../../../read-json";

const BODY_BYTES = 1_000;
const body = z.object({ segmentId: id<SegmentId>() });

/** Re-aligns the rows around one. A route and no action, because it takes long and tells how far it is. */
export const POST = answering(
  async (request: Request, { params }: { params: Promise<{ translationId: string }> }) => {
    if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
    const translationId = parseId<TranslationId>((await params).translationId);
    const actor = await currentActor();
    if (!actor) return respond({ ok: false, error: { code: "sign-in-required" } });
    const read = await readJson(request, BODY_BYTES);
    if (!read.ok) return respond(read);
    const parsed = body.safeParse(read.value);
    if (!translationId || !parsed.success) return badRequest();
    const ctx = liveContext(actor);
    const input = { translationId, ...parsed.data };
    const stream = progressStream((hooks) => realignRows(ctx, input, hooks), request.signal);
    return new Response(stream, { headers: STREAM_HEADERS });
  },
);
