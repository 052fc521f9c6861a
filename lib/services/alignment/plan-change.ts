import { randomUUID } from "node:crypto";
import { type AlignmentChange, changeOf, type WaitingOnRows } from "@/lib/core/repair/change";
import { findRevivals, type RunPlan } from "@/lib/core/repair/plan";
import type { RepairRow } from "@/lib/core/repair/row";
import type { RevisionId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { listRetiredLike } from "@/lib/db/alignment/rows";
import { listWaiting } from "@/lib/db/alignment/waiting";
import type { Queryable } from "@/lib/db/client";
import { textHash } from "../text-hash";

/** A change that is ready to be written, with what it was made from. */
export interface Planned {
  readonly change: AlignmentChange;
  readonly before: readonly RepairRow[];
  readonly waiting: WaitingOnRows;
}

/**
 * What a plan changes: retired rows that are the same come back, and what waits on the rows follows.
 *
 * @param from 0-based position of the first row of the run that was planned.
 */
export async function planChange(
  db: Queryable,
  translationId: TranslationId,
  from: number,
  plan: RunPlan,
): Promise<Planned> {
  const made = plan.after.flatMap((place) => (place.kind === "new" ? [place.row] : []));
  const hashes = made.map((row) => textHash(row.targetText));
  const revivals = findRevivals(made, await listRetiredLike(db, translationId, hashes));
  const revived = [...revivals.values()].map(({ id }) => id);
  const waiting = await listWaiting(db, [...plan.before.map(({ id }) => id), ...revived]);
  return {
    change: changeOf(from + plan.offset, plan, revivals, newIds, waiting),
    before: plan.before,
    waiting,
  };
}

const newIds = () => ({
  id: randomUUID() as string as SegmentId,
  revisionId: randomUUID() as string as RevisionId,
});
