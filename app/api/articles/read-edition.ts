import { canonicalAddress } from "@/app/_features/article/addresses";
import { editionWords } from "@/app/_features/article/edition-words";
import { type Edition, type EditionWords, editionOf, pairOf } from "@/lib/core/publication/edition";
import { languageOf } from "@/lib/core/text/locale";
import { FALLBACK_LOCALE, isUiLocale } from "@/lib/i18n/locales";
import { getFormat, getT } from "@/lib/i18n/server";
import { liveContext } from "@/lib/services/live-context";
import { type Article, readArticle } from "@/lib/services/publications/read-articles";

export interface ReadEdition {
  readonly edition: Edition;
  readonly words: EditionWords;
  /** "salt.en" or "salt.de-en", for names of files. */
  readonly name: string;
  /** Of each side, below the origin. */
  readonly paths: readonly string[];
}

/** A published article in one language or two, in words of the first language where the interface speaks it; null: not published. */
export async function readEdition(slug: string, lang: string, beside?: string): Promise<ReadEdition | null> {
  const article = await find(slug, lang);
  const other = article && beside !== undefined ? await find(slug, beside) : null;
  if (!article || (beside !== undefined && (!other || other.locale === article.locale))) return null;
  const [first, second] = other ? pairOf<Article>(article, other) : [article, null];
  const edition = editionOf(first, second);
  const language = languageOf(first.locale);
  const ui = isUiLocale(language) ? language : FALLBACK_LOCALE;
  const [t, format] = await Promise.all([getT(["reader", "common"], ui), getFormat(ui)]);
  const locales = edition.sides.map(({ locale }) => locale);
  return {
    edition,
    words: editionWords(edition, { ui, t, format }),
    name: `${slug}.${locales.join("-")}`,
    paths: locales.map((locale) => canonicalAddress(slug, locale)),
  };
}

async function find(slug: string, locale: string): Promise<Article | null> {
  const found = await readArticle(liveContext(null), { slug, locale });
  return found.ok ? found.value : null;
}
