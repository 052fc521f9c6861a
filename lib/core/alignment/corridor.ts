/** Bands around a path: what a finer search may look at. */
import { type Band, bandFrom } from "./band";
import type { Step } from "./best-path";

/** A rectangle of positions, both ends inclusive. */
export type Rectangle = Pick<Step, "sourceFrom" | "sourceTo" | "targetFrom" | "targetTo">;

/**
 * The band that covers a rectangle for every step of a path. Runs without counterpart that stand
 * together count as one step, because nothing tells in which order they come.
 */
export function bandThrough(
  sources: number,
  targets: number,
  path: readonly Step[],
  rectangleOf: (step: Rectangle) => Rectangle,
): Band {
  const lows = new Int32Array(sources + 1).fill(targets);
  const highs = new Int32Array(sources + 1);
  for (const step of joinGaps(path)) {
    const { sourceFrom, sourceTo, targetFrom, targetTo } = rectangleOf(step);
    for (let row = sourceFrom; row <= sourceTo; row++) {
      lows[row] = Math.min(lows[row] ?? targetFrom, targetFrom);
      highs[row] = Math.max(highs[row] ?? targetTo, targetTo);
    }
  }
  return bandFrom(lows, highs, targets);
}

/** The same units as the path's, and `reach` more to either side. */
export function widened(sources: number, targets: number, path: readonly Step[], reach: number): Band {
  return bandThrough(sources, targets, path, (step) => ({
    sourceFrom: Math.max(0, step.sourceFrom - reach),
    sourceTo: Math.min(sources, step.sourceTo + reach),
    targetFrom: Math.max(0, step.targetFrom - reach),
    targetTo: Math.min(targets, step.targetTo + reach),
  }));
}

function joinGaps(path: readonly Step[]): readonly Rectangle[] {
  const joined: Rectangle[] = [];
  path.forEach((step, index) => {
    const last = joined.at(-1);
    if (last && step.shape === null && path[index - 1]?.shape === null) {
      joined[joined.length - 1] = {
        sourceFrom: last.sourceFrom,
        sourceTo: step.sourceTo,
        targetFrom: last.targetFrom,
        targetTo: step.targetTo,
      };
    } else joined.push(step);
  });
  return joined;
}
