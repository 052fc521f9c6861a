import type { Metadata } from "next";
import { requestWords } from "@/app/_features/article/request-words";
import { isolated } from "@/app/_features/article/words";
import styles from "@/app/_features/article-search/article-search.module.css";
import { SearchAnswer } from "@/app/_features/article-search/search-answer";
import { SearchForm } from "@/app/_features/article-search/search-form";
import { pageNumber } from "@/app/_features/page-links/page-links";
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
  const [words, found] = await Promise.all([
    requestWords(),
    findInArticles(first(asked.q), locale, first(asked.article) || null, pageNumber(asked.page)),
  ]);
  return (
    <div className={styles.page}>
      <h1>{words.t("search.title")}</h1>
      <SearchForm words={words} locales={found.locales} query={found.query} locale={locale} />
      {found.query !== "" && <SearchAnswer words={words} found={found} locale={locale} />}
    </div>
  );
}
