import type { ReactNode } from "react";
import type { BlockList } from "@/lib/core/publication/block-groups";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";

/** A list with the lists inside it, numbered as the text is. */
export function List({
  list,
  className,
  itemOf,
}: {
  readonly list: BlockList;
  readonly className?: string | undefined;
  readonly itemOf: (block: ReadingBlock) => ReactNode;
}) {
  const items = list.items.map(({ block, lists }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
    <li key={index}>
      {itemOf(block)}
      {lists.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
        <List key={at} list={each} className={className} itemOf={itemOf} />
      ))}
    </li>
  ));
  if (list.start === null) return <ul className={className}>{items}</ul>;
  return (
    <ol className={className} start={list.start === 1 ? undefined : list.start}>
      {items}
    </ol>
  );
}
