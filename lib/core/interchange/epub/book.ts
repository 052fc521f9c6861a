/** What the parts of a book share while it is written. */
import type { Edition, EditionWords } from "../../publication/edition";
import { xmlText } from "../../publication/xml";
import { textDirection } from "../../text/locale";

export interface Book {
  readonly edition: Edition;
  readonly words: EditionWords;
  /** Whole addresses: of this file, which is its identity, and of the page of each language. */
  readonly address: string;
  readonly pages: readonly string[];
}

export interface BookHeading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
  readonly locale: string;
}

/** Names of the files, relative to the package document. */
export const FILES = { text: "text.xhtml", navigation: "nav.xhtml", style: "style.css" } as const;

/** Language and direction of an element. */
export const languageOfPart = (locale: string): string =>
  `lang="${xmlText(locale)}" xml:lang="${xmlText(locale)}" dir="${textDirection(locale)}"`;

/** A document of the book, in the book's first language. */
export function xhtmlDocument({ edition }: Book, body: string): string {
  const [{ locale, plainTitle }] = edition.sides;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<!DOCTYPE html>",
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${languageOfPart(locale)}>`,
    "<head>",
    `<title>${xmlText(plainTitle)}</title>`,
    `<link rel="stylesheet" type="text/css" href="${FILES.style}"/>`,
    "</head>",
    "<body>",
    body,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
