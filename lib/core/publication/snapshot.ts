/**
 * What readers get: one translation, frozen. Reader pages are made from a snapshot and
 * from nothing else, so a page can be rendered again at any time, byte for byte.
 */
import type { WordCount } from "../blame/human-share";
import { type InlineCode, listNumber, type Paragraph, type ParagraphForm } from "../document/paragraph";
import type { TextOrigin } from "../repair/row";
import { parseInline, plainText } from "../text/inline";
import type { PublicationHistory } from "./corrections";
import type { Making } from "./making";

export interface PublishedParagraph extends Paragraph {
  /** Stable public number of the source paragraph. */
  readonly number: number;
}

export interface PublishedSegment {
  /** Fragment of the address: "p-7" (first source paragraph), "after-7" where there is no source; once that was "t-3". */
  readonly anchor: string;
  readonly sources: readonly PublishedParagraph[];
  /** Empty where the translation leaves the source out. */
  readonly target: readonly Paragraph[];
  /** "mixed": a repair of the alignment put texts of different origin together. */
  readonly origin: TextOrigin;
  /** Null: machine text (or a person's) that nobody else has approved yet. */
  readonly review: { readonly approverName: string; readonly approvedAt: string } | null;
  /** The revision whose text it is; publications from before review records do not name it. */
  readonly revisionId?: string;
  /** Words of the target, and how many of them people brought; publications from before they were counted have none. */
  readonly words?: WordCount;
}

export interface PublicationSnapshot {
  readonly version: 1;
  readonly slug: string;
  readonly projectName: string;
  readonly sourceTitle: string;
  readonly targetTitle: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly mtEngine: string | null;
  readonly publishedAt: string;
  readonly publisherName: string;
  readonly sourceCodes: readonly InlineCode[];
  readonly targetCodes: readonly InlineCode[];
  readonly segments: readonly PublishedSegment[];
  /** Publications from before these were kept have none of them. */
  readonly number?: number;
  readonly making?: Making;
  readonly history?: PublicationHistory;
}

/** Between the paragraphs of one segment's target text. */
export const PARAGRAPH_BREAK = "\n\n";

/**
 * Splits a segment's text into paragraphs. The first takes the form of the segment, the
 * others the form of the machine paragraph at the same place, or plain paragraphs. Pieces
 * without a visible character are dropped; an empty text gives none.
 */
export function targetParagraphs(text: string, forms: readonly ParagraphForm[]): readonly Paragraph[] {
  return text
    .split(/\n{2,}/)
    .filter((piece) => piece.trim() !== "")
    .map((piece, index) => {
      const { kind, level, ordinal, numberStyle } = forms[index] ?? { kind: "paragraph" as const, level: 0 };
      return { kind, level, ...listNumber(ordinal, numberStyle), text: piece };
    });
}

/**
 * The forms of a segment's target paragraphs: those of the machine's, or of the source where there
 * are none. Where each stands for one of the source, an item bears the number of the original as it is
 * written there, which a new version may have changed.
 */
export function formsOfTarget(
  machine: readonly ParagraphForm[],
  sources: readonly ParagraphForm[],
): readonly ParagraphForm[] {
  if (machine.length === 0) return sources;
  if (machine.length !== sources.length) return machine;
  return machine.map((form, index) => {
    const source = sources[index];
    return form.kind === "list-item" && source?.kind === "list-item"
      ? { kind: form.kind, level: form.level, ...listNumber(source.ordinal, source.numberStyle) }
      : form;
  });
}

/**
 * Anchors in document order: stable under re-alignment because they are named after the source paragraph. A segment
 * without source is named after the last source paragraph above it, "after-7", and the next one "after-7-2": what comes
 * or goes elsewhere in the text moves none of them.
 */
export function anchorsOf(
  segments: readonly { readonly sources: readonly { readonly number: number }[] }[],
): string[] {
  let above = 0;
  let unsourced = 0;
  return segments.map(({ sources }) => {
    const [first, last] = [sources[0], sources.at(-1)];
    if (first && last) {
      above = last.number;
      unsourced = 0;
      return `p-${first.number}`;
    }
    unsourced += 1;
    return unsourced === 1 ? `after-${above}` : `after-${above}-${unsourced}`;
  });
}

/** Share of segments that a second person approved, 0..1; 0 for an empty text. */
export function reviewedShare(segments: readonly Pick<PublishedSegment, "review">[]): number {
  return segments.length === 0 ? 0 : segments.filter((segment) => segment.review).length / segments.length;
}

/** The text of the first heading of the target, or of its first paragraph, without codes: the title that readers see. */
export function targetTitle(
  segments: readonly PublishedSegment[],
  codes: readonly InlineCode[],
  fallback: string,
): string {
  const paragraphs = segments.flatMap((segment) => (segment.sources.length > 0 ? segment.target : []));
  const first = paragraphs.find((paragraph) => paragraph.kind === "heading") ?? paragraphs[0];
  const title = first ? plainText(parseInline(first.text, codes)).trim() : "";
  return title !== "" && title.length <= 300 ? title : fallback;
}
