import type { Hunk } from "../diff/hunk";
import { findMoves } from "../diff/moves";

/**
 * Which hunks belong together: for each the smallest index of its group. Linked are
 *
 * - both ends of a moved passage: one alone would leave the passage twice, or nowhere;
 * - the same replacement of words at several places: a name is changed everywhere or nowhere;
 * - hunks with markers of the same inline code: one alone would leave `<1>` without `</1>`.
 *
 * @param locale Language of both texts, as for the diff.
 */
export function hunkLinks(hunks: readonly Hunk[], locale?: string): readonly number[] {
  const groups = hunks.map((_, index) => index);
  const find = (index: number): number => {
    const parent = groups[index] as number;
    return parent === index ? index : find(parent);
  };
  const join = (one: number, other: number): void => {
    const [low, high] = [find(one), find(other)].sort((a, b) => a - b) as [number, number];
    groups[high] = low;
  };
  for (const { from, to } of findMoves(hunks, locale)) join(from.hunk, to.hunk);
  const firsts = new Map<string, number>();
  hunks.forEach((hunk, index) => {
    for (const key of keysOf(hunk)) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, index);
      else join(first, index);
    }
  });
  return hunks.map((_, index) => find(index));
}

const LETTER = /\p{L}/u;
const MARKER = /<\/?(\d{1,9})\/?>/g;

/** Hunks with a key in common are linked. */
function keysOf({ deleted, inserted, kind }: Hunk): readonly string[] {
  const codes = [...(deleted + inserted).matchAll(MARKER)].map(([, id]) => `code ${id}`);
  const [before, after] = [deleted.trim(), inserted.trim()];
  const isReplacement = kind === "text" && LETTER.test(before) && LETTER.test(after);
  return isReplacement ? [...codes, `text ${before}\0${after}`] : codes;
}
