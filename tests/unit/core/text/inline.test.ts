import { describe, expect, it } from "vitest";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { type InlineNode, parseInline } from "@/lib/core/text/inline";
import { random } from "../../../support/random";

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
    ["a marker that is never closed", "a <1>b"],
    ["a closing marker alone", "a</1> b"],
    ["a marker that is closed and empty at once", "a</2/>b"],
  ])("leaves %s as text", (_, value) => {
    expect(parseInline(value, codes)).toEqual([text(value)]);
  });

  it("keeps the outer of two crossed runs", () => {
    expect(parseInline("<1>a<3>b</1>c</3>", codes)).toEqual([code(bold, text("a<3>b")), text("c</3>")]);
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

  it.each(Array.from({ length: 300 }, (_, seed) => seed))(
    "loses no character of random markers (seed %i)",
    (seed) => {
      const next = random(seed);
      const pieces = ["<1>", "</1>", "<2/>", "<3>", "</3>", "<9>", "a", "<", ">"];
      const value = Array.from({ length: 30 }, () => pieces[Math.floor(next() * pieces.length)]).join("");
      expect(write(parseInline(value, codes))).toBe(value);
    },
  );
});

const depthOf = (nodes: readonly InlineNode[]): number =>
  Math.max(0, ...nodes.map((node) => (node.kind === "code" ? 1 + depthOf(node.children) : 0)));

const write = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      const { id } = node.code;
      if (node.children.length === 0) return id === 2 ? "<2/>" : `<${id}></${id}>`;
      return `<${id}>${write(node.children)}</${id}>`;
    })
    .join("");
