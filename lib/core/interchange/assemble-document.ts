/** The last step of every reader: raw paragraphs become a `DocumentText`. */
import { type DocumentText, type InlineCode, listNumber, type Paragraph } from "../document/paragraph";
import type { InlinePiece, RawParagraph } from "./inline-piece";
import { attachMarks, freeSpaces, joinRuns, trimParagraph } from "./whitespace";
import { type CodeTable, writeMarkers } from "./write-markers";

/**
 * Makes paragraphs with numbered inline codes.
 *
 * Promises: text is NFC, with "\n" as the only line end; markers are balanced and properly
 * nested; no marker pair is empty or has white space at its inner edges; adjacent runs of one
 * format share one code; numbers rise in document order from 1 and skip every number that the
 * author typed in the shape of a marker; paragraphs without visible text or image are left out.
 */
export function assembleDocument(raw: readonly RawParagraph[]): DocumentText {
  const prepared = raw
    .map((paragraph) => ({ ...paragraph, pieces: preparePieces(paragraph) }))
    .filter(({ pieces }) => pieces.some(isVisible));
  const codes: InlineCode[] = [];
  const table = numberCodes(typedNumbers(prepared), codes);
  const paragraphs = prepared.map(
    ({ kind, level, ordinal, numberStyle, pieces }): Paragraph => ({
      kind,
      level,
      ...listNumber(ordinal, numberStyle),
      text: writeMarkers(pieces, table),
    }),
  );
  return { paragraphs, codes };
}

/** The text of the first heading of level 1 without any marker, or null. */
export function firstHeading(raw: readonly RawParagraph[]): string | null {
  for (const { kind, level, pieces } of raw) {
    if (kind !== "heading" || level !== 1) continue;
    const title = plainTitle(pieces.map((piece) => (piece.type === "text" ? piece.text : " ")).join(""));
    if (title) return title;
  }
  return null;
}

/** A title on one line, NFC; null if nothing is left of it. */
export function plainTitle(title: string): string | null {
  return title.normalize("NFC").replace(/\s+/g, " ").trim() || null;
}

function preparePieces(paragraph: RawParagraph): InlinePiece[] {
  const normalised = paragraph.pieces.map((piece) =>
    piece.type === "text" ? { ...piece, text: piece.text.replace(/\r\n?/g, "\n") } : piece,
  );
  const plain = withoutHeadingBold({ ...paragraph, pieces: normalised });
  const trimmed = trimParagraph(joinRuns(plain), paragraph.kind === "preformatted");
  return attachMarks(freeSpaces(trimmed))
    .map((piece) => (piece.type === "text" ? { ...piece, text: piece.text.normalize("NFC") } : piece))
    .filter((piece) => piece.type !== "text" || piece.text !== "");
}

/** A heading is bold by itself: bold around all of it is not markup that a translator must carry over. */
function withoutHeadingBold({ kind, pieces }: RawParagraph): readonly InlinePiece[] {
  const isBold = (piece: InlinePiece) => piece.wraps.some((wrap) => wrap.kind === "bold");
  if (kind !== "heading" || !pieces.every((piece) => isBold(piece) || !isVisible(piece))) return pieces;
  return pieces.map((piece) => ({ ...piece, wraps: piece.wraps.filter((wrap) => wrap.kind !== "bold") }));
}

const isVisible = (piece: InlinePiece): boolean =>
  piece.type === "image" ||
  (piece.type === "text" && /[^\s\p{Default_Ignorable_Code_Point}]/u.test(piece.text));

/** Numbers of everything in the text that looks like the start of a marker. */
function typedNumbers(paragraphs: readonly RawParagraph[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { pieces } of paragraphs) {
    const text = pieces.map((piece) => (piece.type === "text" ? piece.text : "")).join("");
    for (const [, digits] of text.matchAll(/<\/?\s*(\d{1,15})/g)) numbers.add(Number(digits));
  }
  return numbers;
}

function numberCodes(typed: ReadonlySet<number>, codes: InlineCode[]): CodeTable {
  let last = 0;
  return {
    open(code) {
      do last += 1;
      while (typed.has(last));
      codes.push({ id: last, ...code });
      return last;
    },
  };
}
