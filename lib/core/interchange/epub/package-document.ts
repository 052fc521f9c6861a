/** The package document of a book: what it is, which files it has, and in which order they are read. */
import { editionDate } from "../../publication/edition";
import { xmlText } from "../../publication/xml";
import { textDirection } from "../../text/locale";
import { type Book, FILES, languageOfPart } from "./book";

/** Metadata of the vocabularies that EPUB 3 reserves: Dublin Core, schema.org's accessibility, MARC relators. */
export function packageDocument(book: Book): string {
  const [{ locale }] = book.edition.sides;
  const direction = textDirection(locale);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xmlText(locale)}" dir="${direction}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(book),
    "</metadata>",
    "<manifest>",
    `<item id="nav" href="${FILES.navigation}" media-type="application/xhtml+xml" properties="nav"/>`,
    `<item id="text" href="${FILES.text}" media-type="application/xhtml+xml"/>`,
    `<item id="style" href="${FILES.style}" media-type="text/css"/>`,
    "</manifest>",
    `<spine page-progression-direction="${direction}">`,
    '<itemref idref="text"/>',
    "</spine>",
    "</package>",
    "",
  ].join("\n");
}

const FEATURES = ["tableOfContents", "structuralNavigation", "displayTransformability", "readingOrder"];

function metadata({ edition, words, address, pages }: Book): string[] {
  const [{ snapshot }] = edition.sides;
  const at = editionDate(edition);
  const editors = [...new Set(edition.sides.map((side) => side.snapshot.publisherName))];
  const property = (name: string, value: string): string =>
    `<meta property="${name}">${xmlText(value)}</meta>`;
  return [
    `<dc:identifier id="id">${xmlText(address)}</dc:identifier>`,
    ...edition.sides.map(
      ({ locale, plainTitle }) =>
        `<dc:title ${languageOfPart(locale).replace(/^lang="[^"]*" /, "")}>${xmlText(plainTitle)}</dc:title>`,
    ),
    ...edition.sides.map(({ locale }) => `<dc:language>${xmlText(locale)}</dc:language>`),
    `<dc:publisher>${xmlText(snapshot.projectName)}</dc:publisher>`,
    ...editors.flatMap((name, index) => [
      `<dc:contributor id="editor-${index + 1}">${xmlText(name)}</dc:contributor>`,
      `<meta refines="#editor-${index + 1}" property="role" scheme="marc:relators">edt</meta>`,
    ]),
    `<dc:date>${xmlText(at)}</dc:date>`,
    ...pages.map((page) => `<dc:source>${xmlText(page)}</dc:source>`),
    property("dcterms:modified", at.replace(/\.\d+Z$/, "Z")),
    property("schema:accessMode", "textual"),
    property("schema:accessModeSufficient", "textual"),
    ...FEATURES.map((feature) => property("schema:accessibilityFeature", feature)),
    property("schema:accessibilityHazard", "none"),
    `<meta property="schema:accessibilitySummary" xml:lang="${xmlText(words.locale)}">${xmlText(words.accessibility)}</meta>`,
  ];
}
