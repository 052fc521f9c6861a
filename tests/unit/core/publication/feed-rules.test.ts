import { describe, expect, it } from "vitest";
import { atomFeed } from "@/lib/core/publication/feed";
import { sitemap } from "@/lib/core/publication/sitemap";
import { checkAtom } from "@/tests/support/check-atom";
import { checkSitemap } from "@/tests/support/check-sitemap";

const entry = (slug: string) => ({
  title: "<Salt> & time",
  publishedAt: "2026-11-24T12:00:00Z",
  address: `https://example.org/en/articles/${slug}/en`,
  projectName: "Probe",
  summary: "50 % checked",
});
const feed = atomFeed({
  subtitle: "The latest",
  title: "Articles",
  locale: "en",
  address: "https://example.org/feeds/en",
  page: "https://example.org/en",
  entries: [entry("salt"), entry("dough")],
});
const language = (locale: string) => ({
  locale,
  address: `https://example.org/articles/salt/${locale}?a=1&b=2`,
  changedAt: "2026-03-01T00:00:00.123Z",
});
const map = sitemap([
  { languages: ["de", "en"].map(language), anyLanguage: "https://example.org/articles/salt" },
]);

describe("the rules of Atom", () => {
  it("find nothing in a feed of ours", () => expect(checkAtom(feed)).toEqual([]));

  it.each([
    ["<author><name>Probe</name></author>", "", "an entry has no author"],
    ["<updated>2026-11-24T12:00:00Z</updated>", "<updated>yesterday</updated>", "updated is yesterday"],
    ["<title>Articles</title>", "", "feed has not one title"],
    ["<entry>", "<entry><description>x</description>", "description stands in entry"],
    ["articles/salt/en</id>", "articles/dough/en</id>", "two entries have one id"],
    ['rel="self"', 'rel="via"', "it does not say where it is"],
  ])("find a feed wrong in which %s is %s", (from, to, fault) => {
    expect(feed).toContain(from);
    expect(checkAtom(feed.replace(from, to))).toContain(fault);
  });
});

describe("the rules of sitemaps", () => {
  it("find nothing in a sitemap of ours", () => expect(checkSitemap(map)).toEqual([]));

  it.each([
    ["<lastmod>2026-03-01T00:00:00.123Z", "<lastmod>1 March", "lastmod is 1 March"],
    ["salt/en?a=1&amp;b=2</loc>", "salt/de?a=1&amp;b=2</loc>", "it has an address twice"],
    ["<loc>https://example.org", "<loc>", "/articles/salt/de?a=1&b=2 is no address"],
    [
      'hreflang="en"',
      'hreflang="de"',
      "https://example.org/articles/salt/de?a=1&b=2 has two alternates of one language",
    ],
  ])("find a sitemap wrong in which %s is %s", (from, to, fault) => {
    expect(map).toContain(from);
    expect(checkSitemap(map.replace(from, to))).toContain(fault);
  });
});
