import { InlineText } from "@/app/_features/inline-text/inline-text";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";
import { textDirection } from "@/lib/core/text/locale";
import { articleAddress, parallelAddress, reportAddress } from "./addresses";
import type { ArticleText } from "./article-text";
import { ImageWord } from "./block-content";
import styles from "./paragraph-notes.module.css";
import { ReviewMark } from "./review-mark";
import { humanWord, reviewWord } from "./review-word";
import { ownName, type ReaderWords } from "./words";

/**
 * What belongs to a paragraph besides its text: a mark in the margin that opens its original,
 * and the ways to the same paragraph in other languages. All of it works without script.
 */
export function ParagraphNotes({
  block,
  text,
  words,
}: {
  readonly block: ReadingBlock;
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  return (
    <>
      <details className={styles.notes} lang={words.ui}>
        {text.isSource ? <SourceSummary words={words} /> : <ReviewSummary block={block} words={words} />}
        {!text.isSource && <Original block={block} text={text} words={words} />}
      </details>
      <OtherLanguages block={block} text={text} words={words} />
    </>
  );
}

function SourceSummary({ words: { t } }: { readonly words: ReaderWords }) {
  return (
    <summary className={styles.summary} data-kind="source" title={t("paragraph.otherLanguages")}>
      <ReviewMark kind="source" />
      <VisuallyHidden>{t("paragraph.otherLanguages")}</VisuallyHidden>
    </summary>
  );
}

function ReviewSummary({ block, words }: { readonly block: ReadingBlock; readonly words: ReaderWords }) {
  const said = reviewWord(block.segment, words);
  return (
    <summary className={styles.summary} title={said}>
      <ReviewMark kind={block.segment.review ? "approved" : "open"} />
      <span className={styles.word} dir={textDirection(words.ui)}>
        {said}
      </span>
      <VisuallyHidden>, {words.t("paragraph.original")}</VisuallyHidden>
    </summary>
  );
}

function Original({
  block,
  text,
  words,
}: {
  readonly block: ReadingBlock;
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  const { sources } = block.segment;
  const { snapshot, sourceCodes } = text;
  return (
    <div className={styles.panel} dir={textDirection(words.ui)}>
      <p className={styles.said}>
        {reviewWord(block.segment, words)}. {humanWord(block.segment, words)}
      </p>
      {sources.length === 0 && <p>{words.t("paragraph.noSource")}</p>}
      {sources.map((paragraph) => (
        <p
          key={paragraph.number}
          className={styles.original}
          data-kind={paragraph.kind}
          lang={snapshot.sourceLocale}
          dir={textDirection(snapshot.sourceLocale)}
        >
          <InlineText text={paragraph.text} codes={sourceCodes} imageWord={<ImageWord words={words} />} />
        </p>
      ))}
      {!text.isEarlier && (
        <p className={styles.report}>
          <a href={reportAddress(words.ui, snapshot.slug, text.locale, block.segment.anchor)} rel="nofollow">
            {words.t("paragraph.report")}
          </a>
        </p>
      )}
    </div>
  );
}

function OtherLanguages({
  block,
  text,
  words,
}: {
  readonly block: ReadingBlock;
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  const anchor = block.segment.sources.length > 0 ? (block.ids[0] ?? block.segment.anchor) : null;
  if (anchor === null || text.otherLocales.length === 0) return null;
  return (
    <ul className={styles.ways}>
      {text.otherLocales.map((locale) => (
        <li key={locale} lang={words.ui}>
          <a href={articleAddress(words.ui, text.snapshot.slug, locale, anchor)} hrefLang={locale}>
            <span lang={locale}>{ownName(locale)}</span>
            <VisuallyHidden>, {words.t("paragraph.samePlace")}</VisuallyHidden>
          </a>
        </li>
      ))}
      <li lang={words.ui}>
        <a href={parallelAddress(words.ui, text.snapshot.slug, text.locale, undefined, anchor)}>
          {words.t("article.sideBySide")}
          <VisuallyHidden>, {words.t("paragraph.samePlace")}</VisuallyHidden>
        </a>
      </li>
    </ul>
  );
}
