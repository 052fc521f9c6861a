import { type ShelfWish, shelfQuery } from "@/lib/core/publication/shelf";
import styles from "./shelf.module.css";
import type { ReaderWords } from "./words";

/** Ways to the newer and the older articles; nothing where all stand on one page. */
export function ShelfPages({
  wish,
  page,
  pageCount,
  words: { ui, t },
}: {
  readonly wish: ShelfWish;
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly words: ReaderWords;
}) {
  if (pageCount === 1) return null;
  return (
    <nav className={styles.pages} aria-label={t("shelf.pages")}>
      {page > 1 && (
        <a href={`/${ui}${shelfQuery(wish, page - 1)}`} rel="prev">
          {t("shelf.newer")}
        </a>
      )}
      <span>{t("shelf.page", { page, pages: pageCount })}</span>
      {page < pageCount && (
        <a href={`/${ui}${shelfQuery(wish, page + 1)}`} rel="next">
          {t("shelf.older")}
        </a>
      )}
    </nav>
  );
}
