import type { ReactNode } from "react";
import type { BlockList } from "@/lib/core/publication/block-groups";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";

/** A list with the lists inside it, numbered as the text is. */
export function List({
  list,
  className,
  level,
  itemOf,
}: {
  readonly list: BlockList;
  readonly className?: string | undefined;
  /** How deep it stands, where what it stands in is not there. */
  readonly level?: number | undefined;
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
  const shared = { className, "data-level": level && Math.min(level, 3) };
  if (list.start === null) return <ul {...shared}>{items}</ul>;
  return (
    <ol
      {...shared}
      start={list.start === 1 ? undefined : list.start}
      data-digits={digitsOf(list, list.start)}
    >
      {items}
    </ol>
  );
}

/** How much room the numbers need beside the items; nothing where one digit is enough. */
function digitsOf({ items }: BlockList, start: number): number | undefined {
  const digits = String(start + items.length - 1).length;
  return digits > 1 ? Math.min(digits, 5) : undefined;
}
