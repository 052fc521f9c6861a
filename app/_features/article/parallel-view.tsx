import { InlineText } from "@/app/_features/inline-text/inline-text";
import { type ParallelRow, parallelRows } from "@/lib/core/publication/parallel-rows";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";
import { textDirection } from "@/lib/core/text/locale";
import { parallelAddress } from "./addresses";
import { ArticleBar } from "./article-bar";
import { ArticleOrigin } from "./article-origin";
import { type ArticleText, type ArticleVersion, articleText, titledBlocks } from "./article-text";
import { ParallelCell } from "./parallel-cell";
import styles from "./parallel-view.module.css";
import { ReviewMarkShapes } from "./review-mark";
import { ownName, type ReaderWords } from "./words";

/** Two languages of an article, paragraph beside paragraph: a function of their snapshots. */
export function ParallelView({
  article,
  beside,
  words,
}: {
  readonly article: ArticleVersion;
  readonly beside: ArticleVersion;
  readonly words: ReaderWords;
}) {
  const first = articleText(article);
  const second = articleText(beside);
  const rows = parallelRows(first, second);
  const title = titledBlocks(first).title;
  return (
    <>
      <ReviewMarkShapes />
      <ArticleBar article={article} view="parallel" words={words} />
      <div className={styles.page}>
        {!title && (
          <h1 className={styles.title} lang={first.locale} dir={textDirection(first.locale)}>
            <InlineText
              text={first.isSource ? first.snapshot.sourceTitle : first.snapshot.targetTitle}
              codes={first.codes}
            />
          </h1>
        )}
        <div className={styles.origins}>
          {[first, second].map((text) => (
            <ArticleOrigin key={text.locale} text={text} words={words} marksOpen={false} />
          ))}
        </div>
        <Heads first={first} second={second} words={words} />
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} first={first} second={second} title={title} words={words} />
        ))}
      </div>
    </>
  );
}

function Heads({
  first,
  second,
  words: { ui, t },
}: {
  readonly first: ArticleText;
  readonly second: ArticleText;
  readonly words: ReaderWords;
}) {
  const { slug } = first.snapshot;
  const further = first.otherLocales.filter((locale) => locale !== second.locale);
  return (
    <div className={styles.heads}>
      {[first, second].map((text) => (
        <p key={text.locale} className={styles.language}>
          <span lang={text.locale}>{ownName(text.locale)}</span>
          {text.isSource && ` · ${t("article.isOriginal")}`}
        </p>
      ))}
      <p className={styles.ways}>
        <a href={parallelAddress(ui, slug, second.locale, first.locale)} data-keep="">
          {t("parallel.swap")}
        </a>
        {further.length > 0 && <span>{t("parallel.beside")}</span>}
        {further.map((locale) => (
          <a
            key={locale}
            href={parallelAddress(ui, slug, first.locale, locale)}
            hrefLang={locale}
            data-keep=""
          >
            <span lang={locale}>{ownName(locale)}</span>
          </a>
        ))}
      </p>
    </div>
  );
}

function Row({
  row,
  first,
  second,
  title,
  words,
}: {
  readonly row: ParallelRow;
  readonly first: ArticleText;
  readonly second: ArticleText;
  readonly title: ReadingBlock | null;
  readonly words: ReaderWords;
}) {
  const [id, ...further] = row.ids;
  return (
    <div className={styles.row} id={id} data-place={id ? "" : undefined}>
      {further.map((each) => (
        <span key={each} id={each} className={styles.furtherPlace} />
      ))}
      <ParallelCell blocks={row.first} text={first} title={title} place={id} words={words} />
      <ParallelCell blocks={row.second} text={second} title={null} place={id} words={words} />
    </div>
  );
}

const keyOf = (row: ParallelRow): string =>
  row.ids[0] ?? `${row.first[0] ? "first" : "second"} ${(row.first[0] ?? row.second[0])?.segment.anchor}`;
