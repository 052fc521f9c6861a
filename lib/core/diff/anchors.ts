import type { Box, Link } from "./affine-alignment";

/** Ids of the stretches that begin at each place; equal ids mean equal content. Shorter by the length less 1. */
export interface Stretches {
  readonly base: Int32Array;
  readonly next: Int32Array;
}

/** Numbers all stretches of twice the length, from those of the single length. Linear. */
export function doubleStretches({ base, next }: Stretches, length: number): Stretches {
  const numbers = new Map<number, number>();
  const double = (ids: Int32Array): Int32Array =>
    Int32Array.from({ length: Math.max(0, ids.length - length) }, (_, at) => {
      const key = (ids[at] as number) * 0x4000000 + (ids[at + length] as number);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    });
  return { base: double(base), next: double(next) };
}

/**
 * Places that surely correspond: where stretches of `length` units begin that occur exactly once on either
 * side of the box, thinned to the longest list that rises on both sides, as in "patience diff" (B. Cohen).
 * Time O(n log n) in the units of the box.
 */
export function findAnchors(stretches: Stretches, box: Box, length: number): readonly Link[] {
  const inBase = uniquePlaces(stretches.base, box.baseFrom, box.baseTo - length);
  const inNext = uniquePlaces(stretches.next, box.nextFrom, box.nextTo - length);
  const candidates: Link[] = [];
  for (const [id, base] of inBase) {
    const next = inNext.get(id) ?? -1;
    if (base >= 0 && next >= 0) candidates.push({ base, next });
  }
  return longestRising(candidates);
}

/** Place of every id from `from` to `last`, in ascending order of first places; -1 for those that occur again. */
function uniquePlaces(ids: Int32Array, from: number, last: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at <= last; at++) {
    const id = ids[at] as number;
    places.set(id, places.has(id) ? -1 : at);
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
