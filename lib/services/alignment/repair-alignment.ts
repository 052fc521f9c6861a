import type { AccessError } from "@/lib/core/access/permissions";
import { pinChange } from "@/lib/core/repair/change";
import type { HandRepair, RepairFault } from "@/lib/core/repair/operation";
import { planRun } from "@/lib/core/repair/plan";
import type { RepairRow } from "@/lib/core/repair/row";
import { runOf } from "@/lib/core/repair/run";
import type { TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listShapes, lockAlignment, lockSegments, readRepairRows } from "@/lib/db/alignment/rows";
import { inTransaction, type Queryable } from "@/lib/db/client";
import type { ServiceContext } from "../context";
import { allowsRepair, authorizeRepair } from "./authorize-repair";
import { type Planned, planChange } from "./plan-change";
import { type RepairOutcome, writeChange } from "./write-change";

export type RepairError = { readonly code: AccessError | RepairFault | "changed-meanwhile" };

/**
 * Changes the rows of a translation, also while it is in review. Rows whose composition does not
 * change stay; the others are retired with their histories, and new ones (or retired ones that
 * are the same) take their places with the current texts. Open proposals and drafts follow their
 * text or go to the tray. One transaction and one event, which holds the way back.
 * `realignRows` re-aligns. `changed-meanwhile`: `version` is not that of the rows any more.
 */
export async function repairAlignment(
  ctx: ServiceContext,
  input: {
    readonly translationId: TranslationId;
    readonly version: number;
    readonly operation: HandRepair;
  },
): Promise<Result<RepairOutcome, RepairError>> {
  const { translationId, version, operation } = input;
  const granted = await authorizeRepair(ctx, translationId);
  if (!granted.ok) return granted;
  return inTransaction(ctx.db, async (tx) => {
    const head = await lockAlignment(tx, translationId);
    if (head?.version !== version) return err({ code: "changed-meanwhile" });
    if (!allowsRepair(granted.value, head)) return err({ code: "not-allowed" });
    const planned = await plan(tx, translationId, operation);
    if (!planned.ok) return err({ code: planned.error });
    const { change, before, waiting } = planned.value;
    const act = { type: "repaired", operation: operation.kind } as const;
    return ok(await writeChange(tx, translationId, granted.value, change, act, before, waiting, ctx.now()));
  });
}

/** Holds the rows that the operation touches and plans on them as they stand then. */
async function plan(
  tx: Queryable,
  translationId: TranslationId,
  operation: HandRepair,
): Promise<Result<Planned, RepairFault>> {
  const shapes = await listShapes(tx, translationId);
  const run = runOf(shapes, operation);
  if (!run.ok) return run;
  const { from, to } = run.value;
  const ids = shapes.slice(from, to).map(({ id }) => id);
  await lockSegments(tx, ids);
  const rows = await readRepairRows(tx, ids);
  if (operation.kind === "pin") return pin(rows, from, operation.pinned);
  const planned = planRun(rows, operation);
  return planned.ok ? ok(await planChange(tx, translationId, from, planned.value)) : planned;
}

function pin(rows: readonly RepairRow[], position: number, pinned: boolean): Result<Planned, RepairFault> {
  const [row] = rows;
  if (!row || row.pinned === pinned) return err("nothing-to-do");
  const waiting = { proposals: [], drafts: [] };
  return ok({ change: pinChange(position, row, pinned), before: [row], waiting });
}
