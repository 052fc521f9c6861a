import type { Bead } from "@/lib/core/alignment/bead";
import { type AlignmentChange, changeOf, pinChange, takeBack } from "@/lib/core/repair/change";
import type { WaitingWords, WordsMove } from "@/lib/core/repair/follow";
import type { RepairFault, RepairOperation } from "@/lib/core/repair/operation";
import { findRevivals, planRun, type RunPlan } from "@/lib/core/repair/plan";
import { planRealign, textsOf } from "@/lib/core/repair/realign";
import { type RepairRow, shapeOf } from "@/lib/core/repair/row";
import { runOf } from "@/lib/core/repair/run";
import type { AlignmentStep } from "@/lib/core/repair/step";
import type { ParagraphId, RevisionId, SegmentId, TargetParagraphId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";

/** A document under repair, as the database holds one. */
export interface MemoryDocument {
  readonly rows: readonly RepairRow[];
  readonly retired: readonly RepairRow[];
  readonly proposals: readonly WaitingWords[];
  readonly drafts: readonly WaitingWords[];
  readonly made: number;
}

/** A document of 1-1 rows. */
export function documentOf(pairs: readonly (readonly [string, string])[]): MemoryDocument {
  const rows = pairs.map(
    ([source, target], index): RepairRow => ({
      id: `s${index}` as SegmentId,
      revisionId: `r${index}` as RevisionId,
      sources: source === "" ? [] : [{ id: `p${index}` as ParagraphId, text: source }],
      targets: target === "" ? [] : [`t${index}` as TargetParagraphId],
      targetText: target,
      origin: "mt",
      approved: false,
      pinned: false,
      confidence: 0.5,
    }),
  );
  return { rows, retired: [], proposals: [], drafts: [], made: 0 };
}

/** An open proposal on a row. */
export const proposalOn = (row: RepairRow, id: string, person: string): WaitingWords => ({
  id,
  segmentId: row.id,
  personId: person as UserId,
  baseText: row.targetText,
  isExclusive: true,
});

/** Aligns source paragraphs with target paragraphs; both in order. */
export type Align = (source: readonly string[], target: readonly string[]) => readonly Bead[];

export interface Done {
  readonly document: MemoryDocument;
  readonly step: AlignmentStep;
}

/** Does an operation. */
export function repair(
  document: MemoryDocument,
  operation: RepairOperation,
  align: Align = oneToOne,
): Result<Done, RepairFault> {
  const run = runOf(document.rows.map(shapeOf), operation);
  if (!run.ok) return run;
  const { from, to } = run.value;
  if (operation.kind === "pin") {
    const row = document.rows[from] as RepairRow;
    if (row.pinned === operation.pinned) return err("nothing-to-do");
    return ok(written(document, pinChange(from, row, operation.pinned)));
  }
  const plan = planned(document.rows.slice(from, to), operation, align);
  if (!plan.ok) return plan;
  const created = plan.value.after.flatMap((place) => (place.kind === "new" ? [place.row] : []));
  let { made } = document;
  const newIds = () => {
    made += 1;
    return { id: `new-s${made}` as SegmentId, revisionId: `new-r${made}` as RevisionId };
  };
  const change = changeOf(
    from + plan.value.offset,
    plan.value,
    findRevivals(created, document.retired),
    newIds,
    document,
  );
  return ok(written({ ...document, made }, change));
}

function planned(
  run: readonly RepairRow[],
  operation: Exclude<RepairOperation, { kind: "pin" }>,
  align: Align,
): Result<RunPlan, RepairFault> {
  if (operation.kind !== "realign") return planRun(run, operation);
  const { source, target } = textsOf(run);
  const plan = planRealign(run, align(source, target), run);
  if (!plan.ok && plan.error === "changed-meanwhile") throw new Error("nobody else is there");
  return plan as Result<RunPlan, RepairFault>;
}

/** Takes a step back, or does it again. */
export function back(document: MemoryDocument, step: AlignmentStep) {
  const known = new Map([...document.rows, ...document.retired].map((row) => [row.id, row]));
  const rowsOf = (ids: readonly SegmentId[]) => ids.map((id) => known.get(id) as RepairRow);
  const change = takeBack(step, rowsOf(step.after.map(({ id }) => id)), rowsOf(step.before), document);
  return change.ok ? ok(written(document, change.value)) : change;
}

function written(document: MemoryDocument, { step, after }: AlignmentChange): Done {
  const pinnedBy = (row: RepairRow) => (row.id === step.pin?.id ? { ...row, pinned: step.pin.pinned } : row);
  const rows = document.rows.toSpliced(step.position, step.before.length, ...after).map(pinnedBy);
  const live = new Set(rows.map((row) => row.id));
  const gone = document.rows.filter((row) => !live.has(row.id));
  const retired = [...document.retired, ...gone].filter((row) => !live.has(row.id));
  const moved = (words: readonly WaitingWords[], moves: readonly WordsMove[]) =>
    words.map((word) => {
      const move = moves.find(({ id, from }) => id === word.id && from === word.segmentId);
      return move ? { ...word, segmentId: move.to } : word;
    });
  return {
    step,
    document: {
      ...document,
      rows,
      retired,
      proposals: moved(document.proposals, step.proposals),
      drafts: moved(document.drafts, step.drafts),
    },
  };
}

/** An aligner that takes the paragraphs in order. */
export const oneToOne: Align = (source, target) =>
  Array.from({ length: Math.max(source.length, target.length) }, (_, i): Bead => {
    const [s, t] = [Math.min(i, source.length), Math.min(i, target.length)];
    const sourceTo = Math.min(i + 1, source.length);
    return {
      sourceFrom: s,
      sourceTo,
      targetFrom: t,
      targetTo: Math.min(i + 1, target.length),
      confidence: 0.7,
    };
  });
