/** Runs a script of this folder in a thread of its own, with limits on memory and time. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import { err, type Result } from "@/lib/core/shared/result";
import { createGate } from "./gate";
import { type ImportFault, refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";

export interface WorkerHooks<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the worker; the work fails with "cancelled". */
  readonly signal?: AbortSignal;
  /** Instead of the limits of `IMPORT_LIMITS`. */
  readonly limits?: { readonly megabytes?: number; readonly milliseconds?: number };
}

type Message<Progress, Outcome> = { readonly progress: Progress } | { readonly result: Outcome };

const gate = createGate(IMPORT_LIMITS.workers);

/**
 * Works without blocking this thread. A worker that needs more memory or time than it may have ends
 * with "too-complex", and nothing else is harmed. Few workers run at one time; the time limit
 * counts from the start of the worker.
 *
 * @param script file in this folder; it posts `{progress}` any number of times and `{result}` once.
 * @throws what the worker threw, if that was a defect and no limit.
 */
export async function runWorker<Input, Progress, Value, Fault>(
  script: string,
  input: Input,
  hooks: WorkerHooks<Progress>,
): Promise<Result<Value, Fault | ImportFault>> {
  const leave = await gate.enter(hooks.signal);
  if (!leave) return refuse("cancelled");
  try {
    return await work<Input, Progress, Result<Value, Fault | ImportFault>>(script, input, hooks, (error) =>
      err(error),
    );
  } finally {
    leave();
  }
}

function work<Input, Progress, Outcome>(
  script: string,
  input: Input,
  { onProgress, signal, limits }: WorkerHooks<Progress>,
  failure: (fault: ImportFault) => Outcome,
): Promise<Outcome> {
  const milliseconds = limits?.milliseconds ?? IMPORT_LIMITS.workerMilliseconds;
  const megabytes = limits?.megabytes ?? IMPORT_LIMITS.workerMegabytes;
  const worker = startWorker(script, input, megabytes);
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
    const tooComplex = (what: "memory" | "time", limit: number) =>
      endWith(failure({ code: "too-complex", params: { what, limit } }));
    const cancel = () => endWith(failure({ code: "cancelled", params: {} }));
    const outOfMemory = () => tooComplex("memory", megabytes);
    const timer = setTimeout(() => tooComplex("time", milliseconds), milliseconds);
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", (message: Message<Progress, Outcome>) => {
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
function startWorker(name: string, input: unknown, megabytes: number): Worker {
  const root = process.cwd();
  const script = [root, "lib", "files", name].join(path.sep);
  return new Worker(/* turbopackIgnore: true */ script, {
    workerData: { root, input },
    // Untrusted input is read here: no secrets of the environment, no flags of the parent.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  });
}
