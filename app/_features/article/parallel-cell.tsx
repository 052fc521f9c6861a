import { InlineText } from "@/app/_features/inline-text/inline-text";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import { type BlockGroup, groupBlocks } from "@/lib/core/publication/block-groups";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";
import { textDirection } from "@/lib/core/text/locale";
import { articleAddress, parallelAddress } from "./addresses";
import type { ArticleText } from "./article-text";
import { BlockContent } from "./block-content";
import { List } from "./list";
import styles from "./parallel-view.module.css";
import { ReviewMark } from "./review-mark";
import { reviewWord } from "./review-word";
import { ownName, type ReaderWords } from "./words";

interface Cell {
  readonly blocks: readonly ReadingBlock[];
  readonly text: ArticleText;
  /** Shown as the heading of the page where it stands among the blocks. */
  readonly title: ReadingBlock | null;
  /** Languages that can stand in this one's place beside `besideLocale`. */
  readonly instead?: { readonly besideLocale: string; readonly locales: readonly string[] };
  readonly words: ReaderWords;
}

/** One language of a row: its paragraphs, their state of review, and the way to the article at this place. */
export function ParallelCell({ place, ...cell }: Cell & { readonly place: string | undefined }) {
  const { blocks, text, words } = cell;
  const { locale } = text;
  return (
    <div className={styles.cell} id={place && `${place}-${locale}`} dir={textDirection(locale)}>
      <div className={styles.label} lang={words.ui}>
        <Ways {...cell} place={place} />
        {!text.isSource && blocks.length > 0 && (
          <span className={styles.reviews}>
            <Reviews {...cell} />
          </span>
        )}
      </div>
      {blocks.length === 0 ? (
        <p className={styles.none} lang={words.ui} dir={textDirection(words.ui)}>
          {words.t("parallel.noCounterpart", { language: words.format.languageName(locale) })}
        </p>
      ) : (
        <div lang={locale}>
          <Content {...cell} />
        </div>
      )}
    </div>
  );
}

/** From this paragraph to the article in this language, and to the languages that could stand here instead. */
function Ways({ place, text, instead, words }: Cell & { readonly place: string | undefined }) {
  const { ui, t } = words;
  const { slug } = text.snapshot;
  return (
    <ul className={styles.places} dir={textDirection(ui)}>
      <li>
        <a href={articleAddress(ui, slug, text.locale, place)} hrefLang={text.locale}>
          <bdi lang={text.locale}>{ownName(text.locale)}</bdi>
          <VisuallyHidden>, {t("paragraph.samePlace")}</VisuallyHidden>
        </a>
      </li>
      {instead?.locales.map((locale) => (
        <li key={locale}>
          <a href={parallelAddress(ui, slug, instead.besideLocale, locale, place)} hrefLang={locale}>
            <span aria-hidden="true">⇄ </span>
            <bdi lang={locale}>{ownName(locale)}</bdi>
            <VisuallyHidden>, {t("parallel.instead")}</VisuallyHidden>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One mark per segment of the cell: a row of two languages may hold several. */
function Reviews({ blocks, words }: Cell) {
  return blocks
    .filter((block) => block.closesSegment)
    .map((block) => (
      <span key={block.segment.anchor} className={styles.review} title={reviewWord(block.segment, words)}>
        <ReviewMark kind={block.segment.review ? "approved" : "open"} />
        <span className={styles.word}>{reviewWord(block.segment, words)}</span>
      </span>
    ));
}

function Content({ blocks, ...shared }: Cell) {
  return groupBlocks(blocks).map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
    <Group key={index} group={group} {...shared} />
  ));
}

function Group({ group, text, title, words }: Omit<Cell, "blocks"> & { readonly group: BlockGroup }) {
  switch (group.kind) {
    case "list":
      return (
        <List
          list={group.list}
          level={group.list.items[0]?.block.level}
          itemOf={(block) => <BlockContent block={block} text={text} words={words} />}
        />
      );
    case "quote":
      return (
        <blockquote>
          {group.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
            <BlockContent key={index} block={block} text={text} words={words} />
          ))}
        </blockquote>
      );
    case "single":
      if (group.block !== title) return <BlockContent block={group.block} text={text} words={words} />;
      return (
        <h1>
          <InlineText text={group.block.text} codes={text.codes} />
        </h1>
      );
  }
}
