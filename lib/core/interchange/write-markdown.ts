/** Markdown (CommonMark with GitHub's footnotes) of a published article. */
import type { Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { type Edition, type EditionRow, type EditionWords, editionDate } from "../publication/edition";
import { type FrontMatter, writeFrontMatter } from "./front-matter";
import { markdownBlocks, markdownTitle } from "./markdown-blocks";
import { createMarkdownNotes, type MarkdownNotes } from "./markdown-notes";

/**
 * Writes an article in one language or in two; of two, the second stands in quotations, each
 * after the paragraph that it belongs to. A head says what it is in which languages, how much
 * of it was checked, and where it comes from; paragraphs that nobody has checked lead to a note.
 *
 * Law: `readMarkdown` gives back the same paragraphs with the same formats, whatever signs stand
 * in them; only white space is collapsed, as the pages show it.
 *
 * @param addresses Whole addresses of the languages, in their order.
 */
export function writeMarkdown(edition: Edition, words: EditionWords, addresses: readonly string[]): string {
  const notes = createMarkdownNotes();
  const [, second] = edition.sides;
  const children: RootContent[] = [
    markdownTitle(edition.sides[0]),
    ...(second ? [{ type: "blockquote" as const, children: [markdownTitle(second)] }] : []),
    ...words.about.map((value) => ({
      type: "paragraph" as const,
      children: [{ type: "emphasis" as const, children: [{ type: "text" as const, value }] }],
    })),
    ...edition.rows.flatMap((row) => rowBlocks(row, edition, words, notes)),
  ];
  const root: Root = { type: "root", children: [...children, ...notes.definitions()] };
  return `${writeFrontMatter(headOf(edition, addresses))}\n${toMarkdown(root, {
    extensions: [gfmToMarkdown()],
    bullet: "-",
    fences: true,
    resourceLink: true,
    listItemIndent: "one",
  })}`;
}

function rowBlocks(
  { cells }: EditionRow,
  { sides }: Edition,
  words: EditionWords,
  notes: MarkdownNotes,
): RootContent[] {
  return sides.flatMap((side, index): RootContent[] => {
    const blocks = markdownBlocks(cells[index] ?? [], { side, words, notes });
    return index > 0 && blocks.length > 0 ? [{ type: "blockquote", children: blocks }] : blocks;
  });
}

function headOf(edition: Edition, addresses: readonly string[]): FrontMatter {
  const [{ plainTitle, snapshot, locale }] = edition.sides;
  const translations = edition.sides.filter(({ isSource }) => !isSource);
  const segments = translations.flatMap((side) => side.snapshot.segments);
  const engine = translations.map((side) => side.snapshot.mtEngine).find((name) => name !== null);
  return {
    title: plainTitle,
    lang: locale,
    ...(edition.sides.length > 1 && { languages: edition.sides.map((side) => side.locale) }),
    "original-lang": snapshot.sourceLocale,
    publisher: snapshot.projectName,
    date: editionDate(edition),
    ...(engine && { "machine-translation": engine }),
    ...(segments.length > 0 && {
      paragraphs: segments.length,
      "paragraphs-checked": segments.filter(({ review }) => review).length,
    }),
    source: addresses,
  };
}
