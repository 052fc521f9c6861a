import type { TextOrigin } from "@/lib/core/repair/row";
import type { RevisionId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** A revision with who brought it, who approved it, and why. */
export interface HistoryRow {
  readonly id: RevisionId;
  readonly segmentId: SegmentId;
  readonly number: number;
  readonly origin: TextOrigin;
  readonly targetText: string;
  readonly authorName: string | null;
  readonly createdAt: Date;
  readonly approverId: string | null;
  readonly approverName: string | null;
  readonly approvedAt: Date | null;
  /** Approved by somebody who wrote or imported the words, as the policy allowed. */
  readonly ownWords: boolean;
  /** What its author said of the change, and what the approver answered; empty if nothing. */
  readonly comment: string;
  readonly reason: string | null;
  readonly note: string;
}

const HISTORY = `
  SELECT r."id", r."segmentId", r."number", r."origin", r."targetText", a."displayName" AS "authorName", r."createdAt",
         d."actorId" AS "approverId", u."displayName" AS "approverName", d."createdAt" AS "approvedAt",
         coalesce(d."ownWords", false) AS "ownWords", coalesce(p."comment", '') AS "comment", p."reason",
         coalesce(d."note", '') AS "note"
  FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" LEFT JOIN "User" a ON a."id" = r."authorId"
  LEFT JOIN "Proposal" p ON p."id" = r."proposalId"
  LEFT JOIN LATERAL (
    SELECT * FROM "Decision" x WHERE x."revisionId" = r."id" AND x."kind" IN ('accept', 'accept-part', 'approve')
    ORDER BY x."createdAt" DESC LIMIT 1) d ON true
  LEFT JOIN "User" u ON u."id" = d."actorId"`;

/** All revisions of a segment, first to last. */
export async function listHistory(db: Queryable, segmentId: SegmentId): Promise<readonly HistoryRow[]> {
  const { rows } = await db.query<HistoryRow>(`${HISTORY} WHERE r."segmentId" = $1 ORDER BY r."number"`, [
    segmentId,
  ]);
  return rows;
}

/** All revisions of the rows of a translation, row by row, first to last. */
export async function listHistories(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly HistoryRow[]> {
  const { rows } = await db.query<HistoryRow>(
    `${HISTORY} WHERE s."translationId" = $1 AND s."position" IS NOT NULL ORDER BY s."position", r."number"`,
    [translationId],
  );
  return rows;
}

/** Where a segment stands: its translation, and its row (0-based; null for one that a repair has retired). */
export async function findSegmentPlace(
  db: Queryable,
  id: SegmentId,
): Promise<{ readonly translationId: TranslationId; readonly position: number | null } | null> {
  const { rows } = await db.query<{ translationId: TranslationId; position: number | null }>(
    `SELECT "translationId", "position" FROM "Segment" WHERE "id" = $1`,
    [id],
  );
  return rows[0] ?? null;
}
