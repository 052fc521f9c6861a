import type { ReactNode } from "react";
import { type BlockGroup, groupBlocks } from "@/lib/core/publication/block-groups";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";
import styles from "./article.module.css";
import type { ArticleText } from "./article-text";
import { BlockContent } from "./block-content";
import { List } from "./list";
import { ParagraphNotes } from "./paragraph-notes";
import { Stretches } from "./stretches";
import type { ReaderWords } from "./words";

interface Shared {
  readonly text: ArticleText;
  readonly words: ReaderWords;
}

/** The paragraphs of an article, lists and quotations put together, each with its fragment, mark and notes. */
export function ArticleBlocks({ blocks, ...shared }: Shared & { readonly blocks: readonly ReadingBlock[] }) {
  const groups = groupBlocks(blocks).map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
    <Group key={index} group={group} {...shared} />
  ));
  return <Stretches parts={groups} />;
}

function Group({ group, ...shared }: Shared & { readonly group: BlockGroup }) {
  switch (group.kind) {
    case "list":
      return (
        <List
          list={group.list}
          className={styles.list}
          itemOf={(block) => <Block block={block} {...shared} />}
        />
      );
    case "quote":
      return (
        <blockquote className={styles.quote}>
          {group.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
            <Block key={index} block={block} {...shared} />
          ))}
        </blockquote>
      );
    case "single":
      return <Block block={group.block} {...shared} />;
  }
}

/** One block. `children` stand for the text where it is not shown as its kind asks for: the title. */
export function Block({
  block,
  text,
  words,
  children,
}: Shared & { readonly block: ReadingBlock; readonly children?: ReactNode }) {
  const [id, ...further] = block.ids;
  const isOpen = !text.isSource && !block.segment.review;
  return (
    <div
      className={styles.block}
      id={id}
      data-place={id ? "" : undefined}
      data-open={isOpen ? "" : undefined}
    >
      {further.map((each) => (
        <span key={each} id={each} className={styles.furtherPlace} />
      ))}
      {children ?? <BlockContent block={block} text={text} words={words} />}
      {block.closesSegment && <ParagraphNotes block={block} text={text} words={words} />}
    </div>
  );
}
