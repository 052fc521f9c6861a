import { describe, expect, it } from "vitest";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { diffMinimal, matchTokens } from "@/lib/core/diff/minimal-diff";
import { matchSequences } from "@/lib/core/diff/myers";
import { tokenize } from "@/lib/core/text/tokens";
import { random } from "@/tests/support/random";
import { textPairs } from "./random-texts";

/** Length of the longest common subsequence by the textbook table. */
function commonLength(base: Int32Array, next: Int32Array): number {
  let above = new Int32Array(next.length + 1);
  for (const id of base) {
    const row = new Int32Array(next.length + 1);
    for (const [column, other] of next.entries()) {
      const best = Math.max(above[column + 1] ?? 0, row[column] ?? 0);
      row[column + 1] = id === other ? (above[column] ?? 0) + 1 : best;
    }
    above = row;
  }
  return above[next.length] ?? 0;
}

function sequences(seed: number): readonly [Int32Array, Int32Array] {
  const next = random(seed);
  const vocabulary = 1 + Math.floor(next() * 12);
  const draw = () =>
    Int32Array.from({ length: Math.floor(next() * 40) }, () => Math.floor(next() * vocabulary));
  return [draw(), draw()];
}

describe("matchSequences", () => {
  it("matches as many ids as the textbook table, in 3,000 seeded pairs", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const [base, next] = sequences(seed);
      const { runs, precise } = matchSequences(base, next);
      const matched = runs.reduce((sum, { length }) => sum + length, 0);
      expect(matched, `seed ${seed}`).toBe(commonLength(base, next));
      expect(precise).toBe(true);
    }
  });

  it("gives ascending runs of equal ids also when the search is given up early", () => {
    let coarse = 0;
    for (let seed = 1; seed <= 3000; seed++) {
      const [base, next] = sequences(seed);
      const { runs, precise } = matchSequences(base, next, 1 + (seed % 4));
      if (!precise) coarse++;
      let [baseEnd, nextEnd] = [0, 0];
      for (const run of runs) {
        expect(run.base >= baseEnd && run.next >= nextEnd && run.length > 0, `seed ${seed}`).toBe(true);
        [baseEnd, nextEnd] = [run.base + run.length, run.next + run.length];
        expect(base.slice(run.base, baseEnd), `seed ${seed}`).toEqual(next.slice(run.next, nextEnd));
      }
    }
    expect(coarse).toBeGreaterThan(500);
  });
});

describe("diffMinimal", () => {
  it("restores both texts byte for byte, with edits apart and in order", () => {
    for (const { seed, base, next } of textPairs(3000)) {
      const { edits } = diffMinimal(base, next);
      expect(applyHunks(base, edits), `seed ${seed}`).toBe(next);
      expect(revertHunks(next, edits), `seed ${seed}`).toBe(base);
      edits.forEach((edit, index) => {
        const before = edits[index - 1];
        if (before)
          expect(edit.baseFrom > before.baseTo && edit.nextFrom > before.nextTo, `seed ${seed}`).toBe(true);
        expect(edit.deleted === edit.inserted, `seed ${seed}`).toBe(false);
      });
      expect(edits.length > 0).toBe(base !== next);
    }
  });

  it("gives token indices for merging", () => {
    const { runs } = matchTokens(tokenize("one two, three"), tokenize("one three"));
    expect(runs).toEqual([
      { base: 0, next: 0, length: 2 },
      { base: 5, next: 2, length: 1 },
    ]);
  });

  it("is exact for 10,000 words with 3 % edits and bounded for unrelated ones", () => {
    const next = random(3);
    const draw = (): string[] => Array.from({ length: 10_000 }, () => `w${Math.floor(next() * 4000)}`);
    const base = draw();
    const edited = base.map((word) => (next() < 0.03 ? "new" : word));
    const start = performance.now();
    const close = diffMinimal(base.join(" "), edited.join(" "));
    expect(close.precise).toBe(true);
    expect(close.edits.length).toBe(edited.filter((word, index) => word !== base[index]).length);
    expect(diffMinimal(base.join(" "), draw().join(" ")).precise).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("is bounded for 10,000 words in another order, where every search is given up, and says so", () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `w${(index * 7919) % 10_007}`);
    const [base, reversed] = [words.join(" "), [...words].reverse().join(" ")];
    const { edits, precise } = diffMinimal(base, reversed);
    expect(precise).toBe(false);
    expect(applyHunks(base, edits)).toBe(reversed);
    // 22 million without the bound
    const ids = Int32Array.from(words.keys());
    expect(matchSequences(ids, ids.toReversed()).followed).toBeLessThan(13_000_000);
  });

  it("stays exact for 2,000 words of which none stays, which the bound must not touch", () => {
    const base = Array.from({ length: 1_000 }, (_, index) => `a${index}`);
    const next = base.map((word, index) => (index % 2 === 0 ? `b${index}` : word)).reverse();
    const [one, other] = [base.join("\n"), next.join("\n")];
    expect(diffMinimal(one, other)).toMatchObject({ precise: true });
  });
});
