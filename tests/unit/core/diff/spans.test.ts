import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { type DiffSpan, diffSpans } from "@/lib/core/diff/spans";
import { isInvisibleOnlyChange } from "@/lib/core/diff/visible";
import { describeInvisible } from "@/lib/core/text/invisible";
import { random } from "@/tests/support/random";
import { sharedPath } from "@/tests/support/shared-data";
import { textPairs } from "./random-texts";

const spansOf = (base: string, next: string): readonly DiffSpan[] =>
  diffSpans(base, next, diffForDisplay(base, next));

const marksOf = (base: string, next: string): string[] =>
  spansOf(base, next).flatMap(({ kind, marks }) => marks.map(({ at, code }) => `${kind} ${at} ${code}`));

function* invisibleCodePoints(): Generator<number> {
  for (let codePoint = 1; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint !== 0x2011 && describeInvisible(codePoint)) yield codePoint;
  }
}

describe("diffSpans", () => {
  it("joins to both texts, names its hunk, and marks nothing in equal text, in seeded pairs", () => {
    for (const { seed, base, next } of textPairs(2000)) {
      const diff = diffForDisplay(base, next);
      const spans = diffSpans(base, next, diff);
      const joined = (left: DiffSpan["kind"]): string =>
        spans
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join("");
      expect(joined("inserted"), `seed ${seed}`).toBe(base);
      expect(joined("deleted"), `seed ${seed}`).toBe(next);
      for (const span of spans) {
        expect(span.text.length, `seed ${seed}`).toBeGreaterThan(0);
        const hunk = span.hunk === null ? undefined : diff.hunks[span.hunk];
        const expected = { equal: undefined, deleted: hunk?.deleted, inserted: hunk?.inserted }[span.kind];
        if (span.kind === "equal") expect(span.marks, `seed ${seed}`).toEqual([]);
        else expect(span.text, `seed ${seed}`).toBe(expected);
      }
    }
  });

  it("places every mark on the character that it names", () => {
    for (const { seed, base, next } of textPairs(2000)) {
      for (const { text, marks } of spansOf(base, next)) {
        for (const { at, length, code } of marks) {
          const codePoint = Number.parseInt(code.slice(2), 16);
          expect(text.slice(at, at + length), `seed ${seed}`).toBe(String.fromCodePoint(codePoint));
        }
      }
    }
  });

  it.each([
    ["admin", "ad\u200bmin", ["inserted 2 U+200B"]],
    ["a\u00a0b", "a b", ["deleted 0 U+00A0", "inserted 0 U+0020"]],
    ["a", "a ", ["inserted 0 U+0020"]],
    ["a\r\nb", "a\nb", ["deleted 0 U+000D", "deleted 1 U+000A", "inserted 0 U+000A"]],
    ["x", "x\u{e0041}", ["inserted 1 U+E0041"]],
    ["so\u00adft", "so\u00adft\u200b", ["inserted 0 U+200B"]],
    [
      "a\u200b\u2060b c",
      "a\u2060\u200bb c",
      ["deleted 0 U+200B", "deleted 1 U+2060", "inserted 0 U+2060", "inserted 1 U+200B"],
    ],
    ["café", "cafe\u0301", ["deleted 3 U+00E9", "inserted 4 U+0301"]],
    ["m²", "m2", ["deleted 1 U+00B2"]],
    ["old house", "new\u202e house", ["inserted 3 U+202E"]],
    ["un mot\u202f: oui", "deux mots\u202f: non\u202f!", ["inserted 15 U+202F"]],
  ])("marks %j to %j", (base, next, marks) => {
    expect(marksOf(base, next)).toEqual(marks);
  });

  it.each([
    ["Hebrew", "\u200fשלום עולם גדול", "\u200fשלום חבר גדול"],
    ["a Persian word with a non-joiner, changed", "می\u200cروم خانه", "می\u200cرویم خانه"],
    ["a Persian word with a non-joiner, new", "خانه", "می\u200cروم خانه"],
    ["French narrow spaces", "«\u202fOui\u202f» dit-il", "«\u202fNon\u202f» dit-il"],
    ["a French space beside a changed word", "Quoi\u202f! Oui", "Comment donc\u202f! Oui"],
    ["an emoji family beside a change", "👩\u200d👩\u200d👧 here", "👩\u200d👩\u200d👧 there"],
    ["a new emoji with its selector", "love", "love ❤\ufe0f 👩\u200d🚀"],
    ["a French space between two changed words", "Quoi\u202f: oui", "Comment donc\u202f: non"],
    ["a bidi mark between changed words that stay its neighbours", "a b\u200e) c", "x b\u200e) y"],
    ["two French spaces, both kept", "un\u202f: deux\u202f: trois", "uno\u202f: due\u202f: tre"],
    ["Hindi joiners", "क्\u200dष है", "क्\u200dष था"],
  ])("cries no wolf: %s", (_, base, next) => {
    expect(marksOf(base, next)).toEqual([]);
  });
});

describe("no change stays unseen", () => {
  it("marks every invisible character that is inserted, deleted or moved, alone and inside words", () => {
    for (const codePoint of invisibleCodePoints()) {
      const invisible = String.fromCodePoint(codePoint);
      const hex = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      for (const [base, next] of [
        ["", invisible],
        ["admin here", `ad${invisible}min here`],
        [`the admin ${invisible}`, "the admin "],
        [`${invisible}admin here`, `admin${invisible} here`],
      ] as const) {
        expect(
          marksOf(base, next).some((mark) => mark.endsWith(hex)),
          `${hex} ${JSON.stringify(next)}`,
        ).toBe(true);
      }
    }
  });

  it("marks every unequal pair made of invisible characters, in 5,000 seeded pairs", () => {
    const all = [...invisibleCodePoints(), ...Array<number>(400).fill(0x20)];
    const next = random(42);
    const draw = (): string =>
      Array.from({ length: 1 + Math.floor(next() * 5) }, () => all[Math.floor(next() * all.length)] ?? 0x20)
        .map((codePoint) => String.fromCodePoint(codePoint))
        .join("");
    for (let round = 0; round < 5000; round++) {
      const [one, other] = [draw(), draw()];
      const [before, after] = next() < 0.5 ? ["", ""] : ["so", "weit"];
      const [base, changed] = [before + one + after, before + other + after];
      if (base === changed) continue;
      expect(marksOf(base, changed).length, JSON.stringify([base, changed])).toBeGreaterThan(0);
    }
  });

  const unicode = sharedPath("data/naughty/open/unicode");
  const readRows = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(unicode ?? "", name), "utf8"));
  const decode = (codes: string): string =>
    codes
      .trim()
      .split(" ")
      .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
      .join("");

  it.skipIf(!unicode)("marks every listed invisible character (skipped without the shared data)", () => {
    const properties = readRows("invisible-properties.json") as Record<string, [string, string][]>;
    const names = ["Default_Ignorable_Code_Point", "Bidi_Control", "White_Space", "Variation_Selector"];
    for (const [first, last] of names.flatMap((name) => properties[name] ?? [])) {
      for (let at = Number.parseInt(first, 16); at <= Number.parseInt(last, 16); at++) {
        const marks = marksOf("see here", `see${String.fromCodePoint(at)} here`);
        expect(marks.length, at.toString(16)).toBeGreaterThan(0);
      }
    }
  });

  it.skipIf(!unicode)("marks every change of normalisation form (skipped without the shared data)", () => {
    const rows = readRows("normalization-rows(c1;c2;c3;c4;c5).json") as string[];
    for (const row of rows) {
      const [source = "", ...forms] = row.split(";").slice(0, 5).map(decode);
      for (const form of forms.filter((other) => other !== source)) {
        expect(marksOf(`see ${source} here`, `see ${form} here`).length, row).toBeGreaterThan(0);
      }
    }
  });

  const trojans = sharedPath("data/naughty/open/trojan-source");
  it.skipIf(!trojans)(
    "shows a bidi control put into every trojan source file (skipped without the shared data)",
    () => {
      const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b]/g;
      let seen = 0;
      for (const file of readdirSync(trojans ?? "")) {
        const text = readFileSync(path.join(trojans ?? "", file), "utf8");
        const clean = text.replace(controls, "");
        const count = text.length - clean.length;
        seen += count;
        expect(isInvisibleOnlyChange(clean, text), file).toBe(count > 0);
        const marks = marksOf(clean, text).filter((mark) => mark.startsWith("inserted"));
        expect(marks.length, file).toBe(count);
      }
      expect(seen).toBeGreaterThan(50);
    },
  );
});
