import { type AccessError, roleAllows } from "@/lib/core/access/permissions";
import { foldAlignmentHistory } from "@/lib/core/repair/history";
import type { RepairKind } from "@/lib/core/repair/operation";
import type { RowEntry } from "@/lib/core/review/bitext";
import type { TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listAlignmentEntries } from "@/lib/db/alignment/log";
import { findAlignment } from "@/lib/db/alignment/rows";
import { listTray as readTray, type TrayRow } from "@/lib/db/alignment/waiting";
import { listRowEntries } from "@/lib/db/bitext/rows";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { allowsRepair } from "./authorize-repair";

export interface AlignmentState {
  readonly version: number;
  readonly entries: readonly RowEntry[];
  /** What an undo or a redo would do next; null if there is nothing. */
  readonly undo: RepairKind | null;
  readonly redo: RepairKind | null;
  readonly mayRepair: boolean;
}

/**
 * The rows of a translation as the repair of its alignment needs them. For everybody who may read the document.
 * @param from,to only of these rows, 0-based and half-open; all without.
 */
export async function readAlignment(
  ctx: ServiceContext,
  translationId: TranslationId,
  from?: number,
  to?: number,
): Promise<Result<AlignmentState, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  // The version first: rows that are newer than it make the next repair be refused, never go wrong.
  const head = await findAlignment(ctx.db.pool, translationId);
  if (!head) return err({ code: "not-found" });
  const [entries, log] = await Promise.all([
    listRowEntries(ctx.db.pool, translationId, granted.value.userId, from, to),
    listAlignmentEntries(ctx.db.pool, translationId),
  ]);
  const { done, undone } = foldAlignmentHistory(log);
  const kindOf = (sequence: string | undefined): RepairKind | null =>
    log.find((entry) => entry.sequence === sequence)?.operation ?? null;
  return ok({
    version: head.version,
    entries,
    undo: kindOf(done.at(-1)?.repair),
    redo: kindOf(undone.at(-1)?.repair),
    mayRepair: allowsRepair(granted.value, head),
  });
}

export type TrayItem = Omit<TrayRow, "authorId"> & {
  readonly mine: boolean;
  /** The person may put it onto a row. */
  readonly placeable: boolean;
};

/** Proposals, and the person's own drafts, that a repair left without a row. For everybody who may read the document. */
export async function listTray(
  ctx: ServiceContext,
  translationId: TranslationId,
): Promise<Result<readonly TrayItem[], { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  const { userId, role } = granted.value;
  const rows = await readTray(ctx.db.pool, translationId, userId);
  return ok(
    rows.map(({ authorId, ...row }) => {
      const mine = authorId === userId;
      const placeable = mine ? roleAllows(role, "proposal.write") : roleAllows(role, "alignment.repair");
      return { ...row, mine, placeable };
    }),
  );
}
