import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { atomFeed } from "@/lib/core/publication/feed";
import { sitemap } from "@/lib/core/publication/sitemap";

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
    locale: "en",
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
  it("names each language of an article with all the others", () => {
    const language = (locale: string) => ({
      locale,
      address: `https://example.org/articles/salt/${locale}?a=1&b=2`,
      changedAt: "2026-03-01T00:00:00Z",
    });
    const xml = sitemap([
      { languages: ["de", "en"].map(language), anyLanguage: "https://example.org/articles/salt" },
    ]);
    expect(textsOf(xml, "loc")).toEqual([language("de").address, language("en").address]);
    expect(xml.match(/hreflang="(\w|-)+"/g)).toEqual([
      'hreflang="de"',
      'hreflang="en"',
      'hreflang="x-default"',
      'hreflang="de"',
      'hreflang="en"',
      'hreflang="x-default"',
    ]);
  });
});
