import { type AccessError, roleAllows } from "@/lib/core/access/permissions";
import { keepsMeaning } from "@/lib/core/reimport/grade-change";
import type { RevisionId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { ok, type Result } from "@/lib/core/shared/result";
import { type CarriedRow, listCarriedRows } from "@/lib/db/alignment/carried";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { approveSegment } from "./approve-segment";

export type CarriedItem = Omit<CarriedRow, "writerIds"> & {
  /** The person may confirm it along with others: its meaning stayed, and none of its words are theirs. */
  readonly confirmable: boolean;
};

/** Rows that were approved before a new version changed their source. For everybody who may read the document. */
export async function listCarried(
  ctx: ServiceContext,
  translationId: TranslationId,
): Promise<Result<readonly CarriedItem[], { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  const { userId, role } = granted.value;
  const decides = roleAllows(role, "proposal.decide");
  const rows = await listCarriedRows(ctx.db.pool, translationId);
  return ok(
    rows.map(({ writerIds, ...row }) => ({
      ...row,
      confirmable: decides && keepsMeaning(row.grade) && !writerIds.includes(userId),
    })),
  );
}

/** A row with the text that the person saw there. */
export interface SeenRow {
  readonly segmentId: SegmentId;
  readonly revisionId: RevisionId;
  readonly textHash: string;
}

export interface Confirmed {
  readonly confirmed: readonly SegmentId[];
  /**
   * Rows that are not confirmed by this, and why. `changed-meanwhile`: also those that do not wait to be confirmed;
   * `approved-already`: approved by this person, now or before, and others have to approve, too.
   */
  readonly left: readonly {
    readonly segmentId: SegmentId;
    readonly code: "own-words" | "changed-meanwhile" | "realigned" | "approved-already" | "objected";
  }[];
}

/**
 * Confirms carried rows whose source changed without changing its meaning: an ordinary approval of
 * each by this editor, bound to the text that they saw. Rows that changed meanwhile are left out.
 */
export async function confirmCarried(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId; readonly rows: readonly SeenRow[] },
): Promise<Result<Confirmed, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "translation", id: input.translationId }, "proposal.decide");
  if (!granted.ok) return granted;
  const waiting = new Map(
    (await listCarriedRows(ctx.db.pool, input.translationId))
      .filter(({ grade }) => keepsMeaning(grade))
      .map((row) => [row.segmentId, row]),
  );
  const confirmed: SegmentId[] = [];
  const left: Confirmed["left"][number][] = [];
  for (const row of input.rows) {
    const { segmentId } = row;
    if (!waiting.has(segmentId)) {
      left.push({ segmentId, code: "changed-meanwhile" });
      continue;
    }
    const done = await approveSegment(ctx, row);
    if (done.ok && done.value.missing === 0) confirmed.push(segmentId);
    else if (done.ok) left.push({ segmentId, code: "approved-already" });
    else if (isAccess(done.error.code)) return { ok: false, error: { code: done.error.code } };
    else left.push({ segmentId, code: done.error.code });
  }
  return ok({ confirmed, left });
}

const isAccess = (code: string): code is AccessError =>
  code === "sign-in-required" || code === "not-found" || code === "not-allowed";
