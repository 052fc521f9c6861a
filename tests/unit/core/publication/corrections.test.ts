import fc from "fast-check";
import { expect, it } from "vitest";
import { changedPassages } from "@/lib/core/publication/corrections";
import type { PublishedSegment } from "@/lib/core/publication/snapshot";

const segment = (numbers: readonly number[], text: string, anchor = `p-${numbers[0]}`): PublishedSegment => ({
  anchor,
  sources: numbers.map((number) => ({ number, kind: "paragraph", level: 0, text: `Absatz ${number}` })),
  target: text === "" ? [] : text.split("\n\n").map((one) => ({ kind: "paragraph", level: 0, text: one })),
  origin: "mt",
  review: null,
});
const changed = (before: readonly PublishedSegment[], after: readonly PublishedSegment[]) =>
  changedPassages({ segments: before }, { segments: after });

it("tells what reads otherwise, what is new and what is gone, in the order of the later text", () => {
  expect(
    changed(
      [segment([1], "a"), segment([2], "b"), segment([3], "c")],
      [segment([1], "a"), segment([3], "C"), segment([4], "d"), segment([], "e", "t-1")],
    ),
  ).toEqual([
    { anchor: "p-3", before: "c", after: "C" },
    { anchor: "p-4", before: "", after: "d" },
    { anchor: "t-1", before: "", after: "e" },
    { anchor: "p-2", before: "b", after: "" },
  ]);
});

it("compares the smallest passage that both have where paragraphs were joined or parted", () => {
  const apart = [segment([1], "a"), segment([2], "b"), segment([3], "c")];
  expect(changed(apart, [segment([1, 2], "a\n\nb"), segment([3], "c")])).toEqual([]);
  expect(changed([segment([1, 2], "a\n\nb"), segment([3], "c")], apart)).toEqual([]);
  expect(changed(apart, [segment([1, 2], "a b"), segment([3], "c")])).toEqual([
    { anchor: "p-1", before: "a\n\nb", after: "a b" },
  ]);
});

const texts = fc.array(fc.constantFrom("", "a", "b", "a\n\nb"), { maxLength: 6 });
const rows = (all: readonly string[]) => all.map((text, at) => segment([at + 1], text));

it("finds nothing between a text and itself, and the same passages in both directions", () => {
  fc.assert(
    fc.property(texts, texts, (one, two) => {
      expect(changed(rows(one), rows(one))).toEqual([]);
      const there = changed(rows(one), rows(two)).map(({ anchor, before, after }) => [anchor, before, after]);
      const back = changed(rows(two), rows(one)).map(({ anchor, before, after }) => [anchor, after, before]);
      expect(there.sort()).toEqual(back.sort());
    }),
    { seed: 161_100, numRuns: 500 },
  );
});
