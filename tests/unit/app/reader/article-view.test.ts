import { beforeAll, describe, expect, it } from "vitest";
import type { ReaderWords } from "@/app/_features/article/words";
import type { InlineCode } from "@/lib/core/document/paragraph";
import { APPROVED, paragraph, segment, snapshot } from "../../core/publication/segments";
import { articleMarkup, listMarkup, parallelMarkup, versionOf, wordsOf } from "./render";

const codes: readonly InlineCode[] = [
  { id: 1, kind: "bold" },
  { id: 2, kind: "link", href: "https://example.org/a" },
  { id: 3, kind: "link", href: "https://example.org/b" },
];

const SALT = snapshot(
  [
    segment([[1, "Salz", "heading", 1]], [paragraph("Salt", "heading", 1)], APPROVED),
    segment([[2, "Zwei <1>Dinge</1>."]], ["Two <1>things</1> <2>or <3>so</3></2>."]),
    segment([[3, "Was", "heading", 3]], [paragraph("What", "heading", 3)], APPROVED),
    segment(
      [
        [4, "Vier."],
        [5, "Fünf."],
      ],
      ["Four and five."],
      APPROVED,
    ),
    segment([[6, "Sechs."]], []),
    segment([], ["Subscribe!"]),
  ],
  { sourceCodes: codes, targetCodes: codes },
);

/** The element with this id, up to the next one of its kind: enough to look into one paragraph. */
const placeOf = (html: string, id: string): string =>
  html.slice(html.indexOf(`id="${id}"`)).split(' data-place=""')[1] ?? "";

describe("the page of an article", () => {
  let en: ReaderWords;
  let de: ReaderWords;
  beforeAll(async () => {
    [en, de] = await Promise.all([wordsOf("en"), wordsOf("de")]);
  });

  it("shows the title once, as the one heading of the first level, and the others below it in order", () => {
    const html = articleMarkup(versionOf(SALT), en);
    const headings = [...html.matchAll(/<h(\d)>(.*?)<\/h\1>/g)].map(([, level, text]) => [level, text]);
    expect(headings).toEqual([
      ["1", "Salt"],
      ["2", "What"],
    ]);
  });

  it("marks the article with its own language and direction, and our words with ours", () => {
    const arabic = snapshot([segment([[1, "Salz"]], ["ملح"])], { targetLocale: "ar" });
    expect(articleMarkup(versionOf(arabic), de)).toMatch(/<article [^>]*lang="ar" dir="rtl">/);
    expect(articleMarkup(versionOf(arabic), de)).toMatch(/lang="de" dir="ltr"><p>Maschinell übersetzt/);
  });

  it("counts what people have checked in the number that the count asks for", () => {
    const two = snapshot([segment([[1, "Eins."]], ["One."], APPROVED), segment([[2, "Zwei."]], ["Two."])]);
    expect(articleMarkup(versionOf(two), en)).toContain("1 of 2 paragraphs has been checked");
    expect(articleMarkup(versionOf(two), de)).toContain("1 von 2 Absätzen ist von einem Menschen geprüft");
  });

  it("gives numbers of several digits room", () => {
    const item = (ordinal: number) => ({ ...paragraph(`No. ${ordinal}`, "list-item", 1), ordinal });
    const list = snapshot([98, 99, 100].map((at) => segment([[at, "Punkt", "list-item", 1]], [item(at)])));
    expect(articleMarkup(versionOf(list), en)).toMatch(/<ol [^>]*start="98" data-digits="3"/);
    const short = snapshot([segment([[1, "Punkt", "list-item", 1]], [item(1)])]);
    expect(articleMarkup(versionOf(short), en)).not.toContain("data-digits");
  });

  it("says of each paragraph who approved it when, or that nobody has checked the machine", () => {
    const html = articleMarkup(versionOf(SALT), en);
    expect(placeOf(html, "p-3")).toContain(
      "Checked and approved by \u2068Johanna Reiß\u2069 on 24 November 2026",
    );
    expect(placeOf(html, "p-2")).toContain("Machine translation, not checked yet");
    expect(placeOf(html, "p-2")).not.toContain("approved by");
  });

  it("says on top how much of it was checked, with which machine it was made and who published it", () => {
    const html = articleMarkup(versionOf(SALT), de);
    expect(html).toContain("mit \u2068Probe MT\u2069");
    expect(html).toContain("3 von 6 Absätzen");
    expect(html).toContain("Veröffentlicht am 24. November 2026 von \u2068David Okafor\u2069.");
  });

  it("holds the original of a paragraph in its own language, without script", () => {
    const html = placeOf(articleMarkup(versionOf(SALT), en), "p-2");
    expect(html).toMatch(
      /<details[^>]*>.*lang="de" dir="ltr">Zwei <strong>Dinge<\/strong>\.<\/p>.*<\/details>/,
    );
  });

  it("leads from each paragraph to the same one in the other language, from each of those that it joins", () => {
    const html = articleMarkup(versionOf(SALT), en);
    expect(html).toContain('href="/en/articles/salz/de#p-4"');
    expect(html).toMatch(/id="p-4".*<span id="p-5"/);
    expect(articleMarkup(versionOf(SALT, "de"), en)).toContain('href="/en/articles/salz/en#p-5"');
  });

  it("says where a paragraph of the original is missing, and gives no way to it from what has none", () => {
    const html = articleMarkup(versionOf(SALT), en);
    expect(placeOf(html, "p-6")).toContain("This paragraph of the original is missing here.");
    expect(placeOf(html, "t-1")).not.toContain("/de#");
  });

  it("shows the original as an original, without marks of review", () => {
    const html = articleMarkup(versionOf(SALT, "de"), de);
    expect(html).toContain("Sie lesen das Original.");
    expect(html).not.toMatch(/noch nicht geprüft|Geprüft und freigegeben/);
    expect(html).not.toContain("Subscribe!");
  });

  it("follows the outer of two links that stand in each other", () => {
    expect(articleMarkup(versionOf(SALT), en)).toContain(
      '<a href="https://example.org/a" rel="noopener nofollow">or so</a>',
    );
  });

  it("needs no script at all", () => {
    const pages = [
      articleMarkup(versionOf(SALT), en),
      parallelMarkup(versionOf(SALT), versionOf(SALT, "de"), en),
      listMarkup(SALT, en),
    ];
    for (const html of pages) expect(html).not.toMatch(/<script|\son[a-z]+=|href="javascript/i);
  });
});

describe("the parallel view", () => {
  it("says on either side where the other has no counterpart", async () => {
    const html = parallelMarkup(versionOf(SALT), versionOf(SALT, "de"), await wordsOf("en"));
    expect(html).toContain("No counterpart in English");
    expect(html).toContain("No counterpart in German");
  });

  it("has a fragment for the row, for each joined paragraph and for each side", async () => {
    const html = parallelMarkup(versionOf(SALT), versionOf(SALT, "de"), await wordsOf("en"));
    for (const id of ["p-4", "p-5", "p-4-en", "p-4-de"]) expect(html.split(`id="${id}"`)).toHaveLength(2);
  });

  it("leads back to each article at the row's paragraph, and to itself with the sides exchanged", async () => {
    const html = parallelMarkup(versionOf(SALT), versionOf(SALT, "de"), await wordsOf("de"));
    expect(html).toContain('href="/de/articles/salz/en#p-4"');
    expect(html).toContain('href="/de/articles/salz/de/parallel?with=en"');
  });
});
