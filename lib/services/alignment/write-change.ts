import type { AlignmentChange, WaitingOnRows } from "@/lib/core/repair/change";
import type { WaitingWords, WordsMove } from "@/lib/core/repair/follow";
import type { RepairKind } from "@/lib/core/repair/operation";
import type { RepairRow } from "@/lib/core/repair/row";
import type { SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { writeAlignment } from "@/lib/db/alignment/write";
import type { Queryable } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import type { Granted } from "../authorize";
import { textHash } from "../text-hash";

/** What came of a repair, an undo or a redo. */
export interface RepairOutcome {
  /** Of the alignment, for the next change. */
  readonly version: number;
  readonly operation: RepairKind;
  /** 0-based place of the first row that changed, and how many rows stand there now instead of how many. */
  readonly position: number;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Rows that were approved and gave way to ones that are not. */
  readonly approvalsEnded: number;
  /** Open proposals and drafts that went to another row, to the tray, and back out of it. */
  readonly moved: number;
  readonly toTray: number;
  readonly fromTray: number;
}

/** Writes a change and its event, in the transaction that holds the translation. */
export async function writeChange(
  tx: Queryable,
  translationId: TranslationId,
  by: Granted,
  change: AlignmentChange,
  act: {
    readonly type: "repaired" | "undone" | "redone";
    readonly operation: RepairKind;
    readonly of?: string;
  },
  before: readonly RepairRow[],
  waiting: WaitingOnRows,
  at: Date,
): Promise<RepairOutcome> {
  const created = change.created.map((made) => ({ ...made, textHash: textHash(made.row.targetText) }));
  const version = await writeAlignment(tx, translationId, change, created, at);
  const { step } = change;
  await appendEvent(
    tx,
    { kind: "user", userId: by.userId, isAdmin: false },
    {
      type: `alignment.${act.type}`,
      projectId: by.projectId,
      subjectType: "translation",
      subjectId: translationId,
      payload: { operation: act.operation, ...(act.of !== undefined && { of: act.of }), step },
      at,
    },
  );
  return {
    version,
    operation: act.operation,
    position: step.position,
    rowsBefore: step.before.length,
    rowsAfter: step.after.length,
    approvalsEnded: approvalsEnded(before, change.after),
    ...countWords(change, waiting),
  };
}

function approvalsEnded(before: readonly RepairRow[], after: readonly RepairRow[]): number {
  const approved = new Set(after.filter((row) => row.approved).map((row) => row.id));
  const ended = before.filter((row) => row.approved && !approved.has(row.id)).length;
  const returned = after.filter((row) => row.approved && !before.some((old) => old.id === row.id)).length;
  return Math.max(0, ended - returned);
}

/** Where each of the words on a run was, and where it is now. */
function countWords(
  { step, after }: AlignmentChange,
  waiting: WaitingOnRows,
): Pick<RepairOutcome, "moved" | "toTray" | "fromTray"> {
  const live = new Set<SegmentId>(after.map((row) => row.id));
  const was = new Set<SegmentId>(step.before);
  const places = [...placesOf(waiting.proposals, step.proposals), ...placesOf(waiting.drafts, step.drafts)];
  return {
    moved: places.filter(({ from, to }) => was.has(from) && live.has(to) && from !== to).length,
    toTray: places.filter(({ from, to }) => was.has(from) && !live.has(to)).length,
    fromTray: places.filter(({ from, to }) => !was.has(from) && live.has(to)).length,
  };
}

const placesOf = (words: readonly WaitingWords[], moves: readonly WordsMove[]) =>
  words.map(({ id, segmentId }) => ({
    from: segmentId,
    to: moves.find((move) => move.id === id && move.from === segmentId)?.to ?? segmentId,
  }));
