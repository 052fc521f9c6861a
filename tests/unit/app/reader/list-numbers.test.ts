import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReaderWords } from "@/app/_features/article/words";
import {
  NUMBER_STYLES,
  type NumberStyle,
  numberLabel,
  TYPES_OF_STYLES,
} from "@/lib/core/document/number-style";
import type { Paragraph } from "@/lib/core/document/paragraph";
import { writeEpub } from "@/lib/core/interchange/epub/write-epub";
import { readHtml } from "@/lib/core/interchange/read-html";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { writeMarkdown } from "@/lib/core/interchange/write-markdown";
import { editionOf } from "@/lib/core/publication/edition";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { WORDS } from "../../core/interchange/edition-words";
import { segment, snapshot } from "../../core/publication/segments";
import { articleMarkup, parallelMarkup, versionOf, wordsOf } from "./render";

const style = fc.option(fc.constantFrom(...NUMBER_STYLES), { nil: null });

/** Lists as a writer of HTML has them: of any style, beginning anywhere, falling, with a number out of turn. */
const list = fc.record({
  style,
  start: fc.option(fc.integer({ min: 9, max: 60 }), { nil: null }),
  isReversed: fc.boolean(),
  size: fc.integer({ min: 1, max: 5 }),
  value: fc.option(fc.integer({ min: 5, max: 4_100 }), { nil: null }),
});
interface List {
  readonly style: NumberStyle | null;
  readonly start: number | null;
  readonly isReversed: boolean;
  readonly size: number;
  readonly value: number | null;
}

const htmlOf = (lists: readonly List[]): string =>
  lists
    .map(({ style, start, isReversed, size, value }, at) => {
      const type = style ? ` type="${TYPES_OF_STYLES[style]}"` : "";
      const items = Array.from({ length: size }, (_, index) => {
        const own = value !== null && index === 1 ? ` value="${value}"` : "";
        return `<li${own}>entry ${at} ${index}</li>`;
      });
      return `<ol${type}${start === null ? "" : ` start=${start}`}${isReversed ? " reversed" : ""}>${items.join("")}</ol>`;
    })
    .join("");

/** What stands before every item, counted from the attributes by hand. */
const labelsOf = (lists: readonly List[]): readonly string[] =>
  lists.flatMap(({ style, start, isReversed, size, value }, at) => {
    let next = start ?? (isReversed ? size : 1);
    return Array.from({ length: size }, (_, index) => {
      if (value !== null && index === 1) next = value;
      const label = numberLabel(next, style ?? undefined);
      next += isReversed ? -1 : 1;
      return `${label} entry ${at} ${index}`;
    });
  });

function paragraphsOf(html: string): readonly Paragraph[] {
  const read = readHtml(html, 100);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.text.paragraphs;
}

const labels = (paragraphs: readonly Paragraph[], inFigures = false): readonly string[] =>
  paragraphs.flatMap(({ kind, ordinal, numberStyle, text }) => {
    const entry = /entry \d+ \d+/.exec(text)?.[0];
    if (kind !== "list-item" || !entry || ordinal === undefined) return [];
    return [`${numberLabel(ordinal, inFigures ? undefined : numberStyle)} ${entry}`];
  });

/** The lists as an article from right to left; the original has the same ones. */
const published = (items: readonly Paragraph[]): PublicationSnapshot =>
  snapshot(
    items.map((item, at) => ({
      ...segment([], [item]),
      anchor: `p-${at + 1}`,
      sources: [{ ...item, number: at + 1 }],
    })),
    { targetLocale: "ar", targetTitle: "قائمة" },
  );

function bookText(one: PublicationSnapshot): string {
  const book = writeEpub({
    edition: editionOf({ snapshot: one, locale: "ar" }, null),
    words: WORDS,
    address: "https://example.org/book.epub",
    pages: ["https://example.org/articles/salz/ar"],
  });
  return strFromU8(unzipSync(book)["EPUB/text.xhtml"] ?? new Uint8Array()).replace(/<\?xml[^>]*>/, "");
}

describe("the numbers of lists", () => {
  let words: ReaderWords;
  beforeAll(async () => {
    words = await wordsOf("en");
  });

  it("come from HTML to the article, the parallel view and the book as the writer wrote them", () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (lists) => {
        const items = paragraphsOf(htmlOf(lists));
        const one = published(items);
        const expected = labelsOf(lists);
        expect(labels(items)).toEqual(expected);
        expect(labels(paragraphsOf(articleMarkup(versionOf(one), words)))).toEqual(expected);
        expect(labels(paragraphsOf(articleMarkup(versionOf(one, "de"), words)))).toEqual(expected);
        expect(labels(paragraphsOf(bookText(one)))).toEqual(expected);
        const pairs = labels(paragraphsOf(parallelMarkup(versionOf(one), versionOf(one, "de"), words)));
        expect(pairs).toEqual(expected.flatMap((each) => [each, each]));
      }),
      { seed: 20261127, numRuns: 60 },
    );
  });

  it("become figures in Markdown, and keep what they count", () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (lists) => {
        const items = paragraphsOf(htmlOf(lists));
        const edition = editionOf({ snapshot: published(items), locale: "ar" }, null);
        const read = readMarkdown(writeMarkdown(edition, WORDS, ["https://example.org/a"]), 100);
        expect(labels(read.ok ? read.value.text.paragraphs : [])).toEqual(labels(items, true));
      }),
      { seed: 20261127, numRuns: 100 },
    );
  });

  it("stay in one list where they fall, and part lists that are written otherwise", () => {
    const html = (source: string) =>
      (articleMarkup(versionOf(published(paragraphsOf(source))), words).match(/<ol[^>]*>/g) ?? []).map(
        (tag) => tag.replace(/ (?:class|data-digits)="[^"]*"/g, ""),
      );
    expect(html("<ol reversed><li>entry 1 1<li>entry 1 2<li>entry 1 3</ol>")).toEqual([
      '<ol start="3" reversed="">',
    ]);
    expect(html('<ol type="A"><li>entry 1 1<li>entry 1 2</ol><ol><li>entry 2 1</ol>')).toEqual([
      '<ol type="A">',
      "<ol>",
    ]);
    expect(html('<ol reversed start="1"><li>entry 1 1</ol>')).toEqual(["<ol>"]);
  });
});
