import { err, ok, type Result } from "../shared/result";
import { groupsOf } from "./groups";
import type { RepairFault, RowRepair } from "./operation";
import { regroup } from "./regroup";
import { type NewRow, type RepairRow, sameComposition } from "./row";

/** A place after a repair: a row that stays as it is, or one to be made. */
export type Placement =
  | { readonly kind: "kept"; readonly row: RepairRow }
  | { readonly kind: "new"; readonly row: NewRow };

/** A run of rows and what comes in its place; neither begins or ends with a row that stays. */
export interface RunPlan {
  /** Index in the run that was given, where `before` begins. */
  readonly offset: number;
  readonly before: readonly RepairRow[];
  readonly after: readonly Placement[];
}

/** Plans an operation on the rows of its run. Rows whose composition does not change are kept. */
export function planRun(run: readonly RepairRow[], operation: RowRepair): Result<RunPlan, RepairFault> {
  const groups = groupsOf(run, operation);
  if (!groups.ok) return groups;
  const plan = trimmed(run, keepRows(run, regroup(run, groups.value)));
  return plan.after.length + plan.before.length === 0 ? err("nothing-to-do") : ok(plan);
}

/** For each row to be made the one of the run that is the same; in order, so that no two that stay change places. */
export function keepRows(run: readonly RepairRow[], rows: readonly NewRow[]): readonly Placement[] {
  const byText = new Map<string, number[]>();
  run.forEach((row, index) => {
    const same = byText.get(row.targetText);
    if (same) same.push(index);
    else byText.set(row.targetText, [index]);
  });
  let next = 0;
  return rows.map((row) => {
    const at = (byText.get(row.targetText) ?? []).find(
      (index) => index >= next && sameComposition(run[index] as RepairRow, row),
    );
    const old = at === undefined ? undefined : run[at];
    if (at === undefined || !old) return { kind: "new", row };
    next = at + 1;
    return { kind: "kept", row: old };
  });
}

/** The plan without what stays at either end. */
export function trimmed(before: readonly RepairRow[], after: readonly Placement[]): RunPlan {
  const isKept = (place: Placement | undefined, row: RepairRow | undefined) =>
    place?.kind === "kept" && place.row === row;
  let head = 0;
  while (head < before.length && isKept(after[head], before[head])) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && isKept(after.at(-1 - tail), before.at(-1 - tail))) tail += 1;
  return {
    offset: head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

/**
 * For each row to be made the retired one that is the same, sources, machine paragraphs and text:
 * it is brought back, with its history and its approval. No retired row is used twice.
 */
export function findRevivals(
  rows: readonly NewRow[],
  retired: readonly RepairRow[],
): ReadonlyMap<NewRow, RepairRow> {
  const byText = new Map<string, RepairRow[]>();
  for (const row of retired) byText.set(row.targetText, [...(byText.get(row.targetText) ?? []), row]);
  const found = new Map<NewRow, RepairRow>();
  for (const row of rows) {
    const same = byText.get(row.targetText) ?? [];
    const at = same.findIndex((old) => sameComposition(old, row));
    const [old] = at < 0 ? [] : same.splice(at, 1);
    if (old) found.set(row, old);
  }
  return found;
}
