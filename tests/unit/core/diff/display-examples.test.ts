import { describe, expect, it } from "vitest";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { diffSpans } from "@/lib/core/diff/spans";
import { random } from "@/tests/support/random";

/** The diff in one line: [-deleted-], {+inserted+}. */
function shown(base: string, next: string, locale?: string): string {
  const diff = diffForDisplay(base, next, locale === undefined ? {} : { locale });
  const brackets = { equal: ["", ""], deleted: ["[-", "-]"], inserted: ["{+", "+}"] } as const;
  return diffSpans(base, next, diff)
    .map(({ kind, text }) => brackets[kind][0] + text + brackets[kind][1])
    .join("");
}

const kinds = (base: string, next: string): string[] =>
  diffForDisplay(base, next).hunks.map(({ kind }) => kind);

describe("diffForDisplay: as an editor would mark it", () => {
  it.each([
    ["replaces whole words", "The house is old.", "The house was old.", "The house [-is-]{+was+} old."],
    ["takes the space with a deleted word", "a very old house", "an old house", "[-a very-]{+an+} old house"],
    ["takes one space with an inserted word", "old house", "old grey house", "old {+grey +}house"],
    ["marks one space where two stood", "A.  B", "A. B", "A. [- -]B"],
    [
      "joins changes around a small word",
      "He walked to the river bank.",
      "She strolled to her garden bank.",
      "[-He walked to the river-]{+She strolled to her garden+} bank.",
    ],
    [
      "keeps a content word between two changes",
      "red house door",
      "blue house gate",
      "[-red-]{+blue+} house [-door-]{+gate+}",
    ],
    [
      "marks a repeated sentence as a sentence",
      "It is. It was. It is.",
      "It is. It is.",
      "It is. [-It was. -]It is.",
    ],
    ["puts an inserted sentence between sentences", "One. Two.", "One. Red. Two.", "One. {+Red. +}Two."],
    ["keeps the comma with the item that came", "red, blue", "red, green, blue", "red, {+green, +}blue"],
    [
      "cuts at a hyphen, not inside its words",
      "a well-known man",
      "a well-kept man",
      "a well-[-known-]{+kept+} man",
    ],
    [
      "keeps codes apart from text",
      "the <1>green</1> garden",
      "the green garden",
      "the [-<1>-]green[-</1>-] garden",
    ],
  ])("%s", (_, base, next, expected) => {
    expect(shown(base, next)).toBe(expected);
  });

  it("compares words of scripts without spaces", () => {
    expect(shown("ภาษาไทยเป็นภาษา", "ภาษาลาวเป็นภาษา", "th")).toBe("ภาษา[-ไทย-]{+ลาว+}เป็นภาษา");
  });

  it.each([
    ["text", "old house", "new house"],
    ["space", "a  b", "a b"],
    ["space", "a\u00a0b", "a b"],
    ["space", "a\n", "a"],
    ["space", "10\u202f%", "10 %"],
    ["invisible", "admin", "ad\u200bmin"],
    ["invisible", "admin", "admin\u202e"],
    ["invisible", "café", "cafe\u0301"],
    ["invisible", "", "\ufeff"],
    ["code", "<1>green</1>", "<2>green</1>"],
    ["code", "green house", "green<3/> house"],
    ["text", "5 m²", "5 m2"],
    ["text", "ab cd", "abcd"],
  ])("calls it %s: %j to %j", (kind, base, next) => {
    expect(kinds(base, next)).toEqual([kind]);
  });

  it("keeps a changed space and a changed word that stand apart as two hunks of their kinds", () => {
    expect(kinds("The  old house stands here", "The old house stands there")).toEqual(["space", "text"]);
  });
});

describe("diffForDisplay: bounded cost", () => {
  const words = (count: number, seed: number, vocabulary: number, prefix = "word"): string[] => {
    const next = random(seed);
    return Array.from({ length: count }, () => `${prefix}${Math.floor(next() * vocabulary)}`);
  };
  const edited = (list: readonly string[], share: number): string[] => {
    const next = random(9);
    return list.map((word) => (next() < share ? `new${Math.floor(next() * 500)}` : word));
  };
  const text = words(10_000, 1, 5_000);

  it("is precise up to 2,000 by 2,000 changed words, and says so", () => {
    const diff = diffForDisplay(words(1_900, 2, 1e6).join(" "), words(1_900, 3, 1e6).join(" "));
    expect(diff.precise).toBe(true);
  });

  it("is not precise any more from 3,000 by 3,000 on", () => {
    const diff = diffForDisplay(words(3_000, 2, 1e6).join(" "), words(3_000, 3, 1e6).join(" "));
    expect(diff.precise).toBe(false);
  });

  it.each([
    ["unrelated words", text, words(10_000, 4, 5_000)],
    ["words of which none is common", text, words(10_000, 5, 5_000, "other")],
    ["two words over and over", words(10_000, 6, 2), words(10_000, 7, 2)],
    ["the same in reverse", text, [...text].reverse()],
  ])("returns soon and admits to be coarse: 10,000 by 10,000 %s", (_, base, next) => {
    const start = performance.now();
    const diff = diffForDisplay(base.join(" "), next.join(" "));
    // About 0.2 s alone on two cores; the limit leaves room for busy machines.
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(diff.precise).toBe(false);
  });

  it("finds nearly every edit in 10,000 words with 5 % replaced, though not guaranteed", () => {
    const next = edited(text, 0.05);
    const changed = next.filter((word, index) => word !== text[index]).length;
    const { hunks } = diffForDisplay(text.join(" "), next.join(" "));
    const deleted = hunks.flatMap((hunk) => hunk.deleted.split(" ")).length;
    expect(deleted).toBeLessThan(changed * 1.05);
  });

  it("sees two swapped halves as one deletion and one insertion", () => {
    const next = [...text.slice(5_000), ...text.slice(0, 5_000)];
    expect(diffForDisplay(text.join(" "), next.join(" ")).hunks.length).toBe(2);
  });

  it("restores both texts byte for byte where it is coarse, in seeded long texts", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const next = random(seed);
      const base = words(3_000, seed, seed % 3 === 0 ? 12 : 900);
      const moved = Math.floor(next() * 2_000);
      const changed = [...base.slice(moved), ...base.slice(0, moved)].flatMap((word) => {
        const dice = next();
        if (dice < 0.1) return [];
        return dice < 0.2 ? ["new", word] : [dice < 0.4 ? `other${Math.floor(next() * 50)}` : word];
      });
      const [one, other] = [base.join(" "), changed.join(" ")];
      const { hunks, precise } = diffForDisplay(one, other);
      expect(precise, `seed ${seed}`).toBe(false);
      expect(applyHunks(one, hunks), `seed ${seed}`).toBe(other);
      expect(revertHunks(other, hunks), `seed ${seed}`).toBe(one);
      hunks.forEach((hunk, index) => {
        const before = hunks[index - 1];
        if (before) expect(hunk.baseFrom > before.baseTo && hunk.nextFrom > before.nextTo).toBe(true);
      });
    }
  });
});
