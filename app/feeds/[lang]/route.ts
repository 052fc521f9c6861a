import { canonicalAddress } from "@/app/_features/article/addresses";
import { publicDocument } from "@/app/_features/article/public-document";
import { originOf } from "@/app/_features/article/public-origin";
import { loadArticles, MOST_IN_FEED } from "@/app/_loaders/articles";
import { answering } from "@/app/api/api-response";
import { atomFeed } from "@/lib/core/publication/feed";
import { languageOf } from "@/lib/core/text/locale";
import { FALLBACK_LOCALE, isUiLocale } from "@/lib/i18n/locales";
import { getFormat, getT } from "@/lib/i18n/server";

/** The articles that are published in a language, as an Atom feed, the newest first. */
export const GET = answering(
  async (request: Request, { params }: { readonly params: Promise<{ readonly lang: string }> }) => {
    const { lang } = await params;
    const entries = (await loadArticles()).flatMap(({ slug, projectName, versions }) => {
      const version = versions.find(({ locale }) => locale.toLowerCase() === lang.toLowerCase());
      return version ? [{ slug, projectName, ...version }] : [];
    });
    const locale = entries[0]?.locale;
    if (!locale) return new Response(null, { status: 404 });
    const language = languageOf(locale);
    const ui = isUiLocale(language) ? language : FALLBACK_LOCALE;
    const [t, format, origin] = [await getT("reader", ui), await getFormat(ui), originOf(request)];
    const feed = atomFeed({
      title: `Gegenlesen – ${t("title")}`,
      subtitle: t("feedHolds", { count: MOST_IN_FEED }),
      locale,
      address: `${origin}/feeds/${locale}`,
      page: `${origin}/${ui}`,
      entries: entries
        .map(({ slug, title, projectName, publishedAt, reviewedShare }) => ({
          title,
          projectName,
          publishedAt,
          address: origin + canonicalAddress(slug, locale),
          summary: t("front.reviewed", {
            share: format.percent(reviewedShare),
          }),
        }))
        .sort((a, b) => (a.publishedAt > b.publishedAt ? -1 : 1)),
    });
    return publicDocument(request, feed, "application/atom+xml");
  },
);
