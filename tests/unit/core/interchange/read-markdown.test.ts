import { describe, expect, it } from "vitest";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { formattedCharacters, listNumbers, outline, plainText } from "./formatted-characters";

function read(markdown: string) {
  const reading = readMarkdown(markdown, 256);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.value;
}

describe("readMarkdown", () => {
  it("tells headings, list items, quotes, code and paragraphs apart", () => {
    const markdown =
      "# Titel\n\nAbsatz\nzweite Zeile\n\n- eins\n  - zwei\n\n    dazu\n\n> Zitat\n\n```js\nlet a;\n\n  b()\n```\n\nUnter\n---\n";
    expect(outline(read(markdown).text)).toEqual([
      "heading 1 Titel",
      "paragraph 0 Absatz zweite Zeile",
      "list-item 1 eins",
      "list-item 2 zwei",
      "paragraph 0 dazu",
      "quote 0 Zitat",
      "preformatted 0 let a;\n\n  b()",
      "heading 2 Unter",
    ]);
    expect(read(markdown).title).toBe("Titel");
  });

  it("keeps the numbers of numbered lists", () => {
    const { text } = read("7. a\n8. b\n   1. x\n\n      more\n   1. y\n1. c\n\ntext\n\n3) d\n\n- e\n");
    expect(listNumbers(text)).toEqual([7, 8, 1, 2, 9, 3, null]);
  });

  it("makes inline codes of emphasis, code, links, images and hard breaks", () => {
    const { text } = read(
      "**fett *beides* ** `code` ~~weg~~ [Link](https://a.example/x) ![Bild](https://a.example/b.png)  \nneu",
    );
    expect(text.paragraphs[0]?.text).toBe(
      "**fett <1>beides</1> ** <2>code</2> <3>weg</3> <4>Link</4> <5/><6/>neu",
    );
    expect(text.codes).toEqual([
      { id: 1, kind: "italic" },
      { id: 2, kind: "code" },
      { id: 3, kind: "strike" },
      { id: 4, kind: "link", href: "https://a.example/x" },
      { id: 5, kind: "image", href: "https://a.example/b.png", alt: "Bild" },
      { id: 6, kind: "break" },
    ]);
  });

  it("resolves reference links, and keeps the text of one that may not be kept", () => {
    const { text, warnings } = read(
      "[gut][1] und [böse](javascript:alert(1))\n\n[1]: https://a.example/\n[1]: https://b.example/\n",
    );
    expect(text.paragraphs[0]?.text).toBe("<1>gut</1> und böse");
    expect(text.codes[0]?.href).toBe("https://a.example/");
    expect(warnings).toEqual([{ code: "link-dropped", params: { count: 1, first: "javascript:alert(1)" } }]);
  });

  it("reads each cell of a table as a paragraph", () => {
    expect(outline(read("| a | **b** |\n|---|---|\n| c | d |\n").text)).toEqual([
      "paragraph 0 a",
      "paragraph 0 <1>b</1>",
      "paragraph 0 c",
      "paragraph 0 d",
    ]);
  });

  it("reads HTML inside Markdown as HTML", () => {
    const { text } = read(
      "a <b>b</b><br>c <a href='https://a.example/'>d</a>\n\n<div><p>e <i>f</i></p><script>alert(1)</script></div>\n",
    );
    expect(outline(text)).toEqual(["paragraph 0 a <1>b</1><2/>c <3>d</3>", "paragraph 0 e <4>f</4>"]);
  });

  it("leaves front matter out, but takes the title from it if there is no heading", () => {
    const { text, title, warnings } = read('---\ntitle: "Der Titel"\ntags: [a]\n---\n\nText\n');
    expect(outline(text)).toEqual(["paragraph 0 Text"]);
    expect(title).toBe("Der Titel");
    expect(warnings).toEqual([{ code: "front-matter-skipped", params: { count: 1 } }]);
  });

  it("reads footnotes as paragraphs and says that the references are gone", () => {
    const { text, warnings } = read("Text[^1] weiter\n\n[^1]: Anmerkung\n");
    expect(outline(text)).toEqual(["paragraph 0 Text weiter", "paragraph 0 Anmerkung"]);
    expect(warnings).toEqual([{ code: "note-references-dropped", params: { count: 1, first: "1" } }]);
  });

  it.each([
    ["quotes", ">".repeat(50_000)],
    ["lists", "- ".repeat(20_000)],
    ["delimiters", "a**b".repeat(30_000)],
    ["emphasis", `${"*a ".repeat(300)}b${" a*".repeat(300)}`],
  ])("refuses %s that are nested too deep, or reads them, within a second", (_, markdown) => {
    const start = performance.now();
    const reading = readMarkdown(markdown, 256);
    expect(performance.now() - start).toBeLessThan(1000);
    if (!reading.ok) expect(reading.error.code).toBe("too-complex");
  });

  it("keeps letters and formats of nested markup", () => {
    const { text } = read("*a **b** c* ***d*** **e [f *g*](https://a.example/)**");
    expect(plainText(text, 0)).toBe("a b c d e f g");
    const formats = Object.fromEntries(
      formattedCharacters(text, 0).map(({ character, formats }) => [character, formats]),
    );
    expect(formats).toMatchObject({
      a: ["italic"],
      b: ["bold", "italic"],
      c: ["italic"],
      d: ["bold", "italic"],
      e: ["bold"],
      f: ["bold", "link https://a.example/"],
      g: ["bold", "italic", "link https://a.example/"],
    });
  });
});
