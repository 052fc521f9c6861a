import type { AccessError } from "@/lib/core/access/permissions";
import { roleAllows } from "@/lib/core/access/permissions";
import { countApprovals, mayPublish } from "@/lib/core/policy/policy";
import { mayUndo } from "@/lib/core/proposal/undo";
import type { ApprovalCount, BitextHead, Row, RowEntry, SegmentDetail } from "@/lib/core/review/bitext";
import type { SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findBitextHead } from "@/lib/db/bitext/head";
import { findRow, listRowEntries, listRows, listRowsById } from "@/lib/db/bitext/rows";
import {
  findMachineText,
  listDecidedProposals,
  listEarlierRevisions,
  listOpenProposals,
  listRevisions,
  listTextContributors,
} from "@/lib/db/bitext/segment";
import type { Queryable } from "@/lib/db/client";
import { findDraft } from "@/lib/db/drafts";
import { findPolicy } from "@/lib/db/policies";
import { listApprovers } from "@/lib/db/proposals/approvals";
import { listUndoable } from "@/lib/db/proposals/undo";
import { authorize, type Granted } from "../authorize";
import type { ServiceContext } from "../context";

type Refused = { readonly code: AccessError };

/** Most rows that one call of `readRows` gives. */
export const ROW_WINDOW = 200;

/** Head and index of a translation: what the workbench needs before the first text. */
export async function readBitext(
  ctx: ServiceContext,
  translationId: TranslationId,
): Promise<Result<{ readonly head: BitextHead; readonly entries: readonly RowEntry[] }, Refused>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  const { role, userId } = granted.value;
  const [found, entries] = await Promise.all([
    findBitextHead(ctx.db.pool, translationId),
    listRowEntries(ctx.db.pool, translationId, userId),
  ]);
  if (!found) return err({ code: "not-found" });
  const { importedById, ...head } = found;
  const policy = await findPolicy(ctx.db.pool, granted.value.projectId);
  const may = {
    propose: roleAllows(role, "proposal.write"),
    decide: roleAllows(role, "proposal.decide") && (importedById !== userId || !policy.fourEyes),
    publish: roleAllows(role, "translation.publish") && mayPublish(policy, role),
  };
  return ok({ head: { ...head, plannedFor: may.publish ? head.plannedFor : null, may }, entries });
}

/** Rows `from` up to and not including `to`, 0-based, at most 200. */
export async function readRows(
  ctx: ServiceContext,
  translationId: TranslationId,
  from: number,
  to: number,
): Promise<Result<readonly Row[], Refused>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  return ok(await listRows(ctx.db.pool, translationId, from, Math.min(to, from + ROW_WINDOW)));
}

/** The named rows in document order, at most 200; ids that are not of this translation are left out. */
export async function readRowsById(
  ctx: ServiceContext,
  translationId: TranslationId,
  ids: readonly SegmentId[],
): Promise<Result<readonly Row[], Refused>> {
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "document.read");
  if (!granted.ok) return granted;
  return ok(await listRowsById(ctx.db.pool, translationId, ids.slice(0, ROW_WINDOW)));
}

/** Everything about one row, as the person who asks may see and do it. `realigned`: a repair has retired it. */
export async function readSegment(
  ctx: ServiceContext,
  segmentId: SegmentId,
): Promise<Result<SegmentDetail, Refused | { readonly code: "realigned" }>> {
  const granted = await authorize(ctx, { kind: "segment", id: segmentId }, "document.read");
  if (!granted.ok) return granted;
  const { role, userId } = granted.value;
  const db = ctx.db.pool;
  const [row, open, decided, history, earlier, draft, undoable] = await Promise.all([
    findRow(db, segmentId),
    listOpenProposals(db, segmentId),
    listDecidedProposals(db, segmentId, userId),
    listRevisions(db, segmentId),
    listEarlierRevisions(db, segmentId),
    findDraft(db, segmentId, userId),
    roleAllows(role, "proposal.decide") ? listUndoable(db, segmentId) : [],
  ]);
  const first = history[0];
  if (!first) return err({ code: "not-found" });
  if (!row) return err({ code: "realigned" });
  const decides = roleAllows(role, "proposal.decide");
  const writers = decides && !row.approved ? await listTextContributors(db, row.revisionId) : null;
  return ok({
    row,
    machineText: first.origin === "mt" ? first.targetText : await findMachineText(db, segmentId),
    proposals: open.map(
      ({ authorId, contributorIds, textWriterIds, approverIds, approvalsNeeded, ...proposal }) => ({
        ...proposal,
        approvals: countApprovals(approverIds, approvalsNeeded, userId),
        mine: authorId === userId,
        decidable: decides && !contributorIds.includes(userId),
        isOnOwnText: textWriterIds.includes(userId),
      }),
    ),
    decided,
    history,
    earlier,
    draft,
    approvable: writers !== null && !writers.includes(userId),
    approvals: writers && (await countRowApprovals(db, row, granted.value)),
    undoable: undoable
      .filter(({ decision, state }) => mayUndo(decision, state, { userId, isAdmin: role === "admin" }).ok)
      .map(({ decision: { id, kind }, proposalId }) => ({ decisionId: id, kind, proposalId })),
  });
}

async function countRowApprovals(
  db: Queryable,
  { id: segmentId, revisionId, textHash }: Row,
  { projectId, userId }: Granted,
): Promise<ApprovalCount> {
  const { approvals } = await findPolicy(db, projectId);
  const given = await listApprovers(db, { segmentId, proposalId: null, revisionId, textHash });
  return countApprovals(given, approvals, userId);
}
