/** The table of contents of a book. */
import { xmlText } from "../../publication/xml";
import { type Book, type BookHeading, FILES, languageOfPart, xhtmlDocument } from "./book";
import { TITLE_ID } from "./text-document";

interface Entry {
  readonly heading: BookHeading;
  readonly below: Entry[];
}

/** The title, and below it the headings as they stand under one another. */
export function navigationDocument(book: Book, headings: readonly BookHeading[]): string {
  const [{ plainTitle, locale }] = book.edition.sides;
  const title: Entry = { heading: { id: TITLE_ID, level: 1, text: plainTitle, locale }, below: [] };
  const path = [title];
  for (const heading of headings) {
    while (path.length > 1 && (path.at(-1)?.heading.level ?? 0) >= heading.level) path.pop();
    const entry: Entry = { heading, below: [] };
    path.at(-1)?.below.push(entry);
    path.push(entry);
  }
  return xhtmlDocument(
    book,
    [
      '<nav epub:type="toc" role="doc-toc" id="toc">',
      `<h1 ${languageOfPart(book.words.locale)}>${xmlText(book.words.contents)}</h1>`,
      listOf([title]),
      "</nav>",
    ].join("\n"),
  );
}

function listOf(entries: readonly Entry[]): string {
  const items = entries.map(({ heading, below }) => {
    const link = `<a href="${FILES.text}#${heading.id}" ${languageOfPart(heading.locale)}>${xmlText(heading.text)}</a>`;
    return `<li>${link}${below.length > 0 ? listOf(below) : ""}</li>`;
  });
  return `<ol>${items.join("\n")}</ol>`;
}
