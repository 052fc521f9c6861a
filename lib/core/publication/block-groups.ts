/** Blocks put together as they are shown: lists with their nested lists, and quotations. */
import type { NumberStyle } from "../document/number-style";
import type { ReadingBlock } from "./reading-blocks";

/** Items of which each follows on the one before: of a numbered list, the numbers rise by one from `start`, or fall. */
export interface BlockList {
  /** The number of the first item; null: the items have none. */
  readonly start: number | null;
  /** The numbers fall by one from item to item. */
  readonly isReversed: boolean;
  /** How the numbers are written; null: in figures. */
  readonly numberStyle: NumberStyle | null;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly block: ReadingBlock;
  /** Lists inside the item. */
  readonly lists: readonly BlockList[];
}

/** Blocks that are shown together: a list with its nested lists, a quotation, or one block. */
export type BlockGroup =
  | { readonly kind: "list"; readonly list: BlockList }
  | { readonly kind: "quote"; readonly blocks: readonly ReadingBlock[] }
  | { readonly kind: "single"; readonly block: ReadingBlock };

/**
 * Joins neighbouring list items into lists, nested by their depth, and neighbouring quotations into
 * one. Where a number does not follow on the one before, or is written otherwise, or numbers begin or
 * end, another list begins.
 */
export function groupBlocks(blocks: readonly ReadingBlock[]): readonly BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (let at = 0; at < blocks.length; ) {
    const { run, kind } = runAt(blocks, at);
    at += run.length;
    if (kind === "list-item") {
      groups.push(...listsOf(nestItems(run)).map((list) => ({ kind: "list" as const, list })));
    } else if (kind === "quote") groups.push({ kind: "quote", blocks: run });
    else groups.push(...run.map((block) => ({ kind: "single" as const, block })));
  }
  return groups;
}

function runAt(blocks: readonly ReadingBlock[], from: number) {
  const kind = blocks[from]?.kind ?? "paragraph";
  let to = from + 1;
  while (blocks[to]?.kind === kind) to++;
  return { kind, run: blocks.slice(from, to) };
}

/** Nested no deeper than this: further down an indent means nothing on a telephone. */
const DEEPEST_LIST = 4;

interface NestedItem {
  readonly block: ReadingBlock;
  readonly children: NestedItem[];
}

function nestItems(run: readonly ReadingBlock[]): readonly NestedItem[] {
  const root: NestedItem[] = [];
  const path: NestedItem[] = [];
  for (const block of run) {
    while (path.length > 0 && (path.at(-1)?.block.level ?? 0) >= block.level) path.pop();
    if (path.length >= DEEPEST_LIST) path.length = DEEPEST_LIST - 1;
    const item: NestedItem = { block, children: [] };
    (path.at(-1)?.children ?? root).push(item);
    path.push(item);
  }
  return root;
}

function listsOf(items: readonly NestedItem[]): readonly BlockList[] {
  const lists: BlockList[] = [];
  for (let at = 0; at < items.length; ) {
    const from = at;
    const isReversed = fallsAt(items, from);
    do at++;
    while (follows(items[at - 1], items[at], isReversed ? -1 : 1));
    lists.push(listOf(items.slice(from, at), isReversed));
  }
  return lists;
}

function listOf(items: readonly NestedItem[], isReversed: boolean): BlockList {
  const first = items[0]?.block;
  return {
    start: first?.ordinal ?? null,
    isReversed,
    numberStyle: first?.numberStyle ?? null,
    items: items.map(({ block, children }) => ({ block, lists: listsOf(children) })),
  };
}

/** Does a list begin here whose numbers fall? A smaller number from which they rise again begins a list itself. */
const fallsAt = (items: readonly NestedItem[], at: number): boolean =>
  items[at]?.block.ordinal !== undefined &&
  follows(items[at], items[at + 1], -1) &&
  !follows(items[at + 1], items[at + 2], 1);

function follows(before: NestedItem | undefined, item: NestedItem | undefined, step: 1 | -1): boolean {
  if (!before || !item || before.block.numberStyle !== item.block.numberStyle) return false;
  const { ordinal } = before.block;
  return item.block.ordinal === (ordinal === undefined ? undefined : ordinal + step);
}
