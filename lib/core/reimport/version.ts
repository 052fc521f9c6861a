/** What a new version of a document is planned from, and what is planned: shared words of this folder. */
import type { Paragraph } from "../document/paragraph";
import type { RepairRow } from "../repair/row";
import type { ParagraphId, SegmentId, TargetParagraphId } from "../shared/ids";
import { CHANGE_GRADES, type ChangeGrade } from "./grade-change";

/** A source paragraph of a document; its number is its public name and stays through all versions. */
export interface NumberedParagraph extends Paragraph {
  readonly id: ParagraphId;
  readonly number: number;
}

/** A paragraph of a machine translation. */
export interface MachineParagraph extends Paragraph {
  readonly id: TargetParagraphId;
}

/** A row that was carried over and that nobody has touched since; `from` is the row before all carrying. */
export interface PendingCarry {
  readonly from: SegmentId;
  readonly grade: ChangeGrade;
}

/** A row of a translation whose document gets a new version. */
export interface VersionRow extends RepairRow {
  /** A person wrote or approved its text: no machine text takes its place. */
  readonly worked: boolean;
  /** It was approved before it was carried over, and waits to be confirmed or reviewed again. */
  readonly pending: PendingCarry | null;
}

/** What became of a row: how much its source changed, or that there was or is none. */
export type RowGrade = ChangeGrade | "new" | "gone";
export const ROW_GRADES = [...CHANGE_GRADES, "new", "gone"] as const satisfies readonly RowGrade[];

/**
 * What a new machine translation did to a row: nothing; its text took the place of the machine
 * text before; it has another text, but a person's text stayed.
 */
export type MachineEffect = "untouched" | "replaced" | "held";

/** The greater of two changes. */
export const worseGrade = (one: ChangeGrade, other: ChangeGrade): ChangeGrade =>
  CHANGE_GRADES.indexOf(one) >= CHANGE_GRADES.indexOf(other) ? one : other;
