import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import type { ServiceContext } from "@/lib/services/context";
import { liveContext } from "@/lib/services/live-context";
import { answering, badRequest, respond } from "../api-response";
import { type LongRun, progressStream, STREAM_HEADERS } from "../progress-stream";
import { readUpload } from "./read-upload";

/**
 * A route that takes texts and answers with the progress of reading and aligning them; see
 * `progressStream`. A route and no action, because files are large and progress comes in pieces.
 *
 * @param parse null for a form of the wrong shape.
 */
export const takeUpload = <Input>(
  parse: (form: FormData) => Promise<Input | null>,
  start: (ctx: ServiceContext, input: Input, hooks: Parameters<LongRun>[0]) => ReturnType<LongRun>,
) =>
  answering(async (request: Request) => {
    if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
    const actor = await currentActor();
    if (!actor) return respond({ ok: false, error: { code: "sign-in-required" } });
    const upload = await readUpload(request);
    if (!upload.ok) return respond(upload);
    const input = await parse(upload.value);
    if (!input) return badRequest();
    const ctx = liveContext(actor);
    const stream = progressStream((hooks) => start(ctx, input, hooks), request.signal);
    return new Response(stream, { headers: STREAM_HEADERS });
  });
