/** An article to be taken away, in one language or in two: what every file that can be downloaded is made from. */
import { type InlineCodeTable, inlineCodeTable, parseInline, plainText } from "../text/inline";
import { parallelRows } from "./parallel-rows";
import { blocksIn, type ReadingBlock, withoutTitle } from "./reading-blocks";
import type { PublicationSnapshot, PublishedSegment } from "./snapshot";

/** One language of a snapshot. */
export interface EditionSource {
  readonly snapshot: PublicationSnapshot;
  /** The snapshot's target locale or its source locale. */
  readonly locale: string;
}

export interface EditionSide extends EditionSource {
  readonly isSource: boolean;
  /** With the markers of inline codes. */
  readonly title: string;
  readonly plainTitle: string;
  readonly codes: InlineCodeTable;
}

export interface EditionRow {
  /** Fragments that lead to the row; none where each block has its own. */
  readonly ids: readonly string[];
  /** One list of blocks for each side, in the order of the sides; one of two may be empty. */
  readonly cells: readonly (readonly ReadingBlock[])[];
}

export interface Edition {
  readonly sides: readonly [EditionSide] | readonly [EditionSide, EditionSide];
  /** Without the titles. One row for a single language, else one for each pair of paragraphs. */
  readonly rows: readonly EditionRow[];
}

/** What an edition says in words of its own. Whoever makes it speaks the language. */
export interface EditionWords {
  /** Language of these words. */
  readonly locale: string;
  /** Who approved the segment when, or that nobody did. */
  reviewOf(segment: PublishedSegment): string;
  /** In place of a paragraph that the language lacks. */
  missingOf(segment: PublishedSegment): string;
  /** Stands before the description of an image. */
  readonly image: string;
  /** How the text came about, one paragraph each. */
  readonly about: readonly string[];
  /** Heads the table of contents. */
  readonly contents: string;
  /** What somebody who cannot see or hear may expect of a book. */
  readonly accessibility: string;
}

/**
 * The blocks of one or two languages, their titles taken out of them. Two are laid together
 * as in the parallel view: what comes from the same source paragraphs shares a row.
 */
export function editionOf(first: EditionSource, second: EditionSource | null): Edition {
  const side = sideOf(first);
  if (!second) return { sides: [side], rows: [{ ids: [], cells: [blocksWithoutTitle(side)] }] };
  const beside = sideOf(second);
  const rows = parallelRows({ blocks: blocksWithoutTitle(side) }, { blocks: blocksWithoutTitle(beside) }).map(
    (row) => ({ ids: row.ids, cells: [row.first, row.second] }),
  );
  return { sides: [side, beside], rows };
}

/**
 * Two versions of an article as they belong together: the source is taken from the translation
 * beside it, since the one that was published last may have joined its paragraphs otherwise.
 */
export function pairOf<A extends EditionSource>(article: A, beside: A): readonly [A, A] {
  const source = article.snapshot.sourceLocale;
  return [
    article.locale === source ? { ...beside, locale: article.locale } : article,
    beside.locale === source ? { ...article, locale: beside.locale } : beside,
  ];
}

/** Is this a paragraph of a translation that no second person has approved? */
export const isUnchecked = ({ isSource }: EditionSide, { segment }: ReadingBlock): boolean =>
  !isSource && !segment.review;

/** When the newest of the texts was published, ISO 8601. */
export const editionDate = ({ sides }: Edition): string =>
  sides
    .map(({ snapshot }) => snapshot.publishedAt)
    .sort()
    .at(-1) ?? "";

function sideOf({ snapshot, locale }: EditionSource): EditionSide {
  const isSource = locale === snapshot.sourceLocale;
  const codes = inlineCodeTable(isSource ? snapshot.sourceCodes : snapshot.targetCodes);
  const plain = (text: string) => plainText(parseInline(text, codes));
  const known = isSource ? snapshot.sourceTitle : snapshot.targetTitle;
  const inText = withoutTitle(blocksIn(snapshot, isSource), plain(known), plain).title?.text ?? known;
  // a title that was shortened stands in the text as a whole
  const title = plain(inText).length > plain(known).length ? inText : known;
  return { snapshot, locale, isSource, title, codes, plainTitle: plain(title) };
}

function blocksWithoutTitle({ snapshot, isSource, plainTitle, codes }: EditionSide): readonly ReadingBlock[] {
  const { above, rest } = withoutTitle(blocksIn(snapshot, isSource), plainTitle, (text) =>
    plainText(parseInline(text, codes)),
  );
  return [...above, ...rest];
}
