import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paragraph } from "@/lib/core/document/paragraph";
import { inlineTree, preformattedText } from "@/lib/core/interchange/inline-tree";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { writeMarkdown } from "@/lib/core/interchange/write-markdown";
import { editionOf } from "@/lib/core/publication/edition";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { type InlineNode, inlineCodeTable, parseInline, plainText } from "@/lib/core/text/inline";
import { APPROVED, paragraph, segment, snapshot } from "../publication/segments";
import { WORDS } from "./edition-words";
import { CODES, hostileText } from "./hostile-texts";

const codes = inlineCodeTable(CODES);
const QUIET = { ...WORDS, about: [] };

/** A text with its formats, without the numbers of the codes and without the links that readers make of typed addresses. */
const spelled = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      const { kind, href = "", alt = "" } = node.code;
      if (kind === "link" && href !== CODES[2]?.href) return spelled(node.children);
      return `{${kind} ${href}${alt}|${spelled(node.children)}}`;
    })
    .join("");

function readBack(markdown: string): readonly (readonly [string, string])[] {
  const read = readMarkdown(markdown, 100);
  if (!read.ok) throw new Error(read.error.code);
  const { paragraphs, codes: own } = read.value.text;
  return paragraphs.map(({ kind, level, text }) => [`${kind} ${level}`, spelled(parseInline(text, own))]);
}

const written = (one: PublicationSnapshot, locale = one.targetLocale): string =>
  writeMarkdown(editionOf({ snapshot: one, locale }, null), QUIET, [
    "https://example.org/en/articles/salz/en",
  ]);

const article = (paragraphs: readonly Paragraph[]): PublicationSnapshot =>
  snapshot(
    paragraphs.map((each, index) => segment([[index + 1, "Quelle."]], [each], APPROVED)),
    { targetTitle: "A title of its own", targetCodes: CODES, sourceCodes: CODES },
  );

describe("writeMarkdown", () => {
  it("gives back every text with its formats, whatever signs stand in it", () => {
    const block = fc.record({
      kind: fc.constantFrom("paragraph", "heading", "quote", "preformatted", "list-item"),
      text: hostileText,
    });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const paragraphs = blocks.map(({ kind, text }) => paragraph(text, kind, 1));
        const expected = paragraphs
          .map(({ kind, text }) => {
            const place = { heading: "heading 2", "list-item": "list-item 1" } as Record<string, string>;
            const shown =
              kind === "preformatted"
                ? plainText(inlineTree(preformattedText(text, codes), kind, inlineCodeTable([])))
                : spelled(inlineTree(text, kind, codes));
            return [place[kind] ?? `${kind} 0`, shown] as const;
          })
          .filter(([, shown]) => shown !== "");
        const read = readBack(written(article(paragraphs)));
        expect(read[0]).toEqual(["heading 1", "A title of its own"]);
        expect(read.slice(1)).toEqual(expected);
      }),
      { numRuns: 300, seed: 20261126 },
    );
  });

  it("nests lists, and reads a title with signs as a title", () => {
    const item = (text: string, level: number) => paragraph(text, "list-item", level);
    const one = snapshot(
      [segment([[1, "x"]], [item("one", 1), item("two", 2), item("three", 3), item("four", 1)], APPROVED)],
      { targetTitle: '# "Salt": *a* --- [tale]\u202e' },
    );
    const markdown = written(one);
    expect(readBack(markdown)).toEqual([
      ["heading 1", '# "Salt": *a* --- [tale]\u202e'],
      ["list-item 1", "one"],
      ["list-item 2", "two"],
      ["list-item 3", "three"],
      ["list-item 1", "four"],
    ]);
    expect(markdown.split("\n")[1]).toBe(String.raw`title: "# \"Salt\": *a* --- [tale]\u202e"`);
  });

  it("gives back the numbers of numbered lists, nested and beside one another", () => {
    const numbers = [7, 8, 1, 2, null, 9, 4, null, null, 1];
    const levels = [1, 1, 2, 2, 2, 1, 1, 1, 2, 2];
    const items = numbers.map((ordinal, at) => ({
      ...paragraph(`item ${at}`, "list-item", levels[at]),
      ...(ordinal !== null && { ordinal }),
    }));
    const read = readMarkdown(written(snapshot([segment([[1, "x"]], items, APPROVED)])), 100);
    const found = read.ok ? read.value.text.paragraphs.slice(1) : [];
    expect(found.map(({ kind, level, text }) => `${kind} ${level} ${text}`)).toEqual(
      levels.map((level, at) => `list-item ${level} item ${at}`),
    );
    expect(found.map(({ ordinal }) => ordinal ?? null)).toEqual(numbers);
  });

  it("says of each paragraph that nobody has checked that nobody has, and counts those that were", () => {
    const markdown = written(
      snapshot([
        segment([[1, "Eins."]], ["One."], APPROVED),
        segment([[2, "Zwei."]], ["Two."]),
        segment([[3, "Drei."]], []),
        segment([[4, "x = 1"]], [paragraph("x = 1", "preformatted")]),
      ]),
    );
    expect(markdown).toContain("\nparagraphs: 4\nparagraphs-checked: 1\n");
    expect(markdown).toContain(
      "One.\n\nTwo.[^1]\n\n*missing here*\n\n```\nx = 1\n```\n\n[^1]\n\n[^1]: not checked yet\n",
    );
  });

  it("sets the second language as a quotation below each paragraph of the first, and none in another's place", () => {
    const one = snapshot([
      segment([[1, "Salz", "heading", 1]], [paragraph("Salt", "heading", 1)], APPROVED),
      segment([[2, "Eins."]], ["One."], APPROVED),
      segment([[3, "Punkt", "list-item", 1]], [paragraph("Item", "list-item", 1)], APPROVED),
      segment([[4, "Nur hier."]], []),
      segment([[5, "Zitat.", "quote", 0]], [paragraph("Quote.", "quote")], APPROVED),
    ]);
    const edition = editionOf({ snapshot: one, locale: "de" }, { snapshot: one, locale: "en" });
    const markdown = writeMarkdown(edition, QUIET, ["https://example.org/de", "https://example.org/en"]);
    expect(markdown.slice(markdown.indexOf("---\n\n") + 5)).toBe(
      [
        "# Salz",
        "> # Salt",
        "Eins.",
        "> One.",
        "- Punkt",
        "> * Item",
        "Nur hier.",
        "> Zitat.",
        "> > Quote.",
        "",
      ]
        .join("\n\n")
        .replace(/\n$/, ""),
    );
    expect(markdown).toContain('\nlanguages: ["de", "en"]\n');
  });
});
