import fc from "fast-check";
import { expect, it } from "vitest";
import { changedPassages } from "@/lib/core/publication/corrections";
import { targetBlocks } from "@/lib/core/publication/reading-blocks";
import { anchorsOf } from "@/lib/core/publication/snapshot";
import { segment } from "./segments";

const row = (...numbers: readonly number[]) => ({ sources: numbers.map((number) => ({ number })) });

it("names a passage by its first source paragraph, and one without source by what stands above it", () => {
  expect(anchorsOf([row(), row(1), row(2, 3), row(), row(), row(4), row()])).toEqual([
    "after-0",
    "p-1",
    "p-2",
    "after-3",
    "after-3-2",
    "p-4",
    "after-4",
  ]);
});

it("moves no name when something without source comes or goes elsewhere, or rows are joined", () => {
  const gaps = fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 8 });
  const rowsOf = (counts: readonly number[]) =>
    counts.flatMap((count, at) => [row(at + 1), ...Array.from({ length: count }, () => row())]);
  fc.assert(
    fc.property(gaps, fc.nat(), fc.nat({ max: 2 }), (counts, where, count) => {
      const at = where % counts.length;
      const others = (names: readonly string[]) =>
        names.filter((name) => name !== `after-${at + 1}` && !name.startsWith(`after-${at + 1}-`));
      expect(others(anchorsOf(rowsOf(counts.with(at, count))))).toEqual(others(anchorsOf(rowsOf(counts))));
    }),
    { numRuns: 1000, seed: 20261127 },
  );
  expect(anchorsOf([row(1), row(2), row()]).at(-1)).toBe(anchorsOf([row(1, 2), row()]).at(-1));
});

const advert = (anchor: string) => ({ ...segment([], ["An advertisement"]), anchor });

it("still lands where links lead that call the third passage without source t-3", () => {
  const one = segment([[1, "Eins"]], ["One"]);
  const blocks = targetBlocks([advert("after-0"), one, advert("after-1"), advert("after-1-2")]);
  expect(blocks.map(({ ids }) => ids)).toEqual([
    ["after-0", "t-1"],
    ["p-1"],
    ["after-1", "t-2"],
    ["after-1-2", "t-3"],
  ]);
  expect(targetBlocks([advert("t-1")]).map(({ ids }) => ids)).toEqual([["t-1"]]);
});

it("does not tell of a change where only the name is another", () => {
  const one = segment([[1, "Eins"]], ["One"]);
  expect(changedPassages({ segments: [one, advert("t-1")] }, { segments: [one, advert("after-1")] })).toEqual(
    [],
  );
});
