import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NUMBER_STYLES } from "@/lib/core/document/number-style";
import { listNumber } from "@/lib/core/document/paragraph";
import { type BlockGroup, type BlockList, groupBlocks } from "@/lib/core/publication/block-groups";
import { targetBlocks } from "@/lib/core/publication/reading-blocks";
import { paragraph, segment } from "./segments";

const texts = (blocks: readonly { readonly text: string }[]): string[] => blocks.map(({ text }) => text);

/** Items of these levels and numbers, each with its place as its text. */
const items = (...places: readonly (number | readonly [level: number, ordinal: number])[]) =>
  targetBlocks(
    places.map((place, at) => {
      const [level, ordinal] = typeof place === "number" ? [place] : place;
      const item = { ...paragraph(`${at}`, "list-item", level), ...(ordinal !== undefined && { ordinal }) };
      return segment([[at + 1, "x"]], [item]);
    }),
  );

/** "3." before the items of a list that begins with 3. */
const outline = ({ start, items }: BlockList): unknown[] => [
  ...(start === null ? [] : [`${start}.`]),
  ...items.map(({ block, lists }) => (lists.length > 0 ? [block.text, ...lists.map(outline)] : block.text)),
];
const outlines = (groups: readonly BlockGroup[]) =>
  groups.map((group) => (group.kind === "list" ? outline(group.list) : group.kind));

const numberAt = ({ start, isReversed }: BlockList, at: number): number | null =>
  start === null ? null : start + (isReversed ? -at : at);

describe("groupBlocks", () => {
  it("nests list items by their depth and parts lists at other text", () => {
    const groups = groupBlocks([
      ...items(1, 2, 2, 1),
      ...targetBlocks([segment([[9, "x"]], ["between"])]),
      ...items(2, 3),
    ]);
    expect(outlines(groups)).toEqual([[["0", ["1", "2"]], "3"], "single", [["0", ["1"]]]]);
  });

  it("begins a numbered list with the number that its first item has, also inside another", () => {
    expect(outlines(groupBlocks(items([1, 7], [2, 3], [2, 4], [1, 8], [1, 9])))).toEqual([
      ["7.", ["0", ["3.", "1", "2"]], "3", "4"],
    ]);
  });

  it("begins another list where a number does not follow on, and where numbers begin or end", () => {
    expect(outlines(groupBlocks(items([1, 1], [1, 2], [1, 4], [1, 1], 1, 1, [1, 0])))).toEqual([
      ["1.", "0", "1"],
      ["4.", "2"],
      ["1.", "3"],
      ["4", "5"],
      ["0.", "6"],
    ]);
    expect(outlines(groupBlocks(items(1, [2, 1], 2)))).toEqual([[["0", ["1.", "1"], ["2"]]]]);
  });

  it("keeps numbers that fall in one list, and begins another where they rise again from a smaller one", () => {
    const falling = groupBlocks(items([1, 3], [2, 9], [2, 8], [1, 2], [1, 1]));
    expect(outlines(falling)).toEqual([["3.", ["0", ["9.", "1", "2"]], "3", "4"]]);
    expect(outlines(groupBlocks(items([1, 2], [1, 1], [1, 2], [1, 3])))).toEqual([
      ["2.", "0"],
      ["1.", "1", "2", "3"],
    ]);
  });

  it("puts neighbouring quotations into one", () => {
    const quotes = targetBlocks([1, 2].map((at) => segment([[at, "x"]], [paragraph("q", "quote")])));
    expect(groupBlocks(quotes)).toMatchObject([{ kind: "quote", blocks: quotes }]);
  });

  it("loses no block and no number and keeps their order, and nests no deeper than four", () => {
    const anything = fc.array(
      fc.tuple(
        fc.constantFrom("paragraph" as const, "list-item" as const, "quote" as const, "heading" as const),
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
        fc.option(fc.constantFrom(...NUMBER_STYLES), { nil: undefined }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anything, (kinds) => {
        const numbered = kinds.map(([kind, level, number, style], at) => ({
          ...paragraph(`${at}`, kind, level),
          ...(kind === "list-item" && listNumber(number, style)),
        }));
        const blocks = targetBlocks(numbered.map((each, at) => segment([[at + 1, "x"]], [each])));
        const flat: string[] = [];
        const walk = (list: BlockList, depth: number): void => {
          expect(depth).toBeLessThanOrEqual(4);
          for (const [at, { block, lists }] of list.items.entries()) {
            expect([block.ordinal ?? null, block.numberStyle ?? null]).toEqual([
              numberAt(list, at),
              list.numberStyle,
            ]);
            flat.push(block.text);
            for (const inside of lists) walk(inside, depth + 1);
          }
        };
        for (const group of groupBlocks(blocks)) {
          if (group.kind === "list") walk(group.list, 1);
          else flat.push(...texts(group.kind === "quote" ? group.blocks : [group.block]));
        }
        expect(flat).toEqual(texts(blocks));
      }),
      { seed: 20261126 },
    );
  });
});
