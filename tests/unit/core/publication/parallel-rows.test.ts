import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parallelRows } from "@/lib/core/publication/parallel-rows";
import { sourceBlocks, targetBlocks } from "@/lib/core/publication/reading-blocks";
import type { PublishedSegment } from "@/lib/core/publication/snapshot";
import { segment } from "./segments";

const show = (rows: ReturnType<typeof parallelRows>) =>
  rows.map(({ ids, first, second }) => [
    ids.join(" "),
    first.map(({ text }) => text).join("|"),
    second.map(({ text }) => text).join("|"),
  ]);

const joined = (name: string, ...numbers: number[]): PublishedSegment =>
  segment(
    numbers.map((number) => [number, `s${number}`] as const),
    [name],
  );

describe("parallelRows", () => {
  it("sets a translation beside its source, with what either lacks in rows of their own", () => {
    const segments = [joined("a", 1, 2), segment([[3, "s3"]], []), segment([], ["extra"]), joined("b", 4)];
    const rows = parallelRows({ blocks: targetBlocks(segments) }, { blocks: sourceBlocks(segments) });
    expect(show(rows)).toEqual([
      ["p-1 p-2", "a", "s1|s2"],
      ["p-3", "", "s3"],
      ["", "extra", ""],
      ["p-4", "b", "s4"],
    ]);
  });

  it("joins rows where two translations joined different paragraphs, and no further", () => {
    const english = [joined("e1", 1), joined("e23", 2, 3), joined("e4", 4), joined("e5", 5)];
    const french = [joined("f1", 1), joined("f2", 2), joined("f34", 3, 4), joined("f5", 5)];
    expect(show(parallelRows({ blocks: targetBlocks(english) }, { blocks: targetBlocks(french) }))).toEqual([
      ["p-1", "e1", "f1"],
      ["p-2 p-3 p-4", "e23|e4", "f2|f34"],
      ["p-5", "e5", "f5"],
    ]);
  });

  it("leaves out what neither language has", () => {
    const left = [segment([[1, "s1"]], []), joined("a", 2)];
    const right = [segment([[1, "s1"]], []), joined("b", 2)];
    expect(show(parallelRows({ blocks: targetBlocks(left) }, { blocks: targetBlocks(right) }))).toEqual([
      ["p-2", "a", "b"],
    ]);
  });

  it("keeps every paragraph of both sides once and in order, whatever each has joined", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 }));
    fc.assert(
      fc.property(cuts, cuts, (first, second) => {
        const sides = [cutAt(first, "a"), cutAt(second, "b")].map((segments) => ({
          blocks: targetBlocks(segments),
        }));
        const [left, right] = sides as [(typeof sides)[0], (typeof sides)[0]];
        const rows = parallelRows(left, right);
        expect(rows.flatMap((row) => row.first)).toEqual(left.blocks);
        expect(rows.flatMap((row) => row.second)).toEqual(right.blocks);
        const common = first.filter((cut) => second.includes(cut)).length;
        expect(rows).toHaveLength(common + 1);
        expect(new Set(rows.flatMap(({ ids }) => ids)).size).toBe(12);
      }),
    );
  });
});

/** Twelve source paragraphs, parted after the given ones. */
function cutAt(cuts: readonly number[], name: string): PublishedSegment[] {
  const ends = [...cuts, 12].sort((a, b) => a - b);
  return ends.map((end, at) => {
    const from = ends[at - 1] ?? 0;
    return joined(`${name}${end}`, ...Array.from({ length: end - from }, (_, step) => from + step + 1));
  });
}
