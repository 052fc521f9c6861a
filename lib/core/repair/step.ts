/** A change of the rows as the event log keeps it: enough to take it back and to do it again. */
import type { SegmentId } from "../shared/ids";
import type { WordsMove } from "./follow";
import type { RepairRow } from "./row";

/** How a row stood when it was put in its place. */
export interface PlacedRow {
  readonly id: SegmentId;
  readonly revisionId: string;
  readonly approved: boolean;
}

export interface AlignmentStep {
  /** 0-based position of the first row of the run. */
  readonly position: number;
  /** The run before and after; rows in both have stayed. */
  readonly before: readonly SegmentId[];
  readonly after: readonly PlacedRow[];
  readonly pin: { readonly id: SegmentId; readonly pinned: boolean } | null;
  /** Where open proposals and drafts went; a draft bears the name of its person. From and to the same: it came with its row. */
  readonly proposals: readonly WordsMove[];
  readonly drafts: readonly WordsMove[];
}

/** How a row stands, for the step that puts it there. */
export const placedRow = ({ id, revisionId, approved }: RepairRow): PlacedRow => ({
  id,
  revisionId,
  approved,
});

/**
 * Rows on which somebody has built since the step put them there: another text is current, or
 * the text was approved. Taking the step back would take that away, too.
 */
export function builtUpon(step: AlignmentStep, rows: readonly RepairRow[]): readonly SegmentId[] {
  const goes = new Set(step.before);
  const placed = new Map(step.after.map((row) => [row.id, row]));
  return rows
    .filter((row) => !goes.has(row.id))
    .filter((row) => {
      const then = placed.get(row.id);
      return !then || then.revisionId !== row.revisionId || (row.approved && !then.approved);
    })
    .map((row) => row.id);
}

/** The moves of a step, backwards. */
export const reversed = (moves: readonly WordsMove[]): readonly WordsMove[] =>
  moves.map(({ id, from, to }) => ({ id, from: to, to: from }));
