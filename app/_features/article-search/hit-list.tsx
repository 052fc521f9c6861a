import { articleAddress } from "@/app/_features/article/addresses";
import { ownName, type ReaderWords } from "@/app/_features/article/words";
import type { HitPiece } from "@/lib/core/publication/search-hit";
import { textDirection } from "@/lib/core/text/locale";
import styles from "./article-search.module.css";
import { type SearchPlace, searchAddress } from "./search-address";

interface HitEntry {
  readonly locale: string;
  readonly anchor: string;
  readonly pieces: readonly HitPiece[];
}

export interface FoundEntry {
  readonly slug: string;
  readonly title: string;
  /** Of the title. */
  readonly locale: string;
  readonly hits: readonly HitEntry[];
  readonly hitCount: number;
}

/** Found paragraphs under the titles of their articles, each a link to its place; where there are more, a link to all. */
export function HitList({
  articles,
  place,
  words,
}: {
  readonly articles: readonly FoundEntry[];
  readonly place: SearchPlace;
  readonly words: ReaderWords;
}) {
  const { ui, t } = words;
  return (
    <ol className={styles.articles}>
      {articles.map(({ slug, title, locale, hits, hitCount }) => (
        <li key={slug} className={styles.article}>
          <h2 id={`in-${slug}`} className={styles.title}>
            <a
              href={articleAddress(ui, slug, locale, hits[0]?.anchor)}
              hrefLang={locale}
              lang={locale}
              dir={textDirection(locale)}
            >
              {title}
            </a>{" "}
            <Language locale={locale} />
          </h2>
          <ul className={styles.hits}>
            {hits.map((hit, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph of several parts can be found more than once
              <li key={index}>
                {hit.locale !== locale && <Language locale={hit.locale} />}
                <Excerpt hit={hit} address={articleAddress(ui, slug, hit.locale, hit.anchor)} />
              </li>
            ))}
          </ul>
          {place.slug === null && hitCount > hits.length && (
            <p className={styles.rest}>
              <a href={searchAddress(ui, { ...place, slug, page: 1 })} aria-describedby={`in-${slug}`}>
                {t("search.rest", { count: hitCount - hits.length })}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

const Language = ({ locale }: { readonly locale: string }) => (
  <bdi className={styles.language} lang={locale}>
    {ownName(locale)}
  </bdi>
);

const Excerpt = ({ hit, address }: { readonly hit: HitEntry; readonly address: string }) => (
  <p className={styles.excerpt} lang={hit.locale} dir={textDirection(hit.locale)}>
    <a href={address} hrefLang={hit.locale}>
      {hit.pieces.map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one excerpt have no other name
        piece.isHit ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </a>
  </p>
);
