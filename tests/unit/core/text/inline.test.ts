import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { type InlineNode, inlineCodeTable, parseInline, plainText } from "@/lib/core/text/inline";

const bold: InlineCode = { id: 1, kind: "bold" };
const line: InlineCode = { id: 2, kind: "break" };
const link: InlineCode = { id: 3, kind: "link", href: "https://example.org/" };
const codes = [bold, line, link];

const text = (value: string): InlineNode => ({ kind: "text", text: value });
const code = (value: InlineCode, ...children: InlineNode[]): InlineNode => ({
  kind: "code",
  code: value,
  children,
});

/** The nodes as a text with markers. */
const write = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      const { id, kind } = node.code;
      const isPoint = kind === "break" || kind === "image";
      return isPoint ? `<${id}/>` : `<${id}>${write(node.children)}</${id}>`;
    })
    .join("");

const depthOf = (nodes: readonly InlineNode[]): number =>
  Math.max(0, ...nodes.map((node) => (node.kind === "code" ? 1 + depthOf(node.children) : 0)));

const shown = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.kind === "text" ? node.text : shown(node.children))).join("");

/** Trees as an honest author makes them: each pair once per branch, no empty text, no two texts in a row. */
function trees(table: readonly InlineCode[], depth = 0): fc.Arbitrary<InlineNode[]> {
  const plain = fc.string({ unit: fc.constantFrom("a", "é", " ", "<", ">", "/", "7") }).map(text);
  const kinds: fc.Arbitrary<InlineNode>[] = table.map((each) => {
    if (each.kind === "break" || depth > 3) return fc.constant(depth > 3 ? text("x") : code(each));
    const inner = trees(
      table.filter((other) => other !== each),
      depth + 1,
    );
    return inner.map((children) => code(each, ...children));
  });
  return fc.array(fc.oneof(plain, ...kinds), { maxLength: 4 }).map(joinTexts);
}

function joinTexts(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === "text" && last?.kind === "text")
      joined[joined.length - 1] = text(last.text + node.text);
    else if (node.kind !== "text" || node.text !== "") joined.push(node);
  }
  return joined;
}

const MARKER_SOUP = fc
  .array(
    fc.constantFrom(
      "<1>",
      "</1>",
      "<1/>",
      "<2/>",
      "<2>",
      "</2>",
      "<3>",
      "</3>",
      "<9>",
      "<01>",
      "a",
      "<",
      ">",
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

describe("parseInline", () => {
  it("resolves runs, places and nesting", () => {
    expect(parseInline("Der <3>Zug <1>aus</1></3> Triest<2/>!", codes)).toEqual([
      text("Der "),
      code(link, text("Zug "), code(bold, text("aus"))),
      text(" Triest"),
      code(line),
      text("!"),
    ]);
  });

  it.each([
    ["a number that the table lacks", "<7>a</7>"],
    ["a number with a zero in front", "<01>a</01>"],
    ["a marker that is never closed", "a <1>b"],
    ["a closing marker alone", "a</1> b"],
    ["a marker that is closed and empty at once", "a</2/>b"],
    ["a line break around a text, which would hide the text", "<2>a</2>"],
    ["a bold place, which would show nothing", "a<1/>b"],
  ])("leaves %s as text", (_, value) => {
    expect(parseInline(value, codes)).toEqual([text(value)]);
  });

  it("keeps the outer of two crossed runs", () => {
    expect(parseInline("<1>a<3>b</1>c</3>", codes)).toEqual([code(bold, text("a<3>b")), text("c</3>")]);
  });

  it("gives back every tree that was written with markers", () => {
    fc.assert(
      fc.property(trees(codes), (tree) => {
        const nodes = parseInline(write(tree), codes);
        expect(nodes).toEqual(tree);
        expect(shown(nodes)).toBe(shown(tree));
      }),
      { numRuns: 500 },
    );
  });

  it("loses no character, of markers in any disorder or of any other text", () => {
    const anything = fc.oneof(MARKER_SOUP, fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(anything, (value) => {
        expect(write(parseInline(value, codes))).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads the same from a list of codes and from a table made once", () => {
    fc.assert(
      fc.property(MARKER_SOUP, (value) => {
        expect(parseInline(value, inlineCodeTable(codes))).toEqual(parseInline(value, codes));
      }),
    );
  });

  it("stays flat enough to be rendered, however deep the markers", () => {
    const many = Array.from({ length: 5_000 }, (_, index): InlineCode => ({ id: index + 1, kind: "bold" }));
    const opened = many.map(({ id }) => `<${id}>`).join("");
    const closed = many
      .map(({ id }) => `</${id}>`)
      .reverse()
      .join("");
    expect(depthOf(parseInline(`${opened}x${closed}`, many))).toBeLessThanOrEqual(24);
  });
});

describe("plainText", () => {
  it("drops the codes, keeps what only looks like one, and lets a break part two words", () => {
    expect(plainText(parseInline("<1>Der</1> Zug<2/>aus <7>", codes))).toBe("Der Zug aus <7>");
  });
});
