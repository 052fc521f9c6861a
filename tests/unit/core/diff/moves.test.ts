import { describe, expect, it } from "vitest";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import type { Hunk } from "@/lib/core/diff/hunk";
import { findMoves } from "@/lib/core/diff/moves";
import { type DiffSpan, diffSpans } from "@/lib/core/diff/spans";
import { readUnits } from "@/lib/core/diff/units";
import { random } from "@/tests/support/random";
import { textPairs } from "./random-texts";

const moved = (base: string, next: string): string[] =>
  findMoves(diffForDisplay(base, next).hunks).map(({ from, to }) => {
    const passage = base.slice(from.start, from.end);
    expect(next.slice(to.start, to.end)).toBe(passage);
    return passage;
  });

describe("findMoves", () => {
  it.each([
    [
      "a sentence that changed places",
      "The sun rose. Birds sang in old trees. Nobody spoke.",
      "Birds sang in old trees. The sun rose. Nobody spoke.",
      ["The sun rose."],
    ],
    [
      "a single word if both hunks have nothing else",
      "He said yesterday that the house was sold.",
      "He said that the house was sold yesterday.",
      ["yesterday"],
    ],
    [
      "a phrase beside another change",
      "In the old harbour of the town, they met and talked about many things.",
      "They met and talked about many things in the old harbour of the town.",
      ["the old harbour of the town"],
    ],
  ])("recognises %s", (_, base, next, passages) => {
    expect(moved(base, next)).toEqual(passages);
  });

  it.each([
    [
      "a small word that goes here and comes there",
      "He was of late very tired today.",
      "He was late very tired of today.",
    ],
    ["a word written again within its own change", "Red wine, white wine.", "White wine, red wine."],
    [
      "a passage that two hunks have",
      "grey kitten sleeps. Yes, he does. grey kitten sleeps. Old men laugh loudly here",
      "Yes, he does. Old men laugh loudly here grey kitten sleeps.",
    ],
  ])("does not call it a move: %s", (_, base, next) => {
    expect(moved(base, next)).toEqual([]);
  });

  const hunk = (from: number, deleted: string, inserted: string): Hunk => ({
    baseFrom: from,
    baseTo: from + deleted.length,
    nextFrom: from,
    nextTo: from + inserted.length,
    deleted,
    inserted,
    kind: "text",
  });

  it("leaves out what stays within one hunk, and what two hunks delete or insert", () => {
    expect(findMoves([hunk(0, "grey kitten sleeps here", "now grey kitten sleeps")])).toEqual([]);
    const passage = "grey kitten sleeps";
    const [one, other] = [hunk(0, `${passage} well`, ""), hunk(50, `${passage} long`, "")];
    expect(findMoves([one, hunk(100, "", `${passage} today`)])).toHaveLength(1);
    expect(findMoves([one, other, hunk(100, "", `${passage} today`)])).toEqual([]);
    expect(findMoves([hunk(0, "", `a ${passage}`), other, hunk(100, "", `b ${passage}`)])).toEqual([]);
  });

  it("gives equal words of two hunks, no word twice, in the order of the base, in seeded pairs", () => {
    let found = 0;
    for (const { seed, base, next } of shuffledPairs(2000)) {
      const { hunks } = diffForDisplay(base, next);
      const moves = findMoves(hunks);
      found += moves.length;
      let end = 0;
      const taken = new Set<number>();
      for (const { from, to } of moves) {
        const words = (text: string): string[] => readUnits(text).map((unit) => unit.text);
        expect(words(base.slice(from.start, from.end)), `seed ${seed}`).toEqual(
          words(next.slice(to.start, to.end)),
        );
        expect(from.hunk === to.hunk, `seed ${seed}`).toBe(false);
        const [source, target] = [hunks[from.hunk], hunks[to.hunk]];
        expect(source && source.baseFrom <= from.start && from.end <= source.baseTo, `seed ${seed}`).toBe(
          true,
        );
        expect(target && target.nextFrom <= to.start && to.end <= target.nextTo, `seed ${seed}`).toBe(true);
        expect(from.start >= end, `seed ${seed}`).toBe(true);
        end = from.end;
        for (let at = to.start; at < to.end; at++) {
          expect(taken.has(at), `seed ${seed}`).toBe(false);
          taken.add(at);
        }
      }
    }
    expect(found).toBeGreaterThan(300);
  });

  it("makes spans of their own that still join to both texts, in seeded pairs", () => {
    for (const { seed, base, next } of shuffledPairs(1000)) {
      const diff = diffForDisplay(base, next);
      const moves = findMoves(diff.hunks);
      const spans = diffSpans(base, next, diff, moves);
      const joined = (left: DiffSpan["kind"]): string =>
        spans
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join("");
      expect([joined("inserted"), joined("deleted")], `seed ${seed}`).toEqual([base, next]);
      moves.forEach(({ from, to }, move) => {
        const own = spans.filter((span) => span.move === move).map(({ kind, text }) => [kind, text]);
        expect(own, `seed ${seed}`).toContainEqual(["deleted", base.slice(from.start, from.end)]);
        expect(own, `seed ${seed}`).toContainEqual(["inserted", next.slice(to.start, to.end)]);
      });
      for (const { text, marks } of spans) {
        for (const { at, length, code } of marks) {
          const character = String.fromCodePoint(Number.parseInt(code.slice(2), 16));
          expect(text.slice(at, at + length), `seed ${seed}`).toBe(character);
        }
      }
      const marksOf = (list: readonly DiffSpan[]) => list.flatMap(({ marks }) => marks).length;
      expect(marksOf(spans), `seed ${seed}`).toBe(marksOf(diffSpans(base, next, diff)));
    }
  });
});

/** Texts in which two stretches changed places, beside other edits. */
function* shuffledPairs(count: number) {
  for (const pair of textPairs(count)) {
    const next = random(pair.seed + 0x5eed);
    const words = pair.next.split(/(?<= )/);
    const [from = 0, middle = 0, to = 0] = [next(), next(), next()]
      .map((share) => Math.floor(share * words.length))
      .sort((one, other) => one - other);
    const swapped = [
      ...words.slice(0, from),
      ...words.slice(middle, to),
      ...words.slice(from, middle),
      ...words.slice(to),
    ];
    yield { ...pair, next: swapped.join("") };
  }
}
