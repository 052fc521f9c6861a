/** How the event log keeps a new version of a document: enough to take it back. */
import type { NumberStyle } from "../document/number-style";
import type { AlignmentStep } from "../repair/step";
import type { ImportId, ParagraphId, SegmentId, TranslationId } from "../shared/ids";

export interface RenewedVersion {
  readonly importId: ImportId;
  /** The paragraphs of the source before and after, in order; null if they stayed. */
  readonly paragraphs: {
    readonly before: readonly ParagraphId[];
    readonly after: readonly ParagraphId[];
    /** Numbers of list items before; versions from before these were kept have none. */
    readonly numbers?: readonly (number | null)[];
    /** How these were written; null, or from before these were kept none at all: in figures. */
    readonly numberStyles?: readonly (NumberStyle | null)[];
  } | null;
  /** Those whose rows changed. */
  readonly translations: readonly RenewedTranslation[];
}

export interface RenewedTranslation {
  readonly translationId: TranslationId;
  /** Of the alignment, afterwards. */
  readonly version: number;
  readonly step: AlignmentStep;
  /** Retired rows that were pinned. */
  readonly pinned: readonly SegmentId[];
  /** The name of the engine before; left out if there is no new machine text. */
  readonly engine?: string | null;
}
