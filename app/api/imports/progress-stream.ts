import { troubleOf } from "@/app/_actions/trouble";
import type { ImportId } from "@/lib/core/shared/ids";
import type { Result } from "@/lib/core/shared/result";
import type { startImport } from "@/lib/services/imports/start-import";

type Hooks = NonNullable<Parameters<typeof startImport>[2]>;
type Outcome = Result<{ readonly importId: ImportId; readonly related: boolean }, { readonly code: string }>;

export const STREAM_HEADERS = {
  "content-type": "application/x-ndjson; charset=utf-8",
  // Compression would hold the lines back.
  "cache-control": "private, no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/**
 * Runs the import and tells of it in lines of JSON: `{stage, done, total}` as it goes on, at last
 * `{importId, related}` or `{error}`, also when it broke. Whoever stops reading cancels it.
 */
export function progressStream(
  run: (hooks: Hooks) => Promise<Outcome>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const tell = (line: object) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const hooks = { onProgress: tell, signal: AbortSignal.any([signal, gone.signal]) };
      const outcome = await run(hooks).catch(
        (error: unknown) => ({ ok: false, error: troubleOf(error) }) as const,
      );
      tell(outcome.ok ? outcome.value : { error: outcome.error });
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
}
