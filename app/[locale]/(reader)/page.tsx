import type { Metadata } from "next";
import { ArticleList } from "@/app/_features/article/article-list";
import { frontPageMetadata } from "@/app/_features/article/front-page-metadata";
import { requestWords } from "@/app/_features/article/request-words";
import { SearchForm } from "@/app/_features/article-search/search-form";
import { loadArticles } from "@/app/_loaders/articles";
import { EmptyState } from "@/app/_ui/empty-state";
import styles from "./front-page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const { t, ui } = await requestWords();
  return { title: t("title"), ...frontPageMetadata(ui) };
}

export default async function FrontPage() {
  const [words, articles] = await Promise.all([requestWords(), loadArticles()]);
  const { ui, t } = words;
  return (
    <div className={styles.page}>
      <h1>{t("title")}</h1>
      <p className={styles.lead}>{t("front.lead")}</p>
      {articles.length > 0 ? (
        <>
          <SearchForm words={words} locales={localesOf(articles)} />
          <ArticleList articles={articles} words={words} />
        </>
      ) : (
        <EmptyState title={t("front.emptyTitle")}>{t("front.emptyText")}</EmptyState>
      )}
      <p className={styles.signIn}>
        <a href={`/${ui}/sign-in`}>{t("front.signIn")}</a>
      </p>
    </div>
  );
}

const localesOf = (articles: Awaited<ReturnType<typeof loadArticles>>): readonly string[] =>
  [
    ...new Set(
      articles.flatMap(({ sourceLocale, versions }) => [
        sourceLocale,
        ...versions.map(({ locale }) => locale),
      ]),
    ),
  ].sort();
