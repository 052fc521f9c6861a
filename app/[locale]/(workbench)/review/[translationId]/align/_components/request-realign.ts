/** Asking for a re-alignment and following its progress, line by line. */
import type { repairAlignmentAction } from "@/app/_actions/alignment";

export interface RealignProgress {
  /** Paragraphs of both sides. */
  readonly done: number;
  readonly total: number;
}

type Repaired = Extract<Awaited<ReturnType<typeof repairAlignmentAction>>, { ok: true }>["value"];

/** `left`: rows that somebody else had changed meanwhile, and that stayed. */
export type RealignOutcome = Repaired["outcome"] & { readonly left: number };

type Answer = RealignOutcome | { readonly error: { readonly code: string } };
type Line = Answer | ({ readonly stage: "aligning" } & RealignProgress);

/** @param signal breaks it off: the server stops and changes nothing. */
export async function requestRealign(
  translationId: string,
  segmentId: string,
  onProgress: (progress: RealignProgress) => void,
  signal: AbortSignal,
): Promise<Answer> {
  let answer: Answer = { error: { code: "offline" } };
  try {
    const response = await fetch(`/api/translations/${translationId}/realign`, {
      method: "POST",
      body: JSON.stringify({ segmentId }),
      signal,
    });
    for await (const line of linesOf(response)) {
      if ("stage" in line) onProgress(line);
      else answer = line;
    }
    return answer;
  } catch {
    return { error: { code: signal.aborted ? "cancelled" : "offline" } };
  }
}

async function* linesOf(response: Response): AsyncGenerator<Line> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const lines = (rest + read.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Line;
  }
  // an answer that is no stream is one line without an end
  if (rest !== "") yield JSON.parse(rest) as Line;
}
