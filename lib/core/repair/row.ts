import type { ParagraphId, RevisionId, SegmentId, TargetParagraphId } from "../shared/ids";

export type TextOrigin = "mt" | "tm" | "human" | "mixed";

/** A row of an alignment that is to be repaired. What it is made of (sources, targets, text) never changes. */
export interface RepairRow {
  readonly id: SegmentId;
  readonly revisionId: RevisionId;
  /** Source paragraphs in document order, with their texts. */
  readonly sources: readonly { readonly id: ParagraphId; readonly text: string }[];
  /** Machine paragraphs that the text comes from. One that was cut in two stands in the rows of both pieces. */
  readonly targets: readonly TargetParagraphId[];
  /** The current text, a person's or the machine's; its paragraphs are parted by PARAGRAPH_BREAK. */
  readonly targetText: string;
  readonly origin: TextOrigin;
  readonly approved: boolean;
  /** A person is sure of the pair. */
  readonly pinned: boolean;
  /** 0..1, of the aligner; 1 where a person made the row. */
  readonly confidence: number;
}

/** What is known of a row without its texts: enough to say which rows an operation touches. */
export interface RowShape {
  readonly id: SegmentId;
  readonly hasSource: boolean;
  readonly hasTarget: boolean;
  readonly pinned: boolean;
  readonly approved: boolean;
}

/** A stretch of the text of row `row` (index within the run), half-open, in UTF-16 units. */
export interface TextPiece {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** A row that a repair makes. */
export interface NewRow
  extends Pick<RepairRow, "sources" | "targets" | "targetText" | "origin" | "confidence"> {
  /** Where its text comes from, in order; an empty piece stands for a row that gave only sources. */
  readonly parts: readonly {
    readonly revisionId: RevisionId;
    readonly from: number;
    readonly to: number;
  }[];
}

type Composition = Pick<RepairRow, "sources" | "targets" | "targetText">;

/** Has the row anything on its target side? A person may have emptied the text of a machine paragraph. */
export const hasTarget = (row: Composition): boolean => row.targets.length > 0 || row.targetText !== "";

/** Same source paragraphs, same machine paragraphs, same text. */
export const sameComposition = (a: Composition, b: Composition): boolean =>
  a.targetText === b.targetText &&
  a.sources.length === b.sources.length &&
  a.targets.length === b.targets.length &&
  a.sources.every((source, index) => source.id === b.sources[index]?.id) &&
  a.targets.every((target, index) => target === b.targets[index]);

/** The shape of a row. */
export const shapeOf = (row: RepairRow): RowShape => ({
  id: row.id,
  hasSource: row.sources.length > 0,
  hasTarget: hasTarget(row),
  pinned: row.pinned,
  approved: row.approved,
});
