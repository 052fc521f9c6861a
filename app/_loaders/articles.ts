import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";
import type { ShelfWish } from "@/lib/core/publication/shelf";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { liveContext, liveSecret } from "@/lib/services/live-context";
import { browseArticles } from "@/lib/services/publications/browse-articles";
import { readPreview } from "@/lib/services/publications/preview-links";
import { readArticleLanguages } from "@/lib/services/publications/read-article-languages";
import { readArticle } from "@/lib/services/publications/read-articles";
import { readFeed } from "@/lib/services/publications/read-feed";
import { readSitemap } from "@/lib/services/publications/read-sitemap";
import { readChanges, readVersion } from "@/lib/services/publications/read-versions";
import { searchArticles } from "@/lib/services/publications/search-articles";

/*
 * Published articles. No sign-in is looked at: these pages are the same for everybody.
 */

/** A document of the feed of a language, or null. */
export const loadFeed = async (locale: string, archive: number | null) => {
  const found = await readFeed(liveContext(null), { locale, archive });
  return found.ok ? found.value : null;
};

/** What search engines may list, or a part of it, or null. */
export const loadSitemap = async (part: number | null) => {
  const found = await readSitemap(liveContext(null), { part });
  return found.ok ? found.value : null;
};

/** A page of the published articles that somebody wishes for. */
export const loadShelf = (wish: ShelfWish, page: number) =>
  browseArticles(liveContext(null), { wish, page, timeZone: displayTimeZone() });

/** A published article in one of its languages, or null. */
export const findArticle = cache(async (slug: string, locale: string) => {
  const found = await readArticle(liveContext(null), { slug, locale });
  return found.ok ? found.value : null;
});

/** A published article in one of its languages, or the not-found page. */
export const loadArticle = async (slug: string, locale: string) =>
  (await findArticle(slug, locale)) ?? notFound();

/** The languages of a published article, the source first; none if it is not published. */
export const findArticleLanguages = cache(async (slug: string) => {
  const found = await readArticleLanguages(liveContext(null), { slug });
  return found.ok ? found.value : [];
});

/** What readers have under this address as it was published earlier, or the not-found page. */
export const loadVersion = cache(async (slug: string, locale: string, number: string) => {
  const found = await readVersion(liveContext(null), { slug, locale, number });
  return found.ok ? found.value : notFound();
});

/** Publications of a translation with what they changed, the latest first, or the not-found page. */
export const loadChanges = cache(async (slug: string, locale: string, before?: string) => {
  const found = await readChanges(liveContext(null), { slug, locale, before });
  return found.ok ? found.value : notFound();
});

/** Published articles with paragraphs that have these words, or such paragraphs of one article. */
export const findInArticles = cache(
  async (query: string, locale: string | null, slug: string | null, page: number) =>
    searchArticles(liveContext(null), { query, locale, slug, page }),
);

/** The draft behind a signed link, or why it is not shown. */
export const loadPreview = cache(async (token: string) =>
  readPreview(liveContext(null), { token }, liveSecret()),
);
