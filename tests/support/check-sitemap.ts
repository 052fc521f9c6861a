import { childElements, textOf, type XmlElement, xmlTree } from "./epub/xml-tree";

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML = "http://www.w3.org/1999/xhtml";
const MOST = 50_000;
const LONGEST = 2_048;
const PAGE = /^loc( lastmod)?( changefreq)?( priority)?$/;
const PART = /^loc( lastmod)?$/;
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** What is wrong with a sitemap by sitemaps.org, and with its alternates: nothing, or one sentence for each fault. */
export function checkSitemap(xml: string): readonly string[] {
  const root = xmlTree(xml);
  if (!["urlset", "sitemapindex"].includes(root.name) || root.uri !== SITEMAP) return ["it is no sitemap"];
  const entries = childElements(root);
  const addresses = entries.map((entry) => textOf(childElements(entry)[0] ?? entry));
  return [
    ...(entries.length <= MOST ? [] : [`it has ${entries.length} addresses`]),
    ...(new Set(addresses).size === addresses.length ? [] : ["it has an address twice"]),
    ...entries.flatMap((entry) => entryFaults(entry, root.name === "urlset")),
  ];
}

/** loc, lastmod, changefreq, priority, in this order and none twice; then links to the other languages. */
function entryFaults(entry: XmlElement, isPage: boolean): string[] {
  const parts = childElements(entry);
  const own = parts.filter(({ uri }) => uri === SITEMAP).map(({ name }) => name);
  const address = textOf(parts.find(({ name }) => name === "loc") ?? entry);
  const dates = parts.filter(({ name }) => name === "lastmod").map(textOf);
  const alternates = parts.filter(({ uri }) => uri === XHTML);
  const languages = alternates.map(({ attributes }) => attributes.hreflang ?? "");
  return [
    ...(entry.name === (isPage ? "url" : "sitemap") ? [] : [`${entry.name} stands in it`]),
    ...((isPage ? PAGE : PART).test(own.join(" ")) ? [] : [`${own.join(" ")} in an entry`]),
    ...(parts.slice(own.length).every(({ uri }) => uri === XHTML)
      ? []
      : ["something stands behind the links"]),
    ...(URL.canParse(address) && address.length < LONGEST ? [] : [`${address} is no address`]),
    ...dates
      .filter((date) => !DATE.test(date) || Number.isNaN(Date.parse(date)))
      .map((date) => `lastmod is ${date}`),
    ...(new Set(languages).size === languages.length
      ? []
      : [`${address} has two alternates of one language`]),
    ...alternates
      .filter(({ attributes }) => attributes.rel !== "alternate" || !URL.canParse(attributes.href ?? ""))
      .map(({ attributes }) => `an alternate leads to ${attributes.href}`),
    ...(alternates.length === 0 || alternates.some(({ attributes }) => attributes.href === address)
      ? []
      : [`${address} is none of its own alternates`]),
  ];
}
