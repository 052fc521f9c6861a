import { canonicalAddress } from "@/app/_features/article/addresses";
import { editionWords } from "@/app/_features/article/edition-words";
import { type Edition, type EditionWords, editionOf, pairOf } from "@/lib/core/publication/edition";
import type { Article } from "@/lib/services/publications/read-articles";
import { findArticle, wordsFor } from "./find-article";

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
  const article = await findArticle(slug, lang);
  const other = article && beside !== undefined ? await findArticle(slug, beside) : null;
  if (!article || (beside !== undefined && (!other || other.locale === article.locale))) return null;
  const [first, second] = other ? pairOf<Article>(article, other) : [article, null];
  const edition = editionOf(first, second);
  const locales = edition.sides.map(({ locale }) => locale);
  return {
    edition,
    words: editionWords(edition, await wordsFor(first.locale)),
    name: `${slug}.${locales.join("-")}`,
    paths: locales.map((locale) => canonicalAddress(slug, locale)),
  };
}
