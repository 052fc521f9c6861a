import type { AccessError } from "@/lib/core/access/permissions";
import { takeBack } from "@/lib/core/repair/change";
import { foldAlignmentHistory } from "@/lib/core/repair/history";
import type { SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listAlignmentEntries, readStep } from "@/lib/db/alignment/log";
import { listShapes, lockAlignment, lockSegments, readRepairRows } from "@/lib/db/alignment/rows";
import { listWaiting } from "@/lib/db/alignment/waiting";
import { inTransaction, type Queryable } from "@/lib/db/client";
import type { Granted } from "../authorize";
import type { ServiceContext } from "../context";
import { allowsRepair, authorizeRepair } from "./authorize-repair";
import { type RepairOutcome, writeChange } from "./write-change";

export type TakeBackError =
  | { readonly code: AccessError | "changed-meanwhile" | "nothing-to-undo" | "nothing-to-redo" }
  /** Somebody has decided on these rows since; 1-based, as they stand now. */
  | { readonly code: "built-upon"; readonly rowNumbers: readonly number[] };

type Input = { readonly translationId: TranslationId; readonly version: number };

/**
 * Takes the last repair back that is in force, whoever did it and however long ago: the very rows
 * that it retired come back. `built-upon`: somebody has approved a text on its rows since.
 */
export function undoRepair(ctx: ServiceContext, input: Input): Promise<Result<RepairOutcome, TakeBackError>> {
  return travel(ctx, input, "undone");
}

/** Does the repair again that was taken back last, unless the rows were repaired otherwise since. */
export async function redoRepair(
  ctx: ServiceContext,
  input: Input,
): Promise<Result<RepairOutcome, TakeBackError>> {
  return travel(ctx, input, "redone");
}

async function travel(
  ctx: ServiceContext,
  { translationId, version }: Input,
  type: "undone" | "redone",
): Promise<Result<RepairOutcome, TakeBackError>> {
  const granted = await authorizeRepair(ctx, translationId);
  if (!granted.ok) return granted;
  return inTransaction(ctx.db, async (tx) => {
    const head = await lockAlignment(tx, translationId);
    if (head?.version !== version) return err({ code: "changed-meanwhile" });
    if (!allowsRepair(granted.value, head)) return err({ code: "not-allowed" });
    const entries = await listAlignmentEntries(tx, translationId);
    const history = foldAlignmentHistory(entries);
    const last = (type === "undone" ? history.done : history.undone).at(-1);
    if (!last) return err({ code: type === "undone" ? "nothing-to-undo" : "nothing-to-redo" });
    const operation = entries.find((entry) => entry.sequence === last.repair)?.operation ?? "join";
    return swapBack(
      tx,
      translationId,
      granted.value,
      { type, operation, of: last.repair },
      last.latest,
      ctx.now(),
    );
  });
}

async function swapBack(
  tx: Queryable,
  translationId: TranslationId,
  by: Granted,
  act: Parameters<typeof writeChange>[4],
  latest: string,
  at: Date,
): Promise<Result<RepairOutcome, TakeBackError>> {
  const step = await readStep(tx, latest);
  const presentIds = step.after.map(({ id }) => id);
  await lockSegments(tx, [...new Set([...presentIds, ...step.before])]);
  const present = await readRepairRows(tx, presentIds);
  const past = await readRepairRows(tx, step.before);
  const waiting = await listWaiting(tx, [...new Set([...presentIds, ...step.before])]);
  const change = takeBack(step, present, past, waiting);
  if (!change.ok) {
    return err({ code: "built-upon", rowNumbers: await numbersOf(tx, translationId, change.error.rows) });
  }
  return ok(await writeChange(tx, translationId, by, change.value, act, present, waiting, at));
}

async function numbersOf(
  tx: Queryable,
  translationId: TranslationId,
  ids: readonly SegmentId[],
): Promise<readonly number[]> {
  const wanted = new Set(ids);
  const shapes = await listShapes(tx, translationId);
  return shapes.flatMap(({ id }, index) => (wanted.has(id) ? [index + 1] : []));
}
