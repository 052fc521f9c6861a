import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dataOf } from "@/app/_features/article/article-data";
import { articleMetadata } from "@/app/_features/article/article-metadata";
import type { ArticleVersion } from "@/app/_features/article/article-text";
import { checkJsonLd } from "@/tests/support/schema-vocabulary";
import { APPROVED, segment, snapshot } from "../../core/publication/segments";
import { versionOf, wordsOf } from "./render";

const SALT = snapshot([
  segment([[1, "Salz", "heading", 1]], ["Salt"], APPROVED),
  segment([[2, "Kurz."]], ["Short."]),
  segment(
    [[3, "Ein langer Absatz. ".repeat(20)]],
    [`A long <paragraph> that goes on. ${"And on. ".repeat(40)}`],
  ),
]);

const withIndexed = (isIndexed: boolean): ArticleVersion => {
  const version = versionOf(SALT);
  const languages = version.languages.map((each) => (each.isSource ? each : { ...each, isIndexed }));
  return { ...version, languages };
};

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", "https://example.org");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the data of an article", () => {
  it.each(["en", "de"])("say nothing that schema.org has no word for (%s)", async (locale) => {
    const data = dataOf(versionOf(SALT, locale), await wordsOf("en"));
    expect(checkJsonLd(JSON.parse(JSON.stringify(data)))).toEqual([]);
    expect(data).toMatchObject({ inLanguage: locale, isAccessibleForFree: true });
  });

  it("name who answers for the translation, who checked it, and how it was made", async () => {
    expect(dataOf(versionOf(SALT), await wordsOf("en"))).toMatchObject({
      translator: { "@type": "Organization", name: "Probe" },
      editor: [{ name: "David Okafor" }, { name: "Johanna Reiß" }],
      creditText: "\u2068Probe\u2069 · machine-translated, 33% of it checked by people",
      datePublished: "2026-11-20T12:00:00.000Z",
      dateModified: "2026-11-24T12:00:00.000Z",
    });
  });

  it.each([
    [{ "@type": "Artikel" }, "it is a Artikel"],
    [{ "@type": "Person", headline: "x" }, "it.headline is no property of Person"],
    [{ "@type": "Article", written: "x" }, "it.written is no property"],
    [{ "@type": "Article", datePublished: "yesterday" }, 'it.datePublished is "yesterday"'],
    [{ "@type": "Article", editor: { "@type": "Organization" } }, 'it.editor is {"@type":"Organization"}'],
  ])("would be found wrong as %o", (node, fault) => {
    expect(checkJsonLd({ "@context": "https://schema.org", ...node })).toContain(fault);
  });
});

describe("the head of an article", () => {
  it("names the other languages, and shows networks a picture with its size and words for it", async () => {
    const head = articleMetadata(withIndexed(true), await wordsOf("de"));
    expect(head.alternates).toMatchObject({
      canonical: "/en/articles/salz/en",
      languages: { de: "/de/articles/salz/de", en: "/en/articles/salz/en", "x-default": "/articles/salz" },
    });
    expect(head.openGraph?.images).toEqual([
      expect.objectContaining({ url: "/api/articles/salz/en/picture.png", width: 1200, height: 630 }),
    ]);
    expect(head.description).toMatch(/^A long <paragraph> that goes on\. And on\. .*…$/);
    expect(head.description?.length).toBeLessThanOrEqual(200);
  });

  it("asks not to be listed where too little was checked, and is then no other page's alternate", async () => {
    const words = await wordsOf("en");
    const head = articleMetadata(withIndexed(false), words);
    expect(head.robots).toEqual({ index: false, follow: true });
    expect(head.alternates?.languages).toEqual({});
    const source = articleMetadata({ ...withIndexed(false), locale: "de" }, words);
    expect(source.robots).not.toHaveProperty("index");
    expect(Object.keys(source.alternates?.languages ?? {})).toEqual(["de", "x-default"]);
  });
});
