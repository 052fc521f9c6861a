import { describe, expect, it } from "vitest";
import { type BlamedRevision, blame } from "@/lib/core/blame/blame";
import { creditsOf } from "@/lib/core/blame/credits";
import { random } from "@/tests/support/random";

interface Revision extends BlamedRevision {
  readonly number: number;
}

const history = (...texts: readonly string[]): readonly Revision[] =>
  texts.map((text, number) => ({ number, text, origin: number === 0 ? "mt" : "human", approverId: null }));

/** Every word with the number of its revision. */
const credited = (...texts: readonly string[]): readonly (readonly [string, number])[] =>
  blame(history(...texts))
    .filter(({ kind }) => kind !== "space")
    .map(({ text, revision }) => [text, revision.number]);

const WORDS = ["the", "a", "of", "it"];

/** Texts of few different words, in which every word could be another one of the same. */
const someText = (dice: () => number, length: number): string[] =>
  Array.from({ length }, () => WORDS[Math.floor(dice() * WORDS.length)] ?? "");

describe("blame where the same words stand again and again", () => {
  it("credits a revision that only deletes with nothing, on 2,000 seeded texts", () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const dice = random(seed);
      const words = someText(dice, 3 + Math.floor(dice() * 8));
      const kept = words.filter(() => dice() < 0.6);
      const numbers = credited(words.join(" "), kept.join(" ")).map(([, number]) => number);
      expect(numbers, `seed ${seed}: ${words.join(" ")} → ${kept.join(" ")}`).toEqual(kept.map(() => 0));
    }
  });

  it("lets a revision that only inserts take nothing from others, on 2,000 seeded texts", () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const dice = random(seed * 7);
      const words = someText(dice, 2 + Math.floor(dice() * 6));
      const longer = words.flatMap((word) => (dice() < 0.4 ? [...someText(dice, 1), word] : [word]));
      const all = credited(words.join(" "), longer.join(" "));
      const old = all.filter(([, number]) => number === 0).map(([word]) => word);
      expect(old, `seed ${seed}: ${words.join(" ")} → ${longer.join(" ")}`).toEqual(words);
    }
  });

  it("gives the credit of a word once: a text has no more words of the one before than that had", () => {
    for (let seed = 1; seed <= 3_000; seed++) {
      const dice = random(seed * 11);
      const [before, after] = [
        someText(dice, 2 + Math.floor(dice() * 7)),
        someText(dice, 2 + Math.floor(dice() * 7)),
      ];
      const all = credited(before.join(" "), after.join(" "));
      for (const word of WORDS) {
        const kept = all.filter(([text, number]) => text === word && number === 0).length;
        expect(kept, `seed ${seed}: ${before.join(" ")} → ${after.join(" ")}`).toBeLessThanOrEqual(
          before.filter((it) => it === word).length,
        );
      }
    }
  });
});

/** The white space of a text with the numbers of its revision and its approved one. */
const spaces = (...revisions: readonly (readonly [string, string | null])[]) =>
  blame(
    revisions.map(([text, approverId], number) => ({ number, text, origin: "human" as const, approverId })),
  )
    .filter(({ kind }) => kind === "space")
    .map(({ text, revision, approved }) => [text, revision.number, approved?.number ?? null]);

describe("white space that several revisions wrote", () => {
  it("names the newest of them, wherever in it that stands", () => {
    expect(spaces(["thebab  a.  ", null], ["the\n.  \n  ", null])).toEqual([
      ["\n", 1, null],
      ["  \n  ", 1, null],
    ]);
    expect(spaces(["bbbthe. ", null], ["a a b b   b   ", null]).at(-1)).toEqual(["   ", 1, null]);
    const units = (first: string, next: string, from: number) => {
      const credits = [first, next].map((text) => ({ text, isApproved: false }));
      return [...(creditsOf(credits)[1]?.brought.subarray(from) ?? [])];
    };
    expect(units("thebab  a.  ", "the\n.  \n  ", 5)).toEqual([0, 0, 1, 1, 1]);
    expect(units("bbbthe. ", "a a b b   b   ", 11)).toEqual([1, 1, 0]);
  });

  it("is approved only if all of it is", () => {
    const texts = [
      ["\nthe\n", null],
      [", b    a   ", "editor"],
      ["b b . \n a", null],
    ] as const;
    const last = spaces(...texts).find(([text]) => text === " \n ");
    expect(last?.[2]).toBeNull();
  });
});
