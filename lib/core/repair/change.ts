/** What a repair, or its way back, changes: worked out here, written down by lib/db/alignment. */
import type { RevisionId, SegmentId } from "../shared/ids";
import { err, ok, type Result } from "../shared/result";
import { followText, type WaitingWords, type WordsMove } from "./follow";
import type { RunPlan } from "./plan";
import type { NewRow, RepairRow } from "./row";
import { type AlignmentStep, builtUpon, placedRow, reversed } from "./step";

/** What waits on the rows of a run: on those that go and on those that come. */
export interface WaitingOnRows {
  readonly proposals: readonly WaitingWords[];
  readonly drafts: readonly WaitingWords[];
}

export interface CreatedRow {
  readonly id: SegmentId;
  readonly revisionId: RevisionId;
  readonly row: NewRow;
}

export interface AlignmentChange {
  readonly step: AlignmentStep;
  /** The run as it stands afterwards. */
  readonly after: readonly RepairRow[];
  /** Those of them that are new. */
  readonly created: readonly CreatedRow[];
}

/** Names of rows to be made; never one twice. */
export type NewIds = () => { readonly id: SegmentId; readonly revisionId: RevisionId };

/**
 * The change that a plan makes at a place.
 * @param revivals retired rows that come back instead of new ones (`findRevivals`).
 */
export function changeOf(
  position: number,
  plan: RunPlan,
  revivals: ReadonlyMap<NewRow, RepairRow>,
  newIds: NewIds,
  waiting: WaitingOnRows,
): AlignmentChange {
  const created: CreatedRow[] = [];
  const after = plan.after.map((place): RepairRow => {
    if (place.kind === "kept") return place.row;
    const old = revivals.get(place.row);
    if (old) return old;
    const made = { ...newIds(), row: place.row };
    created.push(made);
    return standing(made);
  });
  const step: AlignmentStep = {
    position,
    before: plan.before.map((row) => row.id),
    after: after.map(placedRow),
    pin: null,
    proposals: goAlong([], plan.before, after, waiting.proposals),
    drafts: goAlong([], plan.before, after, waiting.drafts),
  };
  return { step, after, created };
}

/** The change that pins a row or unpins it; the row itself stays. */
export const pinChange = (position: number, row: RepairRow, pinned: boolean): AlignmentChange => ({
  after: [row],
  created: [],
  step: {
    position,
    before: [row.id],
    after: [placedRow(row)],
    pin: { id: row.id, pinned },
    proposals: [],
    drafts: [],
  },
});

const standing = ({ id, revisionId, row }: CreatedRow): RepairRow => {
  const { parts: _parts, ...content } = row;
  return { ...content, id, revisionId, approved: false, pinned: false };
};

/**
 * The way back from a step, which is a step itself, so that it can be taken back, too. Words
 * that the step moved return; those that came since follow their text.
 *
 * @param present the step's `after` as they stand now, @param past its `before`.
 * @returns `built-upon` with the rows that somebody decided on since.
 */
export function takeBack(
  step: AlignmentStep,
  present: readonly RepairRow[],
  past: readonly RepairRow[],
  waiting: WaitingOnRows,
): Result<AlignmentChange, { readonly code: "built-upon"; readonly rows: readonly SegmentId[] }> {
  const built = builtUpon(step, present);
  if (built.length > 0) return err({ code: "built-upon", rows: built });
  return ok({
    created: [],
    after: past,
    step: {
      position: step.position,
      before: present.map((row) => row.id),
      after: past.map(placedRow),
      pin: step.pin && { id: step.pin.id, pinned: !step.pin.pinned },
      proposals: goAlong(reversed(step.proposals), present, past, waiting.proposals),
      drafts: goAlong(reversed(step.drafts), present, past, waiting.drafts),
    },
  });
}

/**
 * Where words go when one run takes the place of another: as `known` says where it says so and
 * they still are where it says, else after their text. Words that wait on a row that comes
 * back are named, too, as going nowhere: if the row goes again, they go back to the tray with it.
 */
function goAlong(
  known: readonly WordsMove[],
  before: readonly RepairRow[],
  after: readonly RepairRow[],
  words: readonly WaitingWords[],
): readonly WordsMove[] {
  const knownOf = (word: WaitingWords) =>
    known.find(({ id, from }) => id === word.id && from === word.segmentId);
  const stood = new Set(before.map((row) => row.id));
  const comes = new Set(after.filter((row) => !stood.has(row.id)).map((row) => row.id));
  const told = words.filter((word) => stood.has(word.segmentId)).flatMap((word) => knownOf(word) ?? []);
  const others = words.filter((word) => !stood.has(word.segmentId) || !knownOf(word));
  const arrived = told.flatMap(({ id, from, to }) => {
    const word = words.find((candidate) => candidate.id === id && candidate.segmentId === from);
    return word && to !== from ? [{ ...word, segmentId: to }] : [];
  });
  const waited = words
    .filter((word) => comes.has(word.segmentId))
    .map(({ id, segmentId }) => ({ id, from: segmentId, to: segmentId }));
  return [...told, ...waited, ...followText(before, after, [...arrived, ...others])];
}
