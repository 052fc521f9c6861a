import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DiffText } from "@/app/_features/diff-text/diff-text";
import { textPieces } from "@/app/_features/diff-text/text-pieces";
import type { DiffSpan } from "@/lib/core/diff/spans";
import { createI18n } from "@/lib/i18n/create-i18n";
import type { UiLocale } from "@/lib/i18n/locales";
import { readNamespaces } from "@/lib/i18n/messages";

const nbsp = (at: number) => ({ at, length: 1, code: "U+00A0", name: "NO-BREAK SPACE" });

describe("textPieces", () => {
  it("loses nothing and repeats nothing, wherever the marks stand", () => {
    const markedText = fc
      .string({ unit: fc.constantFrom("a", "\u00a0", "<1>", "</1>", "<2/>", "<7>", "é") })
      .chain((text) =>
        fc.record({ text: fc.constant(text), at: fc.array(fc.nat({ max: text.length }), { maxLength: 5 }) }),
      );
    fc.assert(
      fc.property(markedText, ({ text, at }) => {
        const marks = at.filter((place) => place < text.length).map(nbsp);
        const pieces = textPieces(text, marks, new Set([1, 2]));
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      }),
    );
  });

  it("takes for a code only what the table of codes has", () => {
    const kinds = textPieces("<1>a</1><2/><7></2/>", [], new Set([1, 2])).map(({ kind, text }) => [
      kind,
      text,
    ]);
    expect(kinds).toEqual([
      ["code", "<1>"],
      ["text", "a"],
      ["code", "</1>"],
      ["code", "<2/>"],
      ["text", "<7></2/>"],
    ]);
  });
});

async function markup(spans: readonly DiffSpan[], locale: UiLocale = "en", codes?: ReadonlySet<number>) {
  const i18n = createI18n(locale, await readNamespaces(locale, ["common"]));
  const t = i18n.getFixedT(locale, "common");
  return renderToStaticMarkup(createElement(DiffText, { spans, lang: "de", t, ...(codes && { codes }) }));
}

const equal = (text: string): DiffSpan => ({ kind: "equal", text, hunk: null, marks: [] });

/** What a screen reader says, roughly. */
const spoken = (html: string): string =>
  html
    .replace(/<span aria-hidden="true"[^>]*>.*?<\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ");

describe("DiffText", () => {
  const spans: readonly DiffSpan[] = [
    equal("Der "),
    { kind: "deleted", text: "alte", hunk: 0, marks: [] },
    { kind: "inserted", text: "neue", hunk: 0, marks: [] },
    equal(" Hof"),
  ];

  it("marks changes as deletions and insertions and isolates the text in its language", async () => {
    const html = await markup(spans);
    expect(html).toMatch(/^<bdi [^>]*lang="de" dir="auto">/);
    expect(html).toMatch(/<del [^>]*data-hunk="0"/);
    expect(html).toMatch(/<ins [^>]*data-hunk="0"/);
  });

  it("says in words what was deleted and inserted, in the language of the page", async () => {
    expect(spoken(await markup(spans))).toBe(
      "Der deleted: alte end of change inserted: neue end of change Hof",
    );
    expect(spoken(await markup(spans, "de"))).toContain("gelöscht: alte Ende der Änderung eingefügt: neue");
    expect(await markup(spans)).toMatch(/lang="en"[^>]*> deleted: /);
  });

  it("makes one suggestion of what is deleted and what replaces it, and none of what stays", async () => {
    const html = await markup([...spans, { kind: "inserted", text: "!", hunk: 1, marks: [] }]);
    expect(html.match(/role="suggestion"/g)).toHaveLength(2);
    expect(html).toMatch(/Der <span role="suggestion"><del.*<\/ins><\/span> Hof<span role="suggestion"><ins/);
  });

  it("says of a moved passage that it was moved, not that it is gone and new", async () => {
    const moved: readonly DiffSpan[] = [
      { kind: "deleted", text: "am Morgen", hunk: 0, move: 0, marks: [] },
      equal(" kam er "),
      { kind: "inserted", text: "am Morgen", hunk: 1, move: 0, marks: [] },
    ];
    expect(spoken(await markup(moved))).toContain("moved away: am Morgen end of change kam er moved here:");
    expect(spoken(await markup(moved, "de"))).toContain("hierher verschoben: am Morgen");
  });

  it("shows an invisible character with its number and name", async () => {
    const html = await markup([{ kind: "inserted", text: "a\u00a0b", hunk: 1, marks: [nbsp(1)] }]);
    expect(spoken(html)).toContain("a" + "invisible character U+00A0 NO-BREAK SPACE" + "b");
    expect(html).not.toContain("\u00a0");
  });

  it("shows the markers of inline codes as chips, other angle brackets as text", async () => {
    const html = await markup([equal("<1>fett</1> <7>")], "en", new Set([1]));
    expect(spoken(html)).toBe(" start of formatting 1 fett end of formatting 1 &lt;7&gt;");
    expect(html).not.toContain("&lt;1&gt;");
  });

  it("never lets a text become markup", async () => {
    const html = await markup([equal('<img src=x onerror="alert(1)">')]);
    expect(html).not.toContain("<img");
  });
});
