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
    { anchor: "p-2", before: "b", after: "" },
    { anchor: "p-3", before: "c", after: "C" },
    { anchor: "p-4", before: "", after: "d" },
    { anchor: "t-1", before: "", after: "e" },
  ]);
});

it("tells nothing of texts that only stand beside other source paragraphs, and all of what changed next to them", () => {
  const before = rows(["a", "b", "c", "d", "e"]);
  const shifted = [
    ...rows(["a", "", "b", "c", "e"]).slice(0, 4),
    segment([], "d", "after-4"),
    segment([5], "e"),
  ];
  expect(changed(before, shifted)).toEqual([]);
  expect(changed(shifted, before)).toEqual([]);
  expect(changed(rows(["a", "b", "c"]), rows(["A", "", "b\n\nc"]))).toEqual([
    { anchor: "p-1", before: "a", after: "A" },
  ]);
  expect(changed(rows(["a", "b"]), rows(["", "a b"]))).toHaveLength(2);
  expect(changed(rows(["a", "b"]), rows(["b", "a"]))).toHaveLength(2);
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

it("tells something exactly if the paragraphs that readers see, one after the other, are others", () => {
  const seen = (all: readonly string[]) => all.filter((text) => text !== "").join("\n\n");
  fc.assert(
    fc.property(texts, texts, (one, two) => {
      expect(changed(rows(one), rows(two)).length > 0).toBe(seen(one) !== seen(two));
    }),
    { seed: 271_100, numRuns: 500 },
  );
});

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
