import { describe, expect, it } from "vitest";
import { atomFeed } from "@/lib/core/publication/feed";
import { sitemap, sitemapIndex } from "@/lib/core/publication/sitemap";
import { checkAtom } from "@/tests/support/check-atom";
import { checkSitemap } from "@/tests/support/check-sitemap";

const entry = (slug: string) => ({
  title: "<Salt> & time",
  publishedAt: "2026-11-24T12:00:00Z",
  address: `https://example.org/en/articles/${slug}/en`,
  projectName: "Probe",
  summary: "50 % checked",
});
const parts = {
  subtitle: "The latest",
  title: "Articles",
  uiLocale: "en",
  locale: "fr",
  page: "https://example.org/en",
  entries: [entry("salt"), entry("dough")],
};
const at = (number: number) => `https://example.org/feeds/fr/${number}`;
const current = "https://example.org/feeds/fr";
const feed = atomFeed({
  ...parts,
  address: current,
  archives: { current: null, previous: at(2), next: null },
});
const archive = atomFeed({ ...parts, address: at(2), archives: { current, previous: at(1), next: at(3) } });
const languages = ["de", "en"].map((locale) => ({
  locale,
  address: `https://example.org/articles/salt/${locale}?a=1&b=2`,
}));
const map = sitemap(
  languages.map(({ address }) => ({
    address,
    languages,
    changedAt: "2026-03-01T00:00:00.123Z",
    anyLanguage: "https://example.org/articles/salt",
  })),
);
const index = sitemapIndex([
  { address: "https://example.org/sitemap.xml?part=1", changedAt: "2026-03-01T00:00:00Z" },
  { address: "https://example.org/sitemap.xml?part=2", changedAt: null },
]);

describe("the rules of Atom", () => {
  it("find nothing in a feed of ours", () => expect(checkAtom(feed)).toEqual([]));
  it("find nothing in an archive of ours", () => expect(checkAtom(archive)).toEqual([]));

  it.each([
    ["<author><name>Probe</name></author>", "", "an entry has no author"],
    ["<updated>2026-11-24T12:00:00Z</updated>", "<updated>yesterday</updated>", "updated is yesterday"],
    ["<title>Articles</title>", "", "feed has not one title"],
    [
      'rel="prev-archive"',
      'rel="current"',
      "a document with archives is itself none, and names a current one",
    ],
    [' xml:lang="fr"', "", "a title does not say the language of what it leads to"],
    ["<entry>", "<entry><description>x</description>", "description stands in entry"],
    ["articles/salt/en</id>", "articles/dough/en</id>", "two entries have one id"],
    ['rel="self"', 'rel="via"', "it does not say where it is"],
  ])("find a feed wrong in which %s is %s", (from, to, fault) => {
    expect(feed).toContain(from);
    expect(checkAtom(feed.replace(from, to))).toContain(fault);
  });
});

describe("the rules of archives", () => {
  it.each([
    ["<fh:archive/>", "", "a document with archives is itself none, and names a current one"],
    ['rel="current"', 'rel="via"', "an archive does not name the current document"],
    [at(1), at(3), "two archives have one address"],
    [at(1), at(2), "an archive leads to itself"],
    [`<id>${current}`, `<id>${at(2)}`, "an archive has an identity of its own"],
  ])("find an archive wrong in which %s is %s", (from, to, fault) => {
    expect(archive).toContain(from);
    expect(checkAtom(archive.replace(from, to))).toContain(fault);
  });
});

describe("the rules of sitemaps", () => {
  it("find nothing in a sitemap of ours", () => expect(checkSitemap(map)).toEqual([]));
  it("find nothing in an index of ours", () => expect(checkSitemap(index)).toEqual([]));

  it.each([
    ["?part=2", "?part=1", "it has an address twice"],
    ["https://example.org/sitemap.xml?part=2", "part 2", "part 2 is no address"],
    ["<lastmod>2026-03-01T00:00:00Z", "<lastmod>1 March", "lastmod is 1 March"],
    ["<sitemap><loc>", "<sitemap><priority>1</priority><loc>", "priority loc lastmod in an entry"],
  ])("find an index wrong in which %s is %s", (from, to, fault) => {
    expect(index).toContain(from);
    expect(checkSitemap(index.replace(from, to))).toContain(fault);
  });

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
