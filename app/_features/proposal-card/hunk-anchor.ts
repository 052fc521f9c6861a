import type { ChosenWords } from "@/app/_features/threads/use-discussion";
import type { Hunk } from "@/lib/core/diff/hunk";

/** The words of the change with the focus, for a thread about them: what comes, or of a deletion what goes. */
export function wordsOfHunk(
  hunks: readonly (Hunk & { readonly id: string })[],
  baseRevisionId: string,
): ChosenWords | null {
  const id = document.activeElement?.closest<HTMLElement>("[data-hunk-stop]")?.dataset.hunkStop;
  const hunk = hunks.find((one) => one.id === id);
  if (!hunk) return null;
  return hunk.inserted
    ? { side: "proposed", revisionId: baseRevisionId, from: hunk.nextFrom, to: hunk.nextTo }
    : { side: "current", revisionId: baseRevisionId, from: hunk.baseFrom, to: hunk.baseTo };
}
