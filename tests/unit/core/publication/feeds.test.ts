import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { atomFeed } from "@/lib/core/publication/feed";
import { sitemap, sitemapIndex } from "@/lib/core/publication/sitemap";

/** Texts of all elements with a name, as a strict reader of XML gives them. */
function textsOf(xml: string, name: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    open.push(tag.name);
    if (tag.name === name) found.push("");
  });
  parser.on("text", (text) => {
    if (open.at(-1) === name) found[found.length - 1] += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return found;
}

const entry = (title: string, publishedAt = "2026-11-24T12:00:00Z") => ({
  title,
  publishedAt,
  address: "https://example.org/en/articles/salt/en",
  projectName: "Probe",
  summary: "50 % checked",
});

const feedOf = (entries: readonly ReturnType<typeof entry>[]) =>
  atomFeed({
    subtitle: "The latest <of> all",
    title: "Articles",
    uiLocale: "en",
    locale: "fr",
    archives: { current: null, previous: null, next: null },
    address: "https://example.org/feeds/en",
    page: "https://example.org/en",
    entries,
  });

describe("atomFeed", () => {
  it("is XML that gives back every title, whatever stands in it", () => {
    const title = fc.string({
      unit: fc.constantFrom("a", "<", "&", "]]>", '"', "'", "é", "🜨", "\u0000", "\ud800"),
    });
    fc.assert(
      fc.property(title, (text) => {
        const read = textsOf(feedOf([entry(`x${text}`)]), "title");
        expect(read).toEqual(["Articles", `x${text.toWellFormed().replaceAll("\u0000", "")}`]);
      }),
    );
  });

  it("is as new as its newest entry, and the same bytes for the same articles", () => {
    const entries = [entry("a", "2026-01-02T00:00:00Z"), entry("b", "2026-03-01T00:00:00Z")];
    expect(textsOf(feedOf(entries), "updated")[0]).toBe("2026-03-01T00:00:00Z");
    expect(textsOf(feedOf([]), "updated")).toEqual(["1970-01-01T00:00:00Z"]);
    expect(feedOf(entries)).toBe(feedOf(entries));
  });
});

describe("sitemap", () => {
  const addressOf = (locale: string) => `https://example.org/articles/salt/${locale}?a=1&b=2`;
  const languages = ["de", "en"].map((locale) => ({ locale, address: addressOf(locale) }));
  const entry = (locale: string) => ({
    address: addressOf(locale),
    changedAt: "2026-03-01T00:00:00Z",
    languages,
    anyLanguage: "https://example.org/articles/salt",
  });
  const hreflangs = (xml: string) => xml.match(/hreflang="(\w|-)+"/g) ?? [];
  const many = (count: number) => Array.from({ length: count }, (_, n) => entry(`x-${n}`));
  const bytesOf = (xml: string) => Buffer.byteLength(xml);

  it("names each language of an article with all the others", () => {
    const xml = sitemap([entry("de"), entry("en")]);
    expect(textsOf(xml, "loc")).toEqual([addressOf("de"), addressOf("en")]);
    const once = ['hreflang="de"', 'hreflang="en"', 'hreflang="x-default"'];
    expect(hreflangs(xml)).toEqual([...once, ...once]);
  });

  it("names every address within the bytes that there are, if need be without the other languages", () => {
    const whole = bytesOf(sitemap(many(20)));
    const bare = bytesOf(sitemap(many(20)).replaceAll(/<xhtml:link[^>]*>/g, ""));
    for (const bytes of [whole, whole - 1, bare + 1, bare]) {
      const xml = sitemap(many(20), { addresses: 20, bytes });
      expect(bytesOf(xml)).toBeLessThanOrEqual(bytes);
      expect(textsOf(xml, "loc")).toHaveLength(20);
      expect(hreflangs(xml).length === 60).toBe(bytes === whole);
    }
  });

  it("refuses to leave an address out", () => {
    expect(() => sitemap(many(21), { addresses: 20, bytes: 1e6 })).toThrow(RangeError);
    expect(() => sitemap(many(20), { addresses: 20, bytes: 500 })).toThrow(RangeError);
  });

  it("has an index of parts, each as new as what was published last in it", () => {
    const xml = sitemapIndex([
      { address: "https://example.org/sitemap.xml?part=1", changedAt: "2026-03-01T00:00:00Z" },
      { address: "https://example.org/sitemap.xml?part=2", changedAt: null },
    ]);
    expect(textsOf(xml, "loc")).toEqual([1, 2].map((n) => `https://example.org/sitemap.xml?part=${n}`));
    expect(textsOf(xml, "lastmod")).toEqual(["2026-03-01T00:00:00Z"]);
  });
});
