import styles from "@/app/_features/article/shelf.module.css";
import type { ReaderWords } from "@/app/_features/article/words";
import { type SearchPlace, searchAddress } from "./search-address";

/** Ways to the better and the further hits; nothing where all stand on one page. */
export function SearchPages({
  place,
  pageCount,
  words: { ui, t },
}: {
  readonly place: SearchPlace;
  readonly pageCount: number;
  readonly words: ReaderWords;
}) {
  if (pageCount === 1) return null;
  const { page } = place;
  return (
    <nav className={styles.pages} aria-label={t("shelf.pages")}>
      {page > 1 && (
        <a href={searchAddress(ui, { ...place, page: page - 1 })} rel="prev">
          {t("search.previous")}
        </a>
      )}
      <span>{t("shelf.page", { page, pages: pageCount })}</span>
      {page < pageCount && (
        <a href={searchAddress(ui, { ...place, page: page + 1 })} rel="next">
          {t("search.next")}
        </a>
      )}
    </nav>
  );
}
