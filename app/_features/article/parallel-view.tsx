import { InlineText } from "@/app/_features/inline-text/inline-text";
import { type ParallelRow, parallelRows } from "@/lib/core/publication/parallel-rows";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";
import { textDirection } from "@/lib/core/text/locale";
import { ArticleBar } from "./article-bar";
import { ArticleOrigin } from "./article-origin";
import { type ArticleText, type ArticleVersion, articleText, titledBlocks } from "./article-text";
import { ParallelCell } from "./parallel-cell";
import styles from "./parallel-view.module.css";
import { ReviewMarkShapes } from "./review-mark";
import { Stretches } from "./stretches";
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
      <ArticleBar article={article} beside={beside.locale} words={words} />
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
        <Heads texts={[first, second]} words={words} />
        <Stretches
          parts={rows.map((row) => (
            <Row key={keyOf(row)} row={row} first={first} second={second} title={title} words={words} />
          ))}
        />
      </div>
    </>
  );
}

function Heads({
  texts,
  words: { t },
}: {
  readonly texts: readonly ArticleText[];
  readonly words: ReaderWords;
}) {
  return (
    <div className={styles.heads}>
      {texts.map((text) => (
        <p key={text.locale} className={styles.language} dir={textDirection(text.locale)}>
          <bdi lang={text.locale}>{ownName(text.locale)}</bdi>
          {text.isSource && ` · ${t("article.isOriginal")}`}
        </p>
      ))}
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
  const others = first.otherLocales.filter((locale) => locale !== second.locale);
  return (
    <div className={styles.row} id={id} data-place={id ? "" : undefined}>
      {further.map((each) => (
        <span key={each} id={each} className={styles.furtherPlace} />
      ))}
      <ParallelCell blocks={row.first} text={first} title={title} place={id} words={words} />
      <ParallelCell
        blocks={row.second}
        text={second}
        title={null}
        place={id}
        instead={{ besideLocale: first.locale, locales: others }}
        words={words}
      />
    </div>
  );
}

const keyOf = (row: ParallelRow): string =>
  row.ids[0] ?? `${row.first[0] ? "first" : "second"} ${(row.first[0] ?? row.second[0])?.segment.anchor}`;
