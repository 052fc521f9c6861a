/**
 * What every reader of a format produces: paragraphs of text with inline codes.
 *
 * An inline code stands in the text as a marker, `<1>…</1>` around a run or `<2/>`
 * at a place. The numbers belong to the whole document side, not to the paragraph,
 * so that joining and splitting paragraphs never has to touch the text. A marker is
 * a code only if the side's table has its number; every other `<7>` is text that the
 * author typed. Readers never give out a number that already stands in the text.
 */
import type { NumberStyle } from "./number-style";

export type ParagraphKind = "paragraph" | "heading" | "list-item" | "quote" | "preformatted";

/** As Markdown bounds it: what is greater or below zero is no number of an item in any of our formats. */
const GREATEST_LIST_NUMBER = 999_999_999;

/** The number before an item of a numbered list; both are left out for every other paragraph. */
export interface ListNumber {
  readonly ordinal?: number;
  /** How it is written; left out: in figures. */
  readonly numberStyle?: NumberStyle;
}

/** The number of a list item as a part of its paragraph; nothing where there is none that can be kept. */
export function listNumber(
  ordinal: number | null | undefined,
  numberStyle: NumberStyle | null | undefined,
): ListNumber {
  const isKept = Number.isInteger(ordinal) && Number(ordinal) >= 0 && Number(ordinal) <= GREATEST_LIST_NUMBER;
  return isKept ? { ordinal: Number(ordinal), ...(numberStyle && { numberStyle }) } : {};
}

export interface Paragraph extends ListNumber {
  readonly kind: ParagraphKind;
  /** Heading level 1..6, list depth from 1; 0 for everything else. */
  readonly level: number;
  /** Text as it was sent (line ends and NFC normalised by the reader), with inline code markers. */
  readonly text: string;
}

/** What a paragraph is, without what it says. */
export type ParagraphForm = Omit<Paragraph, "text">;

export type InlineCodeKind =
  | "bold"
  | "italic"
  | "underline"
  | "strike"
  | "code"
  | "superscript"
  | "subscript"
  | "link"
  | "image"
  | "break";

export interface InlineCode {
  /** The number in the marker: 1, 2, 3 … unique within one side of one document. */
  readonly id: number;
  readonly kind: InlineCodeKind;
  /** Target of a link or address of an image; only http, https, mailto or a bare fragment. */
  readonly href?: string;
  /** Alternative text of an image. */
  readonly alt?: string;
}

/** One side of a bitext as read from a file or a text field. */
export interface DocumentText {
  readonly paragraphs: readonly Paragraph[];
  readonly codes: readonly InlineCode[];
}
