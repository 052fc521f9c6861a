/** A snapshot as one reads it: the paragraphs of one language in order, with the fragments that lead to them. */
import { type ListNumber, listNumber, type Paragraph, type ParagraphKind } from "../document/paragraph";
import type { PublicationSnapshot, PublishedSegment } from "./snapshot";

export interface ReadingBlock extends ListNumber {
  /** "missing": the segment has no text in this language. */
  readonly kind: ParagraphKind | "missing";
  /** Heading 2..6 (1 is the title), list depth from 1 without a step left out; 0 for everything else. */
  readonly level: number;
  /** With the markers of inline codes; empty for "missing". */
  readonly text: string;
  /** Fragments that lead here, the block's own first: "p-8" and, where a bead joins, "p-9". May be empty inside a segment. */
  readonly ids: readonly string[];
  readonly segment: PublishedSegment;
  /** The last block of its segment: the place for what is to be said about the segment. */
  readonly closesSegment: boolean;
}

/** An article's paragraphs with its title taken out of them, so that it is shown once. */
export interface TitledBlocks {
  /** What stands above the title, such as a kicker. */
  readonly above: readonly ReadingBlock[];
  /** The block that repeats the title; null where the text does not. */
  readonly title: ReadingBlock | null;
  readonly rest: readonly ReadingBlock[];
}

/** Fragments of a segment: its anchor, and one for each further source paragraph that it joins. */
export function anchorsOfSegment(segment: PublishedSegment): readonly string[] {
  return [segment.anchor, ...segment.sources.slice(1).map(({ number }) => `p-${number}`)];
}

/**
 * As many paragraphs as in the original: each stands for its own, so that joining rows moves
 * none of their addresses.
 */
const isPaired = ({ sources, target }: PublishedSegment): boolean => sources.length === target.length;

/** The fragment that leads to a target paragraph, 0-based in its segment, or as near to it as one can get. */
export const anchorOfTarget = (segment: PublishedSegment, index: number): string =>
  (isPaired(segment) ? anchorsOfSegment(segment)[index] : undefined) ?? segment.anchor;

/** The translation: one block per target paragraph, and "missing" where a source paragraph has none. */
export function targetBlocks(segments: readonly PublishedSegment[]): readonly ReadingBlock[] {
  let unsourced = 0;
  return withHeadingLevels(
    segments.flatMap((segment) => {
      const ids = anchorsOfSegment(segment);
      if (segment.sources.length > 0) return targetBlocksOf(segment, ids);
      // as such places were called once: links to them are about
      unsourced += 1;
      return targetBlocksOf(segment, [...new Set([...ids, `t-${unsourced}`])]);
    }),
  );
}

function targetBlocksOf(segment: PublishedSegment, ids: readonly string[]): ReadingBlock[] {
  if (segment.target.length === 0) {
    const isEmpty = segment.sources.length === 0;
    return isEmpty ? [] : [{ kind: "missing", level: 0, text: "", ids, segment, closesSegment: true }];
  }
  const last = segment.target.length - 1;
  return segment.target.map((paragraph, index) => ({
    ...contentOf(paragraph),
    ids: isPaired(segment) ? ids.slice(index, index + 1) : index === 0 ? ids : [],
    segment,
    closesSegment: index === last,
  }));
}

/** The original: one block per source paragraph, each with its own fragment. */
export function sourceBlocks(segments: readonly PublishedSegment[]): readonly ReadingBlock[] {
  const blocks = segments.flatMap((segment) =>
    segment.sources.map((paragraph) => ({
      ...contentOf(paragraph),
      ids: [`p-${paragraph.number}`],
      segment,
      closesSegment: true,
    })),
  );
  return withHeadingLevels(blocks);
}

/** The blocks of a snapshot in one of its two languages. */
export function blocksIn(snapshot: PublicationSnapshot, isSource: boolean): readonly ReadingBlock[] {
  return isSource ? sourceBlocks(snapshot.segments) : targetBlocks(snapshot.segments);
}

const contentOf = ({
  kind,
  level,
  ordinal,
  numberStyle,
  text,
}: Paragraph): Pick<ReadingBlock, "kind" | "level" | "text"> & ListNumber => ({
  kind,
  level: kind === "list-item" ? Math.max(1, level) : level,
  ...listNumber(ordinal, numberStyle),
  text,
});

/**
 * Headings below the title: the highest of the text becomes 2, and none is more than one
 * below the heading before it, whatever levels the file had.
 */
function withHeadingLevels(blocks: readonly ReadingBlock[]): readonly ReadingBlock[] {
  const levels = blocks.filter(({ kind }) => kind === "heading").map(({ level }) => level);
  const shift = 2 - Math.min(...levels);
  let before = 1;
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    before = Math.min(block.level + shift, before + 1, 6);
    return { ...block, level: before };
  });
}

/** How far down a title may stand: below a kicker and a line of the author, not in the middle of the text. */
const TITLE_WITHIN = 3;

/** A heading that is too long for a title is cut for it, with "…" at its end, and never before this many UTF-16 units. */
const SHORTENED_FROM = 60;

/** Whether a title is this text, or the beginning of it. */
function isTitleOf(title: string, text: string): boolean {
  if (title === text) return true;
  const stem = title.endsWith("…") ? title.slice(0, -1).trimEnd() : "";
  return stem.length >= SHORTENED_FROM && text.startsWith(stem);
}

/**
 * Takes the title out of the blocks: the first heading, or the very first block, if it says the same as `title`, which
 * may be the shortened beginning of it. `plain` gives a block's text without codes.
 */
export function withoutTitle(
  blocks: readonly ReadingBlock[],
  title: string,
  plain: (text: string) => string,
): TitledBlocks {
  const heading = blocks.findIndex(({ kind }) => kind === "heading");
  const wanted = comparable(title);
  const at = [0, heading].find((index) => {
    const block = blocks[index];
    return (
      index < TITLE_WITHIN && block && block.text !== "" && isTitleOf(wanted, comparable(plain(block.text)))
    );
  });
  const found = at === undefined ? null : (blocks[at] ?? null);
  if (at === undefined || !found) return { above: [], title: null, rest: blocks };
  return {
    above: blocks.slice(0, at),
    title: found,
    rest: withHeadingLevels(blocks.slice(at + 1)),
  };
}

const comparable = (text: string): string => text.replace(/\s+/gu, " ").trim().toLowerCase();
