import { isolated, type ReaderWords } from "@/app/_features/article/words";
import styles from "./article-search.module.css";
import { type FoundEntry, HitList } from "./hit-list";
import { type SearchPlace, searchAddress } from "./search-address";
import { SearchPages } from "./search-pages";

export interface Answered {
  readonly query: string;
  readonly slug: string | null;
  readonly articles: readonly FoundEntry[];
  readonly articleCount: number;
  readonly hitCount: number;
  readonly isCut: boolean;
  readonly page: number;
  readonly pageCount: number;
  readonly trouble: "no-word" | "took-too-long" | "too-many" | null;
}

/** What a search found, how much that is, and where to look else. */
export function SearchAnswer({
  words,
  found,
  locale,
}: {
  readonly words: ReaderWords;
  readonly found: Answered;
  readonly locale: string | null;
}) {
  const { t, ui } = words;
  const { query, slug, articles, page, pageCount, trouble } = found;
  const place: SearchPlace = { query, locale, slug, page };
  const everywhere = { ...place, slug: null, page: 1 };
  const isEmpty = articles.length === 0;
  return (
    <>
      <p className={styles.count} role="status">
        {trouble ? t(`search.trouble.${trouble}`) : counted(words, found)}
      </p>
      {(isEmpty || slug !== null) && (
        <ul className={styles.further}>
          {slug !== null && !trouble && (
            <li>
              <a href={searchAddress(ui, everywhere)}>{t("search.allArticles")}</a>
            </li>
          )}
          {isEmpty && locale !== null && !trouble && (
            <li>
              <a href={searchAddress(ui, { ...everywhere, locale: null })}>{t("search.everywhere")}</a>
            </li>
          )}
          {isEmpty && (
            <li>
              <a href={`/${ui}`}>{t("search.everything")}</a>
            </li>
          )}
        </ul>
      )}
      {!isEmpty && <HitList articles={articles} place={place} words={words} />}
      <SearchPages place={place} pageCount={pageCount} words={words} />
    </>
  );
}

function counted({ t }: ReaderWords, { query, slug, articleCount, hitCount, isCut }: Answered): string {
  if (hitCount === 0) return t("search.none", { query: isolated(query) });
  const paragraphs = t("search.paragraphs", { count: hitCount });
  const articles = slug === null ? t("search.inArticles", { count: articleCount }) : t("search.inThis");
  return t(isCut ? "search.foundMore" : "search.found", { paragraphs, articles });
}
