import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { startImport } from "@/lib/services/imports/start-import";
import { liveContext } from "@/lib/services/live-context";
import { answering, badRequest, respond } from "../api-response";
import { progressStream, STREAM_HEADERS } from "./progress-stream";
import { parseUpload, readUpload } from "./read-upload";

/**
 * Takes two texts and answers with the progress of reading and aligning them; see `progressStream`.
 * A route and no action, because files are large and progress comes in pieces.
 */
export const POST = answering(async (request: Request) => {
  if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
  const actor = await currentActor();
  if (!actor) return respond({ ok: false, error: { code: "sign-in-required" } });
  const upload = await readUpload(request);
  if (!upload.ok) return respond(upload);
  const input = await parseUpload(upload.value);
  if (!input) return badRequest();
  const ctx = liveContext(actor);
  const stream = progressStream((hooks) => startImport(ctx, input, hooks), request.signal);
  return new Response(stream, { headers: STREAM_HEADERS });
});
