import { bareAddress, canonicalAddress } from "@/app/_features/article/addresses";
import { publicDocument } from "@/app/_features/article/public-document";
import { originOf } from "@/app/_features/article/public-origin";
import { loadSitemap } from "@/app/_loaders/articles";
import { answering } from "@/app/api/api-response";
import { sitemap, sitemapIndex } from "@/lib/core/publication/sitemap";

/**
 * Every published article in each of its languages that search engines may list; of a large site
 * the index of its parts, which are `?part=1` and so on: a sitemap may name only what is below it.
 */
export const GET = answering(async (request: Request) => {
  const asked = new URL(request.url).searchParams.get("part");
  const part = asked === null ? null : /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 0;
  const contents = await loadSitemap(part);
  if (!contents) return new Response(null, { status: 404 });
  const origin = originOf(request);
  const document =
    contents.kind === "parts"
      ? sitemapIndex(
          // a part of which everything was withdrawn would be a list of nothing, which no reader of sitemaps takes
          contents.parts
            .filter(({ changedAt }) => changedAt !== null)
            .map(({ part, changedAt }) => ({ address: `${origin}/sitemap.xml?part=${part}`, changedAt })),
        )
      : sitemap(
          contents.texts.map(({ slug, locale, changedAt, locales }) => ({
            address: origin + canonicalAddress(slug, locale),
            changedAt,
            languages: locales.map((each) => ({
              locale: each,
              address: origin + canonicalAddress(slug, each),
            })),
            anyLanguage: origin + bareAddress(slug),
          })),
        );
  return publicDocument(request, document, "application/xml");
});
