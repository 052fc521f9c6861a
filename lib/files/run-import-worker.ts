/** Runs an import in a thread of its own, with limits on memory and time. */
import type { Result } from "@/lib/core/shared/result";
import type { ImportedBitext, ImportInput, ImportProgress, RunImportFault } from "./import-bitext";
import { runWorker, type WorkerHooks } from "./run-worker";

export type { ImportedBitext, ImportInput, RunImportFault } from "./import-bitext";

export type ImportHooks = WorkerHooks<ImportProgress>;

/** Reads, detects and aligns without blocking this thread; see `runWorker`. */
export async function runImport(
  input: ImportInput,
  hooks: ImportHooks = {},
): Promise<Result<ImportedBitext, RunImportFault>> {
  const outcome = await runWorker<ImportInput, ImportProgress, ImportedBitext, RunImportFault>(
    "import-worker.mjs",
    input,
    hooks,
  );
  if (outcome.ok || "side" in outcome.error) return outcome as Result<ImportedBitext, RunImportFault>;
  return { ok: false, error: { ...outcome.error, side: "both" } };
}
