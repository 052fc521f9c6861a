/** Blocks of an edition as Markdown's. */
import type { BlockContent, Blockquote, Heading, ListItem, PhrasingContent } from "mdast";
import { type BlockList, groupBlocks } from "../publication/block-groups";
import { type EditionSide, type EditionWords, isUnchecked } from "../publication/edition";
import type { ReadingBlock } from "../publication/reading-blocks";
import { inlineTree, preformattedText } from "./inline-tree";
import type { MarkdownNotes } from "./markdown-notes";
import { markdownPhrases } from "./markdown-phrases";

interface Shared {
  readonly side: EditionSide;
  readonly words: EditionWords;
  readonly notes: MarkdownNotes;
}

/** The blocks of one side, lists and quotations put together. What nobody has checked leads to a note that says so. */
export function markdownBlocks(blocks: readonly ReadingBlock[], shared: Shared): BlockContent[] {
  return groupBlocks(blocks).flatMap((group): BlockContent[] => {
    if (group.kind === "list") return listsOf(group.list, shared);
    if (group.kind === "quote") {
      const quote: Blockquote = {
        type: "blockquote",
        children: group.blocks.map((block) => paragraph(phrases(block, shared))),
      };
      return [quote];
    }
    return singleBlock(group.block, shared);
  });
}

/** The title as a heading of the first level. */
export const markdownTitle = ({ title, codes }: EditionSide): Heading => ({
  type: "heading",
  depth: 1,
  children: markdownPhrases(inlineTree(title, "heading", codes), true),
});

const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: "paragraph", children });

/** Markdown counts in figures and upwards: of numbers that fall each begins a list. */
const listsOf = (list: BlockList, shared: Shared): BlockContent[] =>
  list.isReversed && list.start !== null
    ? list.items.map((item) => listOf(item.block.ordinal ?? null, [item], shared))
    : [listOf(list.start, list.items, shared)];

function listOf(start: number | null, items: BlockList["items"], shared: Shared): BlockContent {
  return {
    type: "list",
    ordered: start !== null,
    start,
    spread: false,
    children: items.map(
      ({ block, lists }): ListItem => ({
        type: "listItem",
        spread: false,
        children: [paragraph(phrases(block, shared)), ...lists.flatMap((list) => listsOf(list, shared))],
      }),
    ),
  };
}

function singleBlock(block: ReadingBlock, shared: Shared): BlockContent[] {
  const { side, words } = shared;
  switch (block.kind) {
    case "missing":
      return [
        paragraph([
          { type: "emphasis", children: [{ type: "text", value: words.missingOf(block.segment) }] },
        ]),
      ];
    case "heading": {
      const depth = Math.min(6, Math.max(2, block.level)) as Heading["depth"];
      return [{ type: "heading", depth, children: phrases(block, shared) }];
    }
    case "preformatted": {
      const note = noteOf(block, shared);
      return [
        { type: "code", value: preformattedText(block.text, side.codes) },
        ...(note.length > 0 ? [paragraph(note)] : []),
      ];
    }
    case "list-item":
    case "paragraph":
    case "quote":
      return [paragraph(phrases(block, shared))];
  }
}

function phrases(block: ReadingBlock, shared: Shared): PhrasingContent[] {
  const kind = block.kind === "missing" ? "paragraph" : block.kind;
  const nodes = inlineTree(block.text, kind, shared.side.codes);
  return [...markdownPhrases(nodes, kind === "heading"), ...noteOf(block, shared)];
}

const noteOf = (block: ReadingBlock, { side, words, notes }: Shared): PhrasingContent[] =>
  block.closesSegment && isUnchecked(side, block) ? [notes.refer(words.reviewOf(block.segment))] : [];
