import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeEpub } from "@/lib/core/interchange/epub/write-epub";
import { editionOf } from "@/lib/core/publication/edition";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { checkEpub } from "@/tests/support/epub/check-epub";
import { named, textOf, xmlTree } from "@/tests/support/epub/xml-tree";
import { APPROVED, paragraph, segment, snapshot } from "../publication/segments";
import { WORDS } from "./edition-words";
import { hostileSnapshot } from "./hostile-texts";

function bookOf(one: PublicationSnapshot, locale: string, beside?: string): Uint8Array<ArrayBuffer> {
  const edition = editionOf({ snapshot: one, locale }, beside ? { snapshot: one, locale: beside } : null);
  const pages = edition.sides.map((side) => `https://example.org/articles/salz/${side.locale}?a=1&b=2`);
  return writeEpub({ edition, words: WORDS, address: "https://example.org/book.epub", pages });
}

const fileOf = (book: Uint8Array, name: string): string =>
  strFromU8(unzipSync(book)[name] ?? new Uint8Array());

const SALT = snapshot(
  [
    segment([[1, "Salz", "heading", 1]], [paragraph("Salt", "heading", 1)], APPROVED),
    segment([[2, "Was & <wie>", "heading", 2]], [paragraph("What & <how>", "heading", 2)], APPROVED),
    segment(
      [
        [3, "Drei."],
        [4, "Vier."],
      ],
      ["Three and four."],
    ),
    segment([[5, "Fünf.", "list-item", 1]], [paragraph("Five.", "list-item", 1)], APPROVED),
    segment([[6, "Sechs."]], []),
  ],
  { targetLocale: "he", targetTitle: "Salt" },
);

describe("writeEpub", () => {
  it("makes valid books of whatever was published, in one language and in two", () => {
    fc.assert(
      fc.property(hostileSnapshot("ar"), (one) => {
        for (const [locale, beside] of [["ar"], ["de"], ["ar", "de"], ["de", "ar"]] as const)
          expect(checkEpub(bookOf(one, locale, beside))).toEqual([]);
      }),
      { numRuns: 100, seed: 20261126 },
    );
  });

  it("numbers the lists that are numbered", () => {
    const item = (text: string, level: number, ordinal: number) => ({
      ...paragraph(text, "list-item", level),
      ordinal,
    });
    const list = snapshot([segment([[1, "x"]], [item("a", 1, 3), item("b", 2, 1), item("c", 1, 4)])]);
    const book = bookOf(list, "en");
    expect(checkEpub(book)).toEqual([]);
    const tags = fileOf(book, "EPUB/text.xhtml").match(/<\/?[ou]l[^>]*>/g);
    expect(tags?.slice(0, 4)).toEqual(['<ol start="3">', '<ol start="1">', "</ol>", "</ol>"]);
  });

  it("names its languages, and turns its pages as the first of them is read", () => {
    const hebrew = fileOf(bookOf(SALT, "he", "de"), "EPUB/package.opf");
    expect(named(xmlTree(hebrew), "language").map(textOf)).toEqual(["he", "de"]);
    expect(hebrew).toContain('page-progression-direction="rtl"');
    expect(fileOf(bookOf(SALT, "de", "he"), "EPUB/package.opf")).toContain(
      'page-progression-direction="ltr"',
    );
    expect(fileOf(bookOf(SALT, "he"), "EPUB/text.xhtml")).toContain('lang="he" xml:lang="he" dir="rtl">');
  });

  it("marks every paragraph of a translation as checked or not, and none of the original", () => {
    const marks = (book: Uint8Array) =>
      named(xmlTree(fileOf(book, "EPUB/text.xhtml")), "a")
        .filter(({ attributes }) => attributes.class === "mark")
        .map((mark) => `${textOf(mark)} ${mark.attributes["aria-label"]}`);
    const [yes, no] = ["✓ approved by Johanna Reiß", "○ not checked yet"];
    expect(marks(bookOf(SALT, "he"))).toEqual([yes, no, yes]);
    expect(marks(bookOf(SALT, "de"))).toEqual([]);
    expect(marks(bookOf(SALT, "de", "he"))).toEqual([yes, no, yes]);
    expect(fileOf(bookOf(SALT, "he"), "EPUB/text.xhtml")).toContain("missing here");
  });

  it("lays paragraphs beside each other that belong together, and leads to them by the fragments of the page", () => {
    const text = xmlTree(fileOf(bookOf(SALT, "de", "he"), "EPUB/text.xhtml"));
    const pairs = named(text, "div").filter(({ attributes }) => attributes.class === "pair");
    expect(pairs.map((pair) => pair.attributes.id)).toEqual(["p-2", "p-3", "p-5", "p-6"]);
    expect(textOf(pairs[1] ?? text)).toMatch(/^Drei\.\s*Vier\.Three and four\./);
    const contents = fileOf(bookOf(SALT, "he"), "EPUB/nav.xhtml");
    expect(named(xmlTree(contents), "a").map(textOf)).toEqual(["Salt", "What & <how>"]);
  });

  it("gives the same bytes for the same publication, and other bytes for another", () => {
    expect(bookOf(SALT, "he")).toEqual(bookOf(SALT, "he"));
    const later = { ...SALT, publishedAt: "2026-11-25T12:00:00.000Z" };
    expect(bookOf(later, "he")).not.toEqual(bookOf(SALT, "he"));
  });
});

describe("checkEpub", () => {
  const damaged = (change: (files: Record<string, string>) => void, first = "mimetype") => {
    const files = Object.fromEntries(
      Object.entries(unzipSync(bookOf(SALT, "he"))).map(([name, file]) => [name, strFromU8(file)]),
    );
    change(files);
    const { [first]: head = "", ...rest } = files;
    const zip: Zippable = { [first]: [strToU8(head), { level: 0 }] };
    for (const [name, text] of Object.entries(rest)) zip[name] = strToU8(text);
    return checkEpub(zipSync(zip));
  };
  const inFile = (name: string, from: string, to: string) => (files: Record<string, string>) => {
    const before = files[name] ?? "";
    expect(before).toContain(from);
    files[name] = before.replace(from, to);
  };

  it.each([
    ["another first file", () => undefined, "EPUB/style.css", "the first file is EPUB/style.css"],
    [
      "a file too many",
      (files: Record<string, string>) => {
        files["EPUB/x.css"] = "";
      },
      "mimetype",
      "EPUB/x.css is not in the manifest",
    ],
    [
      "a file too few",
      (files: Record<string, string>) => {
        delete files["EPUB/style.css"];
      },
      "mimetype",
      "EPUB/style.css is in the manifest only",
    ],
    [
      "a lost note",
      inFile("EPUB/text.xhtml", 'id="note-2"', 'id="note-9"'),
      "mimetype",
      "text.xhtml: #note-2 leads nowhere",
    ],
    [
      "an id twice",
      inFile("EPUB/text.xhtml", 'id="p-5"', 'id="p-2"'),
      "mimetype",
      "text.xhtml: it has the id p-2 twice",
    ],
    [
      "a time with a fraction",
      inFile("EPUB/package.opf", "12:00:00Z</meta>", "12:00:00.5Z</meta>"),
      "mimetype",
      "dcterms:modified is 2026-11-24T12:00:00.5Z",
    ],
    [
      "an unknown document in the spine",
      inFile("EPUB/package.opf", 'idref="text"', 'idref="texts"'),
      "mimetype",
      "the spine has texts, which is not there",
    ],
    [
      "a block in a paragraph",
      inFile("EPUB/text.xhtml", "<p>Five.", "<p><div>Five.</div>"),
      "mimetype",
      "text.xhtml: div stands in p",
    ],
  ])("finds %s", (_, change, first, fault) => {
    expect(damaged(change, first)).toContain(fault);
  });

  it("finds nothing in the same archive undamaged", () => {
    expect(damaged(() => undefined)).toEqual([]);
  });
});
