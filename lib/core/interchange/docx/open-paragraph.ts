/** A `w:p` that has begun: its pieces so far and what its properties say. */
import type { InlinePiece, RawParagraph, Wrap } from "../inline-piece";
import type { ListCounter } from "./numbering";
import type { RunFormat } from "./run-format";
import type { ParagraphStyle } from "./styles";

export interface OpenDrawing {
  isPicture: boolean;
  href: string | null;
  alt: string;
}

export interface OpenParagraph {
  readonly pieces: InlinePiece[];
  /** Paragraphs of text boxes that are anchored here; they follow it. */
  readonly after: RawParagraph[];
  /** Of each open hyperlink; null for one whose address may not be kept. */
  readonly links: (Wrap | null)[];
  style: ParagraphStyle | undefined;
  /** 0-based outline level of the paragraph itself. */
  outline: number | undefined;
  /** 0-based list level of the paragraph itself; null if the list of the style is switched off. */
  list: number | null | undefined;
  /** Id of the list of the paragraph itself. */
  listId: string | undefined;
  /** A tracked deletion of the paragraph mark: the text goes on in the next paragraph. */
  isMarkDeleted: boolean;
  /** Format of the run that is open. */
  format: RunFormat;
  drawing: OpenDrawing | null;
}

/** A paragraph of which nothing is known yet. */
export const openParagraph = (): OpenParagraph => ({
  pieces: [],
  after: [],
  links: [],
  style: undefined,
  outline: undefined,
  list: undefined,
  listId: undefined,
  isMarkDeleted: false,
  format: {},
  drawing: null,
});

/**
 * What kind of paragraph it is: its own properties before those of its style, headings before lists.
 * Of a list item the number, which is counted: each paragraph is to be closed once, in their order.
 */
export function closeParagraph(
  paragraph: OpenParagraph,
  carried: readonly InlinePiece[],
  counter: ListCounter,
): RawParagraph {
  const { kind, level } = styleOf(paragraph);
  const listId = paragraph.listId ?? paragraph.style?.listId;
  const number = kind === "list-item" && listId !== undefined ? counter.next(listId, level - 1) : {};
  return { kind, level, ...number, pieces: [...carried, ...paragraph.pieces] };
}

const ORDINARY: ParagraphStyle = { kind: "paragraph", level: 0 };

function styleOf({ outline, style, list }: OpenParagraph): ParagraphStyle {
  if (outline !== undefined && outline < 9) return { kind: "heading", level: Math.min(6, outline + 1) };
  const isHeading = style?.kind === "heading";
  if (isHeading) return outline === 9 ? ORDINARY : style;
  if (typeof list === "number") return { kind: "list-item", level: list + 1 };
  if (list === null && style?.kind === "list-item") return ORDINARY;
  return style ?? ORDINARY;
}
