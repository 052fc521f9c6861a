import { loadFeed } from "@/app/_loaders/articles";
import { atomFeed } from "@/lib/core/publication/feed";
import { languageOf } from "@/lib/core/text/locale";
import { FALLBACK_LOCALE, isUiLocale } from "@/lib/i18n/locales";
import { getFormat, getT } from "@/lib/i18n/server";
import { canonicalAddress } from "./addresses";
import { publicDocument } from "./public-document";
import { originOf } from "./public-origin";

/**
 * The articles that are published in a language, as Atom: the document that people subscribe to, or
 * one of its archives. 404 where there is none.
 */
export async function feedDocument(
  request: Request,
  lang: string,
  archive: number | null,
): Promise<Response> {
  const feed = await loadFeed(lang, archive);
  if (!feed) return new Response(null, { status: 404 });
  const { locale, items, archiveCount } = feed;
  const language = languageOf(locale);
  const ui = isUiLocale(language) ? language : FALLBACK_LOCALE;
  const [t, format, origin] = [await getT("reader", ui), await getFormat(ui), originOf(request)];
  const current = `${origin}/feeds/${locale}`;
  const archiveAt = (number: number) =>
    number >= 1 && number <= archiveCount ? `${current}/${number}` : null;
  const document = atomFeed({
    title: `Gegenlesen – ${t("title")}`,
    subtitle: archive === null ? t("feedHolds") : t("feedArchive", { number: archive }),
    uiLocale: ui,
    locale,
    address: archive === null ? current : `${current}/${archive}`,
    page: `${origin}/${ui}`,
    archives: {
      current: archive === null ? null : current,
      previous: archiveAt((archive ?? archiveCount + 1) - 1),
      next: archive === null ? null : archiveAt(archive + 1),
    },
    entries: items.map(({ slug, title, projectName, publishedAt, reviewedShare }) => ({
      title,
      projectName,
      publishedAt,
      address: origin + canonicalAddress(slug, locale),
      summary: t("front.reviewed", { share: format.percent(reviewedShare) }),
    })),
  });
  return publicDocument(request, document, "application/atom+xml");
}
