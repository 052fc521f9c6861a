/** The text of a book as one XHTML document. */
import type { EditionRow, EditionSide } from "../../publication/edition";
import { xmlText } from "../../publication/xml";
import { inlineTree } from "../inline-tree";
import { type Book, type BookHeading, languageOfPart, xhtmlDocument } from "./book";
import { createTextBlocks, type TextBlocks } from "./text-blocks";
import { xhtmlPhrases } from "./xhtml-phrases";

/** Id of the title in the text. */
export const TITLE_ID = "title";

/** The document, and its headings in order for the table of contents. */
export function textDocument(book: Book): {
  readonly xhtml: string;
  readonly headings: readonly BookHeading[];
} {
  const { edition, words } = book;
  const blocks = createTextBlocks(words, idsOf(edition.rows));
  const text = edition.rows.map((row) => rowMarkup(row, edition.sides, blocks)).join("\n");
  const body = [
    headMarkup(book),
    `<main class="${edition.sides.length > 1 ? "pairs" : "text"}">`,
    text,
    "</main>",
    notesMarkup(blocks, words.locale),
  ].join("\n");
  return { xhtml: xhtmlDocument(book, body), headings: blocks.headings() };
}

function headMarkup({ edition, words, pages }: Book): string {
  const [first, second] = edition.sides;
  const links = pages.map((page) => `<a href="${xmlText(page)}">${xmlText(page)}</a>`);
  return [
    "<header>",
    `<h1 id="${TITLE_ID}" ${languageOfPart(first.locale)}>${titleMarkup(first)}</h1>`,
    ...(second ? [`<p class="title" ${languageOfPart(second.locale)}>${titleMarkup(second)}</p>`] : []),
    `<div class="about" ${languageOfPart(words.locale)}>`,
    ...words.about.map((line) => `<p>${xmlText(line)}</p>`),
    `<p>${links.join("<br/>")}</p>`,
    "</div>",
    "</header>",
  ].join("\n");
}

/** A title leads nowhere: it is what the table of contents leads to. */
const titleMarkup = ({ title, plainTitle, codes }: EditionSide): string =>
  xhtmlPhrases(inlineTree(title, "heading", codes), { ids: new Set(), imageWord: "" }, true) ||
  xmlText(plainTitle);

function rowMarkup({ ids, cells }: EditionRow, sides: readonly EditionSide[], blocks: TextBlocks): string {
  const markup = sides.map((side, index) => blocks.write(cells[index] ?? [], side, sides.length === 1));
  if (sides.length === 1) return markup.join("");
  const [id, ...further] = ids;
  const places = further.map((each) => `<span id="${xmlText(each)}"></span>`).join("");
  const columns = markup.map((cell, index) => {
    const language = languageOfPart(sides[index]?.locale ?? "");
    return `<div class="cell" ${language}>${cell}</div>`;
  });
  return `<div class="pair"${id ? ` id="${xmlText(id)}"` : ""}>${places}${columns.join("")}</div>`;
}

const idsOf = (rows: readonly EditionRow[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap(({ ids, cells }) => [
      ...ids,
      ...cells.flatMap((cell) => cell.flatMap((block) => block.ids)),
    ]),
  );

/** Each note once: reading systems show it beside the mark that was tapped. */
function notesMarkup(blocks: TextBlocks, locale: string): string {
  const notes = blocks.notes();
  if (notes.length === 0) return "";
  return [
    `<section epub:type="footnotes" class="notes" ${languageOfPart(locale)}>`,
    ...notes.map(
      ({ id, mark, text }) =>
        `<aside epub:type="footnote" role="doc-footnote" id="${id}"><p>${mark} ${xmlText(text)}</p></aside>`,
    ),
    "</section>",
  ].join("\n");
}
