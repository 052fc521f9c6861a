import { randomUUID } from "node:crypto";
import type { AccessError } from "@/lib/core/access/permissions";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { type AlignmentChange, changeOf, pinChange, type WaitingOnRows } from "@/lib/core/repair/change";
import type { Align } from "@/lib/core/repair/groups";
import type { RepairFault, RepairOperation } from "@/lib/core/repair/operation";
import { findRevivals, planRun } from "@/lib/core/repair/plan";
import type { RepairRow } from "@/lib/core/repair/row";
import { runOf } from "@/lib/core/repair/run";
import type { RevisionId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import {
  type AlignmentHead,
  listRetiredLike,
  listShapes,
  lockAlignment,
  lockSegments,
  readRepairRows,
} from "@/lib/db/alignment/rows";
import { listWaiting } from "@/lib/db/alignment/waiting";
import { inTransaction, type Queryable } from "@/lib/db/client";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { alignPlainTexts } from "./align-plain-texts";
import { allowsRepair, authorizeRepair } from "./authorize-repair";
import { type RepairOutcome, writeChange } from "./write-change";

export type RepairError = { readonly code: AccessError | RepairFault | "changed-meanwhile" };

/**
 * Changes the rows of a translation, also while it is in review. Rows whose composition does not
 * change stay; the others are retired with their histories, and new ones (or retired ones that
 * are the same) take their places with the current texts. Open proposals and drafts follow their
 * text or go to the tray. One transaction and one event, which holds the way back.
 * `changed-meanwhile`: `version` is not that of the rows any more.
 */
export async function repairAlignment(
  ctx: ServiceContext,
  input: {
    readonly translationId: TranslationId;
    readonly version: number;
    readonly operation: RepairOperation;
  },
): Promise<Result<RepairOutcome, RepairError>> {
  const { translationId, version, operation } = input;
  const granted = await authorizeRepair(ctx, translationId);
  if (!granted.ok) return granted;
  // Aligned before the translation is held: others go on reading and deciding meanwhile.
  const align = alignAhead(granted.value.head);
  if (operation.kind === "realign") await plan(ctx.db.pool, translationId, operation, align);
  return inTransaction(ctx.db, async (tx) => {
    const head = await lockAlignment(tx, translationId);
    if (head?.version !== version) return err({ code: "changed-meanwhile" });
    if (!allowsRepair(granted.value, head)) return err({ code: "not-allowed" });
    const planned = await plan(tx, translationId, operation, align, lockSegments);
    if (!planned.ok) return err({ code: planned.error });
    const { change, before, waiting } = planned.value;
    const act = { type: "repaired", operation: operation.kind } as const;
    return ok(await writeChange(tx, translationId, granted.value, change, act, before, waiting, ctx.now()));
  });
}

interface Planned {
  readonly change: AlignmentChange;
  readonly before: readonly RepairRow[];
  readonly waiting: WaitingOnRows;
}

async function plan(
  db: Queryable,
  translationId: TranslationId,
  operation: RepairOperation,
  align: Align,
  hold: typeof lockSegments = async () => {},
): Promise<Result<Planned, RepairFault>> {
  const shapes = await listShapes(db, translationId);
  const run = runOf(shapes, operation);
  if (!run.ok) return run;
  const { from, to } = run.value;
  const ids = shapes.slice(from, to).map(({ id }) => id);
  await hold(db, ids);
  const rows = await readRepairRows(db, ids);
  if (operation.kind === "pin") return pin(rows, from, operation.pinned);
  // Approved while the rows were waited for: the stretch is another one now.
  const isOvertaken = rows.some((row) => row.approved && !shapes.find(({ id }) => id === row.id)?.approved);
  if (operation.kind === "realign" && isOvertaken) return plan(db, translationId, operation, align, hold);
  const planned = planRun(rows, operation, align);
  if (!planned.ok) return planned;
  const made = planned.value.after.flatMap((place) => (place.kind === "new" ? [place.row] : []));
  const hashes = made.map((row) => textHash(row.targetText));
  const revivals = findRevivals(made, await listRetiredLike(db, translationId, hashes));
  const before = planned.value.before;
  const revived = [...revivals.values()].map(({ id }) => id);
  const waiting = await listWaiting(db, [...before.map(({ id }) => id), ...revived]);
  const change = changeOf(from + planned.value.offset, planned.value, revivals, newIds, waiting);
  return ok({ change, before, waiting });
}

function pin(rows: readonly RepairRow[], position: number, pinned: boolean): Result<Planned, RepairFault> {
  const [row] = rows;
  if (!row || row.pinned === pinned) return err("nothing-to-do");
  const waiting = { proposals: [], drafts: [] };
  return ok({ change: pinChange(position, row, pinned), before: [row], waiting });
}

const newIds = () => ({
  id: randomUUID() as string as SegmentId,
  revisionId: randomUUID() as string as RevisionId,
});

/** The aligner, which works once on the same texts. */
function alignAhead(head: AlignmentHead): Align {
  const known = new Map<string, ReturnType<Align>>();
  return (source, target) => {
    const key = JSON.stringify([source, target]);
    const beads = known.get(key) ?? alignPlainTexts(head, source, target, alignParagraphs);
    known.set(key, beads);
    return beads;
  };
}
