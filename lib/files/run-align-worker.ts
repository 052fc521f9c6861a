/** Aligns paragraphs that are there already, in a thread of its own, with limits on memory and time. */
import type { Bead } from "@/lib/core/alignment/bead";
import type { TextPair } from "@/lib/core/alignment/learning";
import type { Result } from "@/lib/core/shared/result";
import type { ImportFault } from "./import-fault";
import { runWorker, type WorkerHooks } from "./run-worker";

export interface AlignInput {
  /** Paragraphs without inline codes. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** BCP 47. */
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** Texts known to translate each other, in the same languages. */
  readonly known?: readonly TextPair[];
}

export interface AlignProgress {
  readonly stage: "aligning";
  /** Paragraphs of both sides. */
  readonly done: number;
  readonly total: number;
}

export type AlignHooks = WorkerHooks<AlignProgress>;

/** What `alignParagraphs` gives, without blocking this thread; see `runWorker`. */
export const runAlign = (
  input: AlignInput,
  hooks: AlignHooks = {},
): Promise<Result<readonly Bead[], ImportFault>> =>
  runWorker<AlignInput, AlignProgress, readonly Bead[], never>("align-worker.mjs", input, hooks);
