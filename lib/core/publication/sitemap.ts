import { xmlText } from "./xml";

/** An article in one of its languages. Addresses are whole. */
export interface SitemapEntry {
  readonly address: string;
  /** ISO 8601. */
  readonly changedAt: string;
  /** All its languages, this one among them. */
  readonly languages: readonly { readonly locale: string; readonly address: string }[];
  /** The address without a language. */
  readonly anyLanguage: string;
}

/** What one file may hold (sitemaps.org): addresses, and bytes before compression. */
export const SITEMAP_LIMITS = { addresses: 50_000, bytes: 50 * 1024 * 1024 } as const;

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const OPEN =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';
const CLOSE = "</urlset>\n";

/**
 * A sitemap in which each language of an article names the others (`hreflang`, with
 * `x-default`). Where it would grow beyond what one file may hold, entries go without these
 * names: the pages have them, too, and an address that nobody hears of is worse.
 *
 * @throws RangeError if even the addresses alone are more than one file may hold.
 */
export function sitemap(
  entries: readonly SitemapEntry[],
  limits: Readonly<Record<keyof typeof SITEMAP_LIMITS, number>> = SITEMAP_LIMITS,
): string {
  const bare = entries.map(
    (entry) => `<url><loc>${xmlText(entry.address)}</loc><lastmod>${entry.changedAt}</lastmod></url>\n`,
  );
  let bytes = bare.reduce((sum, text) => sum + bytesOf(text), bytesOf(HEAD + OPEN + CLOSE));
  if (entries.length > limits.addresses || bytes > limits.bytes)
    throw new RangeError(`${entries.length} addresses, ${bytes} bytes are too much for one sitemap`);
  const texts = bare.map((text, index) => {
    const entry = entries[index];
    const names = entry ? alternatesOf(entry) : "";
    if (bytes + bytesOf(names) > limits.bytes) return text;
    bytes += bytesOf(names);
    return text.replace("</url>", () => `${names}</url>`);
  });
  return [HEAD, OPEN, ...texts, CLOSE].join("");
}

/** The files in which the addresses of a large site stand. `changedAt`: ISO 8601, null if nobody can say. */
export function sitemapIndex(
  parts: readonly { readonly address: string; readonly changedAt: string | null }[],
): string {
  const texts = parts.map(({ address, changedAt }) => {
    const lastmod = changedAt === null ? "" : `<lastmod>${changedAt}</lastmod>`;
    return `<sitemap><loc>${xmlText(address)}</loc>${lastmod}</sitemap>\n`;
  });
  return [
    HEAD,
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
    ...texts,
    "</sitemapindex>\n",
  ].join("");
}

const alternatesOf = ({ languages, anyLanguage }: SitemapEntry): string =>
  [...languages, { locale: "x-default", address: anyLanguage }]
    .map(
      ({ locale, address }) =>
        `<xhtml:link rel="alternate" hreflang="${xmlText(locale)}" href="${xmlText(address)}"/>`,
    )
    .join("");

const ENCODER = new TextEncoder();
const bytesOf = (text: string): number => ENCODER.encode(text).length;
