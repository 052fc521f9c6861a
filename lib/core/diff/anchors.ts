import type { Box, Link, Sequences } from "./affine-alignment";

/**
 * Places that surely correspond: stretches of `length` units that occur exactly once on either side of the
 * box, thinned to the longest list that rises on both sides. Lines that rise: after "patience diff" (B. Cohen).
 * Time O(n log n) in the units of the box.
 */
export function findAnchors(sequences: Sequences, box: Box, length: number): readonly Link[] {
  const inBase = uniqueStretches(sequences.base, box.baseFrom, box.baseTo, length);
  const inNext = uniqueStretches(sequences.next, box.nextFrom, box.nextTo, length);
  const candidates: Link[] = [];
  for (const [key, base] of inBase) {
    const next = inNext.get(key);
    if (base >= 0 && next !== undefined && next >= 0) candidates.push({ base, next });
  }
  return longestRising(candidates);
}

/** First unit of every stretch, by content and in ascending order; -1 for those that occur again. */
function uniqueStretches(ids: Int32Array, from: number, to: number, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + length <= to; at++) {
    const key = ids.subarray(at, at + length).join();
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** Longest subsequence that rises in `next`; the links come ascending in `base`. */
function longestRising(links: readonly Link[]): readonly Link[] {
  const tails: number[] = [];
  const previous = new Int32Array(links.length).fill(-1);
  links.forEach((link, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((links[tails[middle] as number] as Link).next < link.next) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] as number;
    tails[low] = index;
  });
  const rising: Link[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) rising.push(links[at] as Link);
  return rising.reverse();
}
