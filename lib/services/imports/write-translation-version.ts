import { randomUUID } from "node:crypto";
import type { RenewedTranslation } from "@/lib/core/reimport/renewed-version";
import { type VersionChange, versionChange } from "@/lib/core/reimport/version-change";
import type { WaitingOnRows } from "@/lib/core/repair/change";
import { findRevivals } from "@/lib/core/repair/plan";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { listRetiredLike } from "@/lib/db/alignment/rows";
import { listWaiting } from "@/lib/db/alignment/waiting";
import { writeAlignment } from "@/lib/db/alignment/write";
import type { Queryable } from "@/lib/db/client";
import { appendCarries, appendMachine, pinRows, setEngine } from "@/lib/db/documents/version-write";
import type { ImportRow } from "@/lib/db/imports";
import type { Granted } from "../authorize";
import { textHash } from "../text-hash";
import type { PlannedTranslation } from "./plan-import-version";

/**
 * Writes what a new version makes of one translation, in the transaction that holds its rows. Null if
 * it leaves them as they are.
 */
export async function writeTranslation(
  tx: Queryable,
  by: Granted,
  found: ImportRow,
  { translation, state, plan }: PlannedTranslation,
  at: Date,
): Promise<{ readonly renewed: RenewedTranslation; readonly toTray: number } | null> {
  const made = plan.rows.flatMap(({ place }) => (place.kind === "new" ? [place.row] : []));
  const hashes = made.map((row) => textHash(row.targetText));
  const revivals = findRevivals(made, await listRetiredLike(tx, translation.id, hashes));
  const words = [...state.rows, ...revivals.values()].map(({ id }) => id);
  const waiting = await listWaiting(tx, words);
  const change = versionChange(state.rows, plan, revivals, newIds, waiting);
  if (!change) return null;
  const isNewMachine = found.renewal?.translationId === translation.id;
  if (isNewMachine) {
    await appendMachine(tx, translation.id, plan.machine, plan.codes);
    await setEngine(tx, translation.id, found.settings.mtEngine.trim() || null);
  }
  const fresh = new Set(plan.machine.map(({ id }) => id));
  const created = change.created.map((one) => ({
    ...one,
    textHash: textHash(one.row.targetText),
    authorId: one.row.targets.some((id) => fresh.has(id)) ? by.userId : null,
  }));
  const version = await writeAlignment(tx, translation.id, change, created, at);
  await appendCarries(tx, change.carries);
  await pinRows(tx, change.pinned);
  const live = new Set(change.after.map(({ id }) => id));
  const stood = new Set(change.step.before);
  const goes = state.rows.filter(({ id }) => stood.has(id) && !live.has(id));
  return {
    toTray: countToTray(change, goes, waiting),
    renewed: {
      translationId: translation.id,
      version,
      step: change.step,
      pinned: goes.filter(({ pinned }) => pinned).map(({ id }) => id),
      ...(isNewMachine && { engine: translation.mtEngine }),
    },
  };
}

const newIds = () => ({
  id: randomUUID() as string as SegmentId,
  revisionId: randomUUID() as string as RevisionId,
});

function countToTray(
  { step }: VersionChange,
  goes: readonly { readonly id: SegmentId }[],
  waiting: WaitingOnRows,
): number {
  const gone = new Set(goes.map(({ id }) => id));
  const placed = new Set([...step.proposals, ...step.drafts].map(({ id, from }) => `${id} ${from}`));
  return [...waiting.proposals, ...waiting.drafts].filter(
    ({ id, segmentId }) => gone.has(segmentId) && !placed.has(`${id} ${segmentId}`),
  ).length;
}
