import { troubleOf } from "@/app/_actions/trouble";
import type { Result } from "@/lib/core/shared/result";

interface Hooks {
  readonly onProgress: (progress: object) => void;
  readonly signal: AbortSignal;
}

/** What takes long, tells how far it is, and can be broken off. */
export type LongRun = (hooks: Hooks) => Promise<Result<object, { readonly code: string }>>;

export const STREAM_HEADERS = {
  "content-type": "application/x-ndjson; charset=utf-8",
  // Compression would hold the lines back.
  "cache-control": "private, no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/**
 * Runs something long and tells of it in lines of JSON: `{stage, done, total}` as it goes on, at last
 * its value or `{error}`, also when it broke. Whoever stops reading cancels it.
 */
export function progressStream(run: LongRun, signal: AbortSignal): ReadableStream<Uint8Array> {
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
