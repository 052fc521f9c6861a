import { bareAddress, canonicalAddress } from "@/app/_features/article/addresses";
import { publicDocument } from "@/app/_features/article/public-document";
import { originOf } from "@/app/_features/article/public-origin";
import { loadArticlesForSitemap } from "@/app/_loaders/articles";
import { answering } from "@/app/api/api-response";
import { sitemap } from "@/lib/core/publication/sitemap";

/** Every published article in each of its languages that search engines may list. */
export const GET = answering(async (request: Request) => {
  const origin = originOf(request);
  const articles = (await loadArticlesForSitemap()).map(({ slug, sourceLocale, versions }) => {
    const changedAt =
      versions
        .map(({ publishedAt }) => publishedAt)
        .sort()
        .at(-1) ?? "";
    return {
      anyLanguage: origin + bareAddress(slug),
      languages: [
        { locale: sourceLocale, publishedAt: changedAt },
        ...versions.filter(({ isIndexed }) => isIndexed),
      ].map(({ locale, publishedAt }) => ({
        locale,
        address: origin + canonicalAddress(slug, locale),
        changedAt: publishedAt,
      })),
    };
  });
  return publicDocument(request, sitemap(articles), "application/xml");
});
