/** Runs an import in a thread of its own, with limits on memory and time. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Result } from "@/lib/core/shared/result";
import { createGate } from "./gate";
import type { ImportedBitext, ImportInput, ImportProgress, RunImportFault } from "./import-bitext";
import { refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";

export type { ImportedBitext, ImportInput, RunImportFault } from "./import-bitext";

export interface ImportHooks {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the worker; the import fails with "cancelled". */
  readonly signal?: AbortSignal;
  /** Instead of the limits of `IMPORT_LIMITS`. */
  readonly limits?: { readonly megabytes?: number; readonly milliseconds?: number };
}

type Outcome = Result<ImportedBitext, RunImportFault>;
type Message = { readonly progress: ImportProgress } | { readonly result: Outcome };

const gate = createGate(IMPORT_LIMITS.workers);

/**
 * Reads, detects and aligns without blocking this thread. A worker that needs more memory or time
 * than it may have ends with "too-complex", and nothing else is harmed. Few workers run at one
 * time; the time limit counts from the start of the worker.
 *
 * @throws what the worker threw, if that was a defect and no limit.
 */
export async function runImport(input: ImportInput, hooks: ImportHooks = {}): Promise<Outcome> {
  const leave = await gate.enter(hooks.signal);
  if (!leave) return failure("cancelled", {});
  try {
    return await work(input, hooks);
  } finally {
    leave();
  }
}

function work(input: ImportInput, { onProgress, signal, limits }: ImportHooks): Promise<Outcome> {
  const milliseconds = limits?.milliseconds ?? IMPORT_LIMITS.workerMilliseconds;
  const megabytes = limits?.megabytes ?? IMPORT_LIMITS.workerMegabytes;
  const worker = startWorker(input, megabytes);
  return new Promise<Outcome>((resolve, reject) => {
    let isOver = false;
    const end = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      void worker.terminate().then(settle);
    };
    const endWith = (outcome: Outcome) => end(() => resolve(outcome));
    const cancel = () => endWith(failure("cancelled", {}));
    const outOfMemory = () => endWith(failure("too-complex", { what: "memory", limit: megabytes }));
    const timer = setTimeout(
      () => endWith(failure("too-complex", { what: "time", limit: milliseconds })),
      milliseconds,
    );
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", (message: Message) => {
      if ("result" in message) endWith(message.result);
      else if (!isOver) onProgress?.(message.progress);
    });
    worker.on("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY" || error instanceof RangeError) outOfMemory();
      else end(() => reject(error));
    });
    worker.on("exit", outOfMemory);
  });
}

/** The path is put together so that no bundler takes it for a module: the worker is no part of any bundle. */
function startWorker(input: ImportInput, megabytes: number): Worker {
  const root = process.cwd();
  const script = [root, "lib", "files", "import-worker.mjs"].join(path.sep);
  return new Worker(/* turbopackIgnore: true */ script, {
    workerData: { root, input },
    // Untrusted input is read here: no secrets of the environment, no flags of the parent.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  });
}

function failure(code: RunImportFault["code"], params: RunImportFault["params"]): Outcome {
  const { error } = refuse(code, params);
  return { ok: false, error: { ...error, side: "both" } };
}
