/** EPUB 3 (W3C EPUB 3.3) of a published article. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { editionDate } from "../../publication/edition";
import { type Book, FILES } from "./book";
import { navigationDocument } from "./navigation-document";
import { packageDocument } from "./package-document";
import { STYLE } from "./style";
import { textDocument } from "./text-document";

const PACKAGE = "EPUB/package.opf";

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="${PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/**
 * Writes an article as a book in one language or in two; of two, each paragraph stands beside
 * the one that it belongs to. Every paragraph of a translation bears a mark that leads to who
 * approved it when, or that nobody did. The same publication gives the same bytes.
 */
export function writeEpub(book: Book): Uint8Array<ArrayBuffer> {
  const { xhtml, headings } = textDocument(book);
  const files: Zippable = {
    // the first of the archive, and not compressed: by this a reading system knows what it has
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(CONTAINER),
    [PACKAGE]: strToU8(packageDocument(book)),
    [`EPUB/${FILES.navigation}`]: strToU8(navigationDocument(book, headings)),
    [`EPUB/${FILES.text}`]: strToU8(xhtml),
    [`EPUB/${FILES.style}`]: strToU8(STYLE),
  };
  // Archives keep local time: without a zone, noon is noon on every machine, wherever it stands.
  return zipSync(files, { mtime: `${editionDate(book.edition).slice(0, 10)}T12:00:00` });
}
