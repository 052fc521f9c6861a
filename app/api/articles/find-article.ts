import type { ReaderWords } from "@/app/_features/article/words";
import { languageOf } from "@/lib/core/text/locale";
import { FALLBACK_LOCALE, isUiLocale } from "@/lib/i18n/locales";
import { getFormat, getT } from "@/lib/i18n/server";
import { liveContext } from "@/lib/services/live-context";
import { readArticleLanguages } from "@/lib/services/publications/read-article-languages";
import { type Article, readArticle } from "@/lib/services/publications/read-articles";

/** A published article in one of its languages, or null. */
export async function findArticle(slug: string, locale: string): Promise<Article | null> {
  const found = await readArticle(liveContext(null), { slug, locale });
  return found.ok ? found.value : null;
}

/** Words for a text in this language: in the same, where the interface speaks it. */
export async function wordsFor(locale: string): Promise<ReaderWords> {
  const language = languageOf(locale);
  const ui = isUiLocale(language) ? language : FALLBACK_LOCALE;
  const [t, format] = await Promise.all([getT(["reader", "common"], ui), getFormat(ui)]);
  return { ui, t, format };
}

/** A published article in the language that it was written in, or null. */
export async function findOriginal(slug: string): Promise<Article | null> {
  const languages = await readArticleLanguages(liveContext(null), { slug });
  return languages.ok && languages.value[0] ? findArticle(slug, languages.value[0]) : null;
}
