import type { Metadata } from "next";
import { ArticleList } from "@/app/_features/article/article-list";
import { frontPageMetadata } from "@/app/_features/article/front-page-metadata";
import { requestWords } from "@/app/_features/article/request-words";
import styles from "@/app/_features/article/shelf.module.css";
import { ShelfFilter } from "@/app/_features/article/shelf-filter";
import { ShelfPages } from "@/app/_features/article/shelf-pages";
import type { ReaderWords } from "@/app/_features/article/words";
import { SearchForm } from "@/app/_features/article-search/search-form";
import { pageNumber } from "@/app/_features/page-links/page-links";
import { loadShelf } from "@/app/_loaders/articles";
import { EmptyState } from "@/app/_ui/empty-state";
import {
  EVERYTHING,
  parseShelfWish,
  type ShelfWish,
  shelfQuery,
  wishesNothing,
} from "@/lib/core/publication/shelf";
import page from "./front-page.module.css";

interface Address {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const [{ t, ui }, asked] = await Promise.all([requestWords(), searchParams]);
  return {
    title: t("title"),
    ...frontPageMetadata(ui, shelfQuery(EVERYTHING, pageNumber(asked.page))),
    ...(!wishesNothing(parseShelfWish(asked)) && { robots: { index: false } }),
  };
}

export default async function FrontPage({ searchParams }: Address) {
  const asked = await searchParams;
  const wish = parseShelfWish(asked);
  const [words, shelf] = await Promise.all([requestWords(), loadShelf(wish, pageNumber(asked.page))]);
  const { ui, t } = words;
  return (
    <div className={page.page}>
      <h1>{t("title")}</h1>
      <p className={page.lead}>{t("front.lead")}</p>
      {shelf.all === 0 ? (
        <EmptyState title={t("front.emptyTitle")}>{t("front.emptyText")}</EmptyState>
      ) : (
        <>
          <SearchForm words={words} locales={shelf.locales} />
          {shelf.all > 1 && <ShelfFilter wish={wish} facets={shelf.facets} words={words} />}
          <Articles shelf={shelf} wish={wish} words={words} />
        </>
      )}
      <p className={page.signIn}>
        <a href={`/${ui}/sign-in`}>{t("front.signIn")}</a>
      </p>
    </div>
  );
}

function Articles({
  shelf: { articles, found, page, pageCount },
  wish,
  words,
}: {
  readonly shelf: Awaited<ReturnType<typeof loadShelf>>;
  readonly wish: ShelfWish;
  readonly words: ReaderWords;
}) {
  const { ui, t } = words;
  if (found === 0)
    return (
      <EmptyState title={t("shelf.noneTitle")} action={<a href={`/${ui}`}>{t("shelf.everything")}</a>}>
        {t("shelf.noneText")}
      </EmptyState>
    );
  return (
    <>
      {(!wishesNothing(wish) || pageCount > 1) && (
        <p className={styles.found}>
          {t("shelf.found", { count: found })}
          {pageCount > 1 && ` · ${t("shelf.page", { page, pages: pageCount })}`}
        </p>
      )}
      <ArticleList articles={articles} firstLocale={wish.locale ?? ui} words={words} />
      <ShelfPages wish={wish} page={page} pageCount={pageCount} words={words} />
    </>
  );
}
