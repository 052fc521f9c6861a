import { describe, expect, it } from "vitest";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { type DisplayDiff, diffForDisplay, type Hunk } from "@/lib/core/diff/display-diff";
import { readUnits } from "@/lib/core/diff/units";
import { tokenize } from "@/lib/core/text/tokens";
import { textPairs } from "./random-texts";

const CASES = 3000;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Places of a text where a hunk must not begin or end: inside clusters, surrogate pairs, codes, words. */
function forbiddenPlaces(text: string): Set<number> {
  const forbidden = new Set<number>();
  const forbidWithin = (from: number, to: number): void => {
    for (let at = from + 1; at < to; at++) forbidden.add(at);
  };
  for (const { index, segment } of graphemes.segment(text)) forbidWithin(index, index + segment.length);
  for (const { index, 0: code } of text.matchAll(/<\/?\d+>|<\d+\/>/g))
    forbidWithin(index, index + code.length);
  for (const { kind, from, to } of tokenize(text)) {
    if (kind === "word" || kind === "number") forbidWithin(from, to);
  }
  for (const { index, 0: word } of text.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]+/gu)) {
    forbidWithin(index, index + word.length);
  }
  return forbidden;
}

function faultsOf(base: string, next: string, { hunks }: DisplayDiff): string[] {
  const [noBase, noNext] = [forbiddenPlaces(base), forbiddenPlaces(next)];
  return hunks.flatMap((hunk, index) => {
    const before = hunks[index - 1];
    const faults = {
      "no change": hunk.deleted === hunk.inserted,
      "touching or out of order":
        before !== undefined && (hunk.baseFrom <= before.baseTo || hunk.nextFrom <= before.nextTo),
      "deleted is not the text": base.slice(hunk.baseFrom, hunk.baseTo) !== hunk.deleted,
      "inserted is not the text": next.slice(hunk.nextFrom, hunk.nextTo) !== hunk.inserted,
      "cut in base": noBase.has(hunk.baseFrom) || noBase.has(hunk.baseTo),
      "cut in next": noNext.has(hunk.nextFrom) || noNext.has(hunk.nextTo),
    };
    return Object.entries(faults).flatMap(([fault, isPresent]) => (isPresent ? [`${index}: ${fault}`] : []));
  });
}

describe("diffForDisplay: laws on seeded pairs", () => {
  it("restores both texts byte for byte", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const { hunks } = diffForDisplay(base, next);
      expect(applyHunks(base, hunks), `seed ${seed}`).toBe(next);
      expect(revertHunks(next, hunks), `seed ${seed}`).toBe(base);
    }
  });

  it("keeps hunks ordered, non-empty and apart, and cuts no word, code, cluster or surrogate pair", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      expect(faultsOf(base, next, diffForDisplay(base, next)), `seed ${seed}`).toEqual([]);
    }
  });

  it("leaves no island: between two changes of words stands more than one small word", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const units = readUnits(base);
      const changesUnits = ({ deleted, inserted }: Hunk): boolean => readUnits(deleted + inserted).length > 0;
      const hunks = diffForDisplay(base, next).hunks.filter(changesUnits);
      hunks.slice(1).forEach((hunk, index) => {
        const from = hunks[index]?.baseTo ?? 0;
        const between = units.filter((unit) => unit.from >= from && unit.to <= hunk.baseFrom);
        const weight = between.reduce((sum, unit) => sum + unit.weight, 0);
        // Keeping a run in one piece is worth up to 0.02 for each of its units.
        expect(weight + 0.02 * between.length, `seed ${seed}`).toBeGreaterThan(0.9);
      });
    }
  });

  it("gives no hunk for equal texts and at least one for unequal ones", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      expect(diffForDisplay(base, base).hunks, `seed ${seed}`).toEqual([]);
      expect(diffForDisplay(base, next).hunks.length > 0, `seed ${seed}`).toBe(base !== next);
    }
  });

  it("is the mirror image when the texts are swapped", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const mirrored = diffForDisplay(next, base).hunks.map((hunk) => ({
        ...hunk,
        baseFrom: hunk.nextFrom,
        baseTo: hunk.nextTo,
        nextFrom: hunk.baseFrom,
        nextTo: hunk.baseTo,
        deleted: hunk.inserted,
        inserted: hunk.deleted,
      }));
      expect(diffForDisplay(base, next).hunks, `seed ${seed}`).toEqual(mirrored);
    }
  });

  it("leaves every subset of the hunks applicable, and reverting the same subset brings the base back", () => {
    for (const { seed, base, next } of textPairs(CASES)) {
      const { hunks } = diffForDisplay(base, next);
      const some = hunks.filter((_, index) => (seed >> (index % 8)) & 1);
      const others = hunks.filter((hunk) => !some.includes(hunk));
      expect(revertHunks(next, others), `seed ${seed}`).toBe(applyHunks(base, some));
    }
  });
});
