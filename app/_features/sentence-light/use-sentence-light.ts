import { type RefObject, useEffect } from "react";
import { lightSentences } from "./light-sentences";

/** Lights up counterparts of sentences in the rows below `root`. The linking is fetched when it is first needed. */
export function useSentenceLight(
  root: RefObject<HTMLElement | null>,
  sourceLocale: string,
  targetLocale: string,
): void {
  useEffect(() => {
    if (!root.current) return;
    return lightSentences(root.current, async (source, target) => {
      const { linkBeadSentences } = await import("@/lib/core/alignment/bead-sentences");
      return linkBeadSentences(source, target, { sourceLocale, targetLocale });
    });
  }, [root, sourceLocale, targetLocale]);
}
