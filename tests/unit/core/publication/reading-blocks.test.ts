import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anchorOfTarget,
  sourceBlocks,
  targetBlocks,
  withoutTitle,
} from "@/lib/core/publication/reading-blocks";
import { APPROVED, paragraph, segment } from "./segments";

const asIs = (text: string): string => text;

describe("targetBlocks", () => {
  it("leads to a joined segment from each of its source paragraphs", () => {
    const [block] = targetBlocks([
      segment(
        [
          [8, "Acht."],
          [9, "Neun."],
        ],
        ["Eight and nine."],
      ),
    ]);
    expect(block?.ids).toEqual(["p-8", "p-9"]);
  });

  it("gives the fragment to the first and the notes to the last paragraph of a segment", () => {
    const blocks = targetBlocks([segment([[1, "Eins"]], ["one", "and a half"])]);
    expect(blocks.map(({ ids, closesSegment }) => [ids, closesSegment])).toEqual([
      [["p-1"], false],
      [[], true],
    ]);
  });

  it("gives each paragraph of a joined segment its own fragment where both languages have as many", () => {
    const joined = segment(
      [
        [8, "Acht."],
        [9, "Neun."],
      ],
      ["Eight.", "Nine."],
    );
    expect(targetBlocks([joined]).map(({ ids }) => ids)).toEqual([["p-8"], ["p-9"]]);
    expect([0, 1].map((index) => anchorOfTarget(joined, index))).toEqual(["p-8", "p-9"]);
  });

  it("keeps a place for what the translation leaves out, so that its address still leads somewhere", () => {
    const [block] = targetBlocks([segment([[4, "Vier"]], [], APPROVED)]);
    expect(block).toMatchObject({ kind: "missing", ids: ["p-4"], closesSegment: true });
  });

  it("puts headings below the title without leaving a level out", () => {
    const headings = [3, 5, 6, 4, 3, 1].map((level, at) =>
      segment([[at + 1, "x"]], [paragraph(`${level}`, "heading", level)]),
    );
    expect(targetBlocks(headings).map(({ level }) => level)).toEqual([2, 3, 4, 5, 4, 2]);
  });

  it("never goes down more than one level at a time, whatever levels a file has", () => {
    const anyLevels = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const blocks = targetBlocks(
          levels.map((level, at) => segment([[at + 1, "x"]], [paragraph("h", "heading", level)])),
        );
        let before = 1;
        for (const { level } of blocks) {
          expect(level).toBeGreaterThanOrEqual(2);
          expect(level).toBeLessThanOrEqual(before + 1);
          before = level;
        }
      }),
    );
  });
});

describe("sourceBlocks", () => {
  it("gives every source paragraph its own fragment and leaves out what only the translation has", () => {
    const blocks = sourceBlocks([
      segment(
        [
          [8, "Acht."],
          [9, "Neun."],
        ],
        ["Eight and nine."],
      ),
      segment([], ["Subscribe!"]),
    ]);
    expect(blocks.map(({ ids, text }) => [ids, text])).toEqual([
      [["p-8"], "Acht."],
      [["p-9"], "Neun."],
    ]);
  });
});

describe("withoutTitle", () => {
  it("takes out the first heading that repeats the title, and keeps what stands above it", () => {
    const blocks = targetBlocks([
      segment([[1, "Küche"]], ["Kitchen"]),
      segment([[2, "Salz"]], [paragraph("Salt  and\nWater", "heading", 1)]),
      segment([[3, "Was"]], [paragraph("What", "heading", 2)]),
    ]);
    const titled = withoutTitle(blocks, "salt and water", asIs);
    expect(titled.above.map(({ text }) => text)).toEqual(["Kitchen"]);
    expect(titled.title?.ids).toEqual(["p-2"]);
    expect(titled.rest.map(({ text, level }) => [text, level])).toEqual([["What", 2]]);
  });

  it("takes a first paragraph that repeats the title, as plain text has no headings", () => {
    const blocks = targetBlocks([segment([[1, "Salz"]], ["Salt"]), segment([[2, "Text"]], ["Text"])]);
    expect(withoutTitle(blocks, "Salt", asIs).title?.text).toBe("Salt");
  });

  it("takes the whole heading of which the title is the shortened beginning", () => {
    const heading = `A heading that is ${"very ".repeat(20)}long`;
    const blocks = targetBlocks([segment([[1, "Lang"]], [paragraph(heading, "heading", 1)])]);
    const shortened = `${heading.slice(0, 90).trimEnd()} …`;
    expect(withoutTitle(blocks, shortened, asIs).title?.text).toBe(heading);
    expect(withoutTitle(blocks, "A heading …", asIs).title, "too short to have been cut").toBeNull();
  });

  it("takes nothing where the text does not repeat the title", () => {
    const blocks = targetBlocks([segment([[1, "Salz"]], ["Salt"])]);
    expect(withoutTitle(blocks, "Pepper", asIs)).toEqual({ above: [], title: null, rest: blocks });
  });
});
