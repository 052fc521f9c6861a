import fc from "fast-check";
import { expect, it } from "vitest";
import { replacePassage } from "@/lib/core/report/replace-passage";
import { inlineCodeTable } from "@/lib/core/text/inline";

const codes = inlineCodeTable([
  { id: 1, kind: "bold" },
  { id: 2, kind: "break" },
]);
const replace = (text: string, passage: string, wording: string) =>
  replacePassage(text, codes, passage, wording);

it("puts other words in the place of a passage and touches nothing else", () => {
  expect(replace("It departs at 15.40 clock.", "15.40 clock", "3.40 p.m.")).toEqual({
    ok: true,
    value: "It departs at 3.40 p.m..",
  });
});

it("finds what a reader typed with other spaces, quotation marks, apostrophes and dashes", () => {
  expect(replace("He said: “That’s 3\u00a0–\u00a04”, twice.", `"That's 3 -  4"`, "“Five”")).toEqual({
    ok: true,
    value: "He said: “Five”, twice.",
  });
});

it("finds a passage that formatting runs through, and keeps formatting outside the words that change", () => {
  expect(replace("A dough needs <1>time</1>, friend.", "dough needs time", "dough wants time")).toEqual({
    ok: true,
    value: "A dough wants <1>time</1>, friend.",
  });
  expect(replace("one<2/>two three", "one two", "one or two")).toEqual({
    ok: true,
    value: "one<2/>or two three",
  });
});

it("leaves to a person what would lose formatting", () => {
  expect(replace("A <1>dough</1> needs time.", "A dough needs", "Every batter wants")).toEqual({
    ok: false,
    error: "passage-formatted",
  });
});

it("takes a marker that is no code of this side for the text that it is", () => {
  expect(replace("See <7> there.", "<7>", "<8>")).toEqual({ ok: true, value: "See <8> there." });
});

it("refuses what is not there, or more than once, also overlapping itself", () => {
  expect(replace("aaa", "aa", "b")).toEqual({ ok: false, error: "passage-ambiguous" });
  expect(replace("abc", "ABC", "b")).toEqual({ ok: false, error: "passage-not-found" });
  expect(replace("abc", "  ", "b")).toEqual({ ok: false, error: "passage-not-found" });
});

it("keeps every byte outside the passage, whatever text and passage are", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme" }),
      fc.string(),
      (before, after, wording) => {
        const replaced = replace(`${before}\u2603 x \u2603${after}`, "\u2603 x \u2603", wording);
        expect(replaced).toEqual({ ok: true, value: before + wording.trim() + after });
      },
    ),
    { seed: 161_000, numRuns: 500 },
  );
});
