import type { Metadata } from "next";
import { requestWords } from "@/app/_features/article/request-words";
import { isolated, type ReaderWords } from "@/app/_features/article/words";
import styles from "@/app/_features/article-search/article-search.module.css";
import { HitList } from "@/app/_features/article-search/hit-list";
import { SearchForm } from "@/app/_features/article-search/search-form";
import { findInArticles } from "@/app/_loaders/articles";

interface Address {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const first = (value: string | string[] | undefined): string => [value ?? ""].flat()[0] ?? "";

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const [{ t }, asked] = await Promise.all([requestWords(), searchParams]);
  const query = first(asked.q);
  return {
    title: query ? t("search.titleFor", { query: isolated(query) }) : t("search.title"),
    robots: { index: false },
  };
}

export default async function SearchPage({ searchParams }: Address) {
  const asked = await searchParams;
  const locale = first(asked.in) || null;
  const [words, found] = await Promise.all([requestWords(), findInArticles(first(asked.q), locale)]);
  return (
    <div className={styles.page}>
      <h1>{words.t("search.title")}</h1>
      <SearchForm words={words} locales={found.locales} query={found.query} locale={locale} />
      {found.query !== "" && <Answer words={words} found={found} locale={locale} />}
    </div>
  );
}

function Answer({
  words,
  found: { query, hits, hasMore, trouble },
  locale,
}: {
  readonly words: ReaderWords;
  readonly found: Awaited<ReturnType<typeof findInArticles>>;
  readonly locale: string | null;
}) {
  const { t, ui } = words;
  const count = hits.length;
  const counted =
    count === 0
      ? t("search.none", { query: isolated(query) })
      : t(hasMore ? "search.more" : "search.count", { count });
  return (
    <>
      <p className={styles.count} role="status">
        {trouble ? t(`search.trouble.${trouble}`) : counted}
      </p>
      {count === 0 ? (
        <ul className={styles.further}>
          {locale !== null && !trouble && (
            <li>
              <a href={`/${ui}/search?q=${encodeURIComponent(query)}`}>{t("search.everywhere")}</a>
            </li>
          )}
          <li>
            <a href={`/${ui}`}>{t("search.everything")}</a>
          </li>
        </ul>
      ) : (
        <HitList hits={hits} words={words} />
      )}
    </>
  );
}
