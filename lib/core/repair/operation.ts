import type { SegmentId } from "../shared/ids";

/** What a person can do to the rows of a document, on the row `segmentId`. */
export type RepairOperation =
  | { readonly kind: "join"; readonly segmentId: SegmentId; readonly with: "next" | "previous" }
  | {
      readonly kind: "split";
      readonly segmentId: SegmentId;
      /** Source paragraphs of the first half. */
      readonly sources: number;
      /** UTF-16 units of the current text, where its second half begins. */
      readonly offset: number;
    }
  /** Source and text of the row each stand without counterpart from now on. */
  | { readonly kind: "unlink"; readonly segmentId: SegmentId }
  /**
   * One side of the row and of all behind it moves by one row, as far as the next row that has
   * room for it or that is pinned. Up: the row's side joins that of the row before.
   */
  | {
      readonly kind: "shift";
      readonly segmentId: SegmentId;
      readonly side: "source" | "target";
      readonly direction: "up" | "down";
    }
  | { readonly kind: "pin"; readonly segmentId: SegmentId; readonly pinned: boolean }
  /** The aligner goes over the rows between the nearest pinned or approved rows around this one. */
  | { readonly kind: "realign"; readonly segmentId: SegmentId };

/** What a person does by hand. Re-aligning takes the aligner, and time. */
export type HandRepair = Exclude<RepairOperation, { kind: "realign" }>;

/** What exchanges the rows of a run; pinning changes none. */
export type RowRepair = Exclude<HandRepair, { kind: "pin" }>;

export const REPAIR_KINDS = ["join", "split", "unlink", "shift", "pin", "realign"] as const;
export type RepairKind = RepairOperation["kind"];

export type RepairFault =
  /** The row is not, or no longer, one of the translation. */
  | "no-such-row"
  /** A row that the operation would change is pinned. */
  | "pinned"
  | "nothing-to-join"
  | "nothing-to-split"
  /** Inside of a character or of an inline code, or outside of the text. */
  | "bad-offset"
  | "nothing-to-unlink"
  | "nothing-to-shift"
  /** The rows are already as the operation would make them. */
  | "nothing-to-do";
