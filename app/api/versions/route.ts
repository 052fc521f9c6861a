import { currentActor } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { startVersion } from "@/lib/services/imports/start-version";
import { liveContext } from "@/lib/services/live-context";
import { answering, badRequest, respond } from "../api-response";
import { progressStream, STREAM_HEADERS } from "../imports/progress-stream";
import { parseVersionUpload, readUpload } from "../imports/read-upload";

/** Takes a new version of a document and answers with the progress of reading and aligning it; see `progressStream`. */
export const POST = answering(async (request: Request) => {
  if (!isSameOrigin(request.headers)) return respond({ ok: false, error: { code: "foreign-origin" } });
  const actor = await currentActor();
  if (!actor) return respond({ ok: false, error: { code: "sign-in-required" } });
  const upload = await readUpload(request);
  if (!upload.ok) return respond(upload);
  const input = await parseVersionUpload(upload.value);
  if (!input) return badRequest();
  const ctx = liveContext(actor);
  const stream = progressStream((hooks) => startVersion(ctx, input, hooks), request.signal);
  return new Response(stream, { headers: STREAM_HEADERS });
});
