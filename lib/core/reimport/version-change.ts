/** A planned version as a change of the rows, to be written down by lib/db/alignment. */
import type { AlignmentChange, CreatedRow, NewIds, WaitingOnRows } from "../repair/change";
import type { WaitingWords, WordsMove } from "../repair/follow";
import type { NewRow, RepairRow } from "../repair/row";
import { placedRow } from "../repair/step";
import type { SegmentId } from "../shared/ids";
import type { ChangeGrade } from "./grade-change";
import type { PlannedRow, TranslationPlan } from "./plan-version";
import { type VersionRow, worseGrade } from "./version";

/** That a row took over the text of another one whose source was changed; written once with the row. */
export interface Carry {
  readonly segmentId: SegmentId;
  /** The row as it was before all carrying that nobody has looked at. */
  readonly fromSegmentId: SegmentId;
  readonly grade: Exclude<ChangeGrade, "same">;
  readonly wasApproved: boolean;
}

export interface VersionChange extends AlignmentChange {
  readonly carries: readonly Carry[];
  /** New rows that take the place of pinned ones. */
  readonly pinned: readonly SegmentId[];
}

/**
 * The change that a plan makes to the rows of a translation; null if it leaves them as they are.
 *
 * @param revivals retired rows that come back instead of new ones (`findRevivals`).
 * @param waiting what waits on the rows that go and on those that come back.
 */
export function versionChange(
  before: readonly VersionRow[],
  { rows }: TranslationPlan,
  revivals: ReadonlyMap<NewRow, RepairRow>,
  newIds: NewIds,
  waiting: WaitingOnRows,
): VersionChange | null {
  const run = changedRun(before, rows);
  if (!run) return null;
  const created: CreatedRow[] = [];
  const carries: Carry[] = [];
  const planned = rows.slice(run.from, run.planTo);
  const after = planned.map((plan): RepairRow => {
    if (plan.place.kind === "kept") return plan.place.row;
    const old = revivals.get(plan.place.row);
    if (old) return old;
    const made = { ...newIds(), row: plan.place.row };
    created.push(made);
    carries.push(...carryOf(made.id, plan));
    return standing(made);
  });
  const fresh = new Set(created.map(({ id }) => id));
  const isPinned = (index: number) => planned[index]?.before.some((row) => row.pinned) ?? false;
  const pinned = after.filter(({ id }, index) => fresh.has(id) && isPinned(index)).map(({ id }) => id);
  const homes = homesOf(planned, after);
  const gone = before.slice(run.from, run.rowTo);
  const step = {
    position: run.from,
    before: gone.map(({ id }) => id),
    after: after.map(placedRow),
    pin: null,
    proposals: moveWords(waiting.proposals, homes, gone, after),
    drafts: moveWords(waiting.drafts, homes, gone, after),
  };
  return { step, after, created, carries, pinned };
}

/** From the first row that changes up to the last one; null if none does. */
function changedRun(before: readonly VersionRow[], rows: readonly PlannedRow[]) {
  const stays = (old: number, next: number) => {
    const place = rows[next]?.place;
    return place?.kind === "kept" && place.row === before[old];
  };
  const least = Math.min(before.length, rows.length);
  let from = 0;
  while (from < least && stays(from, from)) from += 1;
  if (from === before.length && from === rows.length) return null;
  let tail = 0;
  while (tail < least - from && stays(before.length - 1 - tail, rows.length - 1 - tail)) tail += 1;
  return { from, rowTo: before.length - tail, planTo: rows.length - tail };
}

const standing = ({ id, revisionId, row }: CreatedRow): RepairRow => {
  const { parts: _parts, ...content } = row;
  return { ...content, id, revisionId, approved: false, pinned: false };
};

/** Only where a text stands under a source that it was not written for. */
function carryOf(segmentId: SegmentId, { before, grade, machine }: PlannedRow): readonly Carry[] {
  const [row] = before;
  if (!row || before.length > 1 || grade === "new" || machine === "replaced") return [];
  const worst = row.pending ? worseGrade(row.pending.grade, grade) : grade;
  if (worst === "same") return [];
  const wasApproved = row.approved || row.pending !== null;
  return [{ segmentId, fromSegmentId: row.pending?.from ?? row.id, grade: worst, wasApproved }];
}

function homesOf(
  planned: readonly PlannedRow[],
  after: readonly RepairRow[],
): ReadonlyMap<SegmentId, SegmentId> {
  const homes = new Map<SegmentId, SegmentId>();
  for (const [index, plan] of planned.entries()) {
    const home = after[index];
    if (home) for (const row of plan.before) homes.set(row.id, home.id);
  }
  return homes;
}

/**
 * Words go with their row, also onto a text that they were not written on: there they are shown as
 * conflicted. Words of a row that is gone, and second ones of one person, stay: that is the tray.
 * Words that wait on a row that comes back are named, too, as going nowhere.
 */
function moveWords(
  words: readonly WaitingWords[],
  homes: ReadonlyMap<SegmentId, SegmentId>,
  before: readonly RepairRow[],
  after: readonly RepairRow[],
): readonly WordsMove[] {
  const live = new Set(after.map(({ id }) => id));
  const stood = new Set(before.map(({ id }) => id));
  const taken = new Set(
    words.filter((word) => live.has(word.segmentId)).map((word) => slot(word, word.segmentId)),
  );
  return words.flatMap((word): readonly WordsMove[] => {
    const from = word.segmentId;
    if (live.has(from)) return stood.has(from) ? [] : [{ id: word.id, from, to: from }];
    const to = homes.get(from);
    if (!to || taken.has(slot(word, to))) return [];
    taken.add(slot(word, to));
    return [{ id: word.id, from, to }];
  });
}

/** Words of which there may be several per row and person have a place each. */
const slot = (word: WaitingWords, segmentId: SegmentId): string =>
  `${segmentId} ${word.isExclusive ? word.personId : word.id}`;
