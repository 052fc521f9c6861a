import type { ReactNode } from "react";
import { EVERYTHING, type ShelfFacets, type ShelfWish, shelfQuery } from "@/lib/core/publication/shelf";
import styles from "./shelf.module.css";
import { ownName, type ReaderWords } from "./words";

/** What can be wished for, each a plain link to the list with that wish, with the number of its articles. */
export function ShelfFilter({
  wish,
  facets,
  words,
}: {
  readonly wish: ShelfWish;
  readonly facets: ShelfFacets;
  readonly words: ReaderWords;
}) {
  const { t } = words;
  return (
    <nav className={styles.filter} aria-label={t("shelf.choose")}>
      <Facet part="locale" wish={wish} options={facets.locale} words={words}>
        {(locale) => <bdi lang={locale}>{ownName(locale)}</bdi>}
      </Facet>
      <Facet part="review" wish={wish} options={facets.review} words={words}>
        {(state) => t(`shelf.reviewState.${state}`)}
      </Facet>
      <Facet part="year" wish={wish} options={facets.year} words={words}>
        {String}
      </Facet>
    </nav>
  );
}

function Facet<P extends keyof ShelfWish & keyof ShelfFacets>({
  part,
  wish,
  options,
  words: { ui, t, format },
  children,
}: {
  readonly part: P;
  readonly wish: ShelfWish;
  readonly options: ShelfFacets[P];
  readonly words: ReaderWords;
  /** How a value is called. */
  readonly children: (value: ShelfFacets[P][number]["value"]) => ReactNode;
}) {
  const chosen = wish[part];
  if (options.length < 2 && chosen === null) return null;
  const addressOf = (value: ShelfWish[P]) => `/${ui}${shelfQuery({ ...wish, [part]: value })}`;
  return (
    <div className={styles.facet}>
      <span className={styles.part} id={`shelf-${part}`}>
        {t(`shelf.${part}`)}
      </span>
      <ul className={styles.options} aria-labelledby={`shelf-${part}`}>
        <li>
          <a href={addressOf(EVERYTHING[part])} aria-current={chosen === null ? "true" : undefined}>
            {t("shelf.any")}
          </a>
        </li>
        {options.map(({ value, count }) => (
          <li key={value}>
            <a
              href={addressOf(value as ShelfWish[P])}
              aria-current={isSame(value, chosen) ? "true" : undefined}
            >
              {children(value)} <span className={styles.count}>{format.number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isSame = (value: string | number, chosen: string | number | null): boolean =>
  chosen !== null && String(value).toLowerCase() === String(chosen).toLowerCase();
