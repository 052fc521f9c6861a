import { InlineText } from "@/app/_features/inline-text/inline-text";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";
import { textDirection } from "@/lib/core/text/locale";
import styles from "./article.module.css";
import type { ArticleText } from "./article-text";
import type { ReaderWords } from "./words";

const HEADINGS = ["h2", "h2", "h2", "h3", "h4", "h5", "h6"] as const;

/** The element that a block's kind asks for, with its text. A list item has its element from the list. */
export function BlockContent({
  block,
  text,
  words,
}: {
  readonly block: ReadingBlock;
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  if (block.kind === "missing") return <MissingText block={block} words={words} />;
  const content = <InlineText text={block.text} codes={text.codes} imageWord={<ImageWord words={words} />} />;
  switch (block.kind) {
    case "heading": {
      const Heading = HEADINGS[block.level] ?? "h6";
      return <Heading>{content}</Heading>;
    }
    case "preformatted":
      return <pre>{content}</pre>;
    case "list-item":
      return <div className={styles.item}>{content}</div>;
    case "paragraph":
    case "quote":
      return <p>{content}</p>;
  }
}

/** A word of the interface inside a text of another language. */
export function ImageWord({ words: { t, ui } }: { readonly words: ReaderWords }) {
  return <bdi lang={ui}>{t("article.imageWord")}</bdi>;
}

function MissingText({
  block,
  words: { t, ui },
}: {
  readonly block: ReadingBlock;
  readonly words: ReaderWords;
}) {
  return (
    <p className={styles.missing} lang={ui} dir={textDirection(ui)}>
      {t(block.segment.review ? "paragraph.leftOut" : "paragraph.missing")}
    </p>
  );
}
