/** What the readers of all formats hand to `assembleDocument`: paragraphs as flat runs with their formats. */
import type { InlineCodeKind, ParagraphForm } from "../document/paragraph";

/** A format around a run: everything but the kinds that stand at a place. */
export interface Wrap {
  readonly kind: Exclude<InlineCodeKind, "image" | "break">;
  readonly href?: string;
}

/** A run of text, or a thing at a place, with the formats that lie around it, outermost first. */
export type InlinePiece =
  | { readonly type: "text"; readonly text: string; readonly wraps: readonly Wrap[] }
  | { readonly type: "break"; readonly wraps: readonly Wrap[] }
  | {
      readonly type: "image";
      readonly href?: string;
      readonly alt?: string;
      readonly wraps: readonly Wrap[];
    };

export interface RawParagraph extends ParagraphForm {
  readonly pieces: readonly InlinePiece[];
}

/** Two wraps are the same format if this is equal. */
export const wrapKey = (wrap: Wrap): string => `${wrap.kind} ${wrap.href ?? ""}`;
