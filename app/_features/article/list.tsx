import type { ReactNode } from "react";
import { numberLabel, TYPES_OF_STYLES } from "@/lib/core/document/number-style";
import type { BlockList } from "@/lib/core/publication/block-groups";
import type { ReadingBlock } from "@/lib/core/publication/reading-blocks";

/** A list with the lists inside it, numbered as the text is and in its letters or numerals. */
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
      start={list.start === 1 && !list.isReversed ? undefined : list.start}
      type={list.numberStyle ? TYPES_OF_STYLES[list.numberStyle] : undefined}
      reversed={list.isReversed || undefined}
      data-digits={digitsOf(list)}
    >
      {items}
    </ol>
  );
}

/** How much room the numbers need beside the items, in figures; nothing where that of one is enough. */
function digitsOf({ items, numberStyle }: BlockList): number | undefined {
  const widths = items.map(({ block }) => widthOf(numberLabel(block.ordinal ?? 0, numberStyle ?? undefined)));
  const digits = Math.ceil(Math.max(...widths));
  return digits > 1 ? Math.min(digits, 5) : undefined;
}

const widthOf = (label: string): number =>
  [...label].reduce((width, sign) => width + (WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? 1), 0);

/** Of letters in figures; the rest are as wide as these. */
const WIDTHS = [
  [/[ilj]/, 0.55],
  [/I/, 0.7],
  [/[mMW]/, 1.7],
  [/[A-Zw]/, 1.4],
] as const;
