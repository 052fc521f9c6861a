import { xmlText } from "./xml";

/** An article in all its languages. Addresses are whole. */
export interface SitemapArticle {
  readonly languages: readonly {
    readonly locale: string;
    readonly address: string;
    readonly changedAt: string;
  }[];
  /** The address without a language. */
  readonly anyLanguage: string;
}

/** More addresses are not allowed in one file (sitemaps.org). */
export const MOST_IN_SITEMAP = 50_000;

/** A sitemap in which each language of an article names the others (`hreflang`, with `x-default`). */
export function sitemap(articles: readonly SitemapArticle[]): string {
  const addresses = articles.flatMap(({ languages, anyLanguage }) => {
    const alternates = [
      ...languages.map(({ locale, address }) => alternate(locale, address)),
      alternate("x-default", anyLanguage),
    ];
    return languages.map(
      ({ address, changedAt }) =>
        `<url><loc>${xmlText(address)}</loc><lastmod>${changedAt}</lastmod>${alternates.join("")}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...addresses.slice(0, MOST_IN_SITEMAP),
    "</urlset>",
    "",
  ].join("\n");
}

const alternate = (locale: string, address: string): string =>
  `<xhtml:link rel="alternate" hreflang="${xmlText(locale)}" href="${xmlText(address)}"/>`;
