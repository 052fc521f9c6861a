import { articleAddress } from "@/app/_features/article/addresses";
import { ownName, type ReaderWords } from "@/app/_features/article/words";
import type { HitPiece } from "@/lib/core/publication/search-hit";
import { textDirection } from "@/lib/core/text/locale";
import styles from "./article-search.module.css";

export interface HitEntry {
  readonly slug: string;
  readonly title: string;
  readonly locale: string;
  readonly anchor: string;
  readonly pieces: readonly HitPiece[];
}

/** Found paragraphs, each a link to its place in its article. */
export function HitList({
  hits,
  words: { ui },
}: {
  readonly hits: readonly HitEntry[];
  readonly words: ReaderWords;
}) {
  return (
    <ol className={styles.hits}>
      {hits.map((hit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph of several parts can be found more than once
        <li key={index} className={styles.hit}>
          <a
            className={styles.place}
            href={articleAddress(ui, hit.slug, hit.locale, hit.anchor)}
            hrefLang={hit.locale}
          >
            <span lang={hit.locale} dir={textDirection(hit.locale)}>
              {hit.title}
            </span>{" "}
            <bdi className={styles.language} lang={hit.locale}>
              {ownName(hit.locale)}
            </bdi>
          </a>
          <p className={styles.excerpt} lang={hit.locale} dir={textDirection(hit.locale)}>
            {hit.pieces.map((piece, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one excerpt have no other name
              piece.isHit ? <mark key={at}>{piece.text}</mark> : piece.text,
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
