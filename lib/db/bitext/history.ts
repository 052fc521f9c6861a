import type { WrittenStep } from "@/lib/core/blame/steps";
import type { TextOrigin } from "@/lib/core/repair/row";
import type { RevisionId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { shownName } from "../users";

/** A revision with who brought it, who approved it, and why. */
export interface HistoryRow {
  readonly id: RevisionId;
  readonly segmentId: SegmentId;
  readonly number: number;
  readonly origin: TextOrigin;
  readonly targetText: string;
  readonly authorId: UserId | null;
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
  SELECT r."id", r."segmentId", r."proposalId", r."number", r."origin", r."targetText", r."authorId",
         ${shownName("a")} AS "authorName", r."createdAt",
         d."actorId" AS "approverId", u."displayName" AS "approverName", d."createdAt" AS "approvedAt",
         coalesce(d."ownWords", false) AS "ownWords", coalesce(p."comment", '') AS "comment", p."reason",
         coalesce(d."note", '') AS "note"
  FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" LEFT JOIN "User" a ON a."id" = r."authorId"
  LEFT JOIN "Proposal" p ON p."id" = r."proposalId"
  LEFT JOIN LATERAL (
    SELECT x.* FROM revision_approvals(r."id") v JOIN "Decision" x ON x."id" = v."decisionId"
    ORDER BY x."createdAt" DESC LIMIT 1) d ON true
  LEFT JOIN "User" u ON u."id" = d."actorId"`;

/** All revisions of a segment, first to last. */
export async function listHistory(db: Queryable, segmentId: SegmentId): Promise<readonly HistoryRow[]> {
  const { rows } = await db.query<HistoryRow>(`${HISTORY} WHERE r."segmentId" = $1 ORDER BY r."number"`, [
    segmentId,
  ]);
  return rows;
}

/** A revision of a row that may be no more, and what a repair made it from. */
export interface LineRow extends HistoryRow {
  /** The row stands in the document. */
  readonly isLive: boolean;
  /** Passages of revisions of other rows that the text was put together from; null for every other text. */
  readonly parts:
    | readonly { readonly revisionId: RevisionId; readonly from: number; readonly to: number }[]
    | null;
  /** See SteppedRevision: null unless somebody wrote in another's proposal before it was accepted. */
  readonly steps: readonly WrittenStep[] | null;
}

/** Versions of the proposal of revision `h` until it was accepted, and of those that it was left over from. */
const STEPS = `(
  WITH RECURSIVE line("id", "depth") AS (
    SELECT h."proposalId", 0 UNION ALL
    SELECT p."fromProposalId", l."depth" + 1 FROM line l JOIN "Proposal" p ON p."id" = l."id"
    WHERE p."fromProposalId" IS NOT NULL
  )
  SELECT jsonb_agg(jsonb_build_object('text', v."targetText", 'authorId', u."id", 'name', u."displayName") ORDER BY l."depth" DESC, v."version")
  FROM line l JOIN "Proposal" p ON p."id" = l."id" CROSS JOIN LATERAL (
    SELECT x."version", x."cause", x."byId", x."targetText" FROM "ProposalVersion" x WHERE x."proposalId" = p."id"
    UNION ALL SELECT p."version", p."versionCause", p."versionById", p."targetText"
  ) v LEFT JOIN "User" u ON u."id" = CASE WHEN v."cause" = 'edited' THEN v."byId" ELSE p."authorId" END
  WHERE v."cause" <> 'rebased' AND (l."depth" > 0 OR v."version" <= (
    SELECT max(d."proposalVersion") FROM "Decision" d WHERE d."revisionId" = h."id" AND d."kind" IN ('accept', 'accept-part')))
  HAVING bool_or(v."cause" = 'edited' AND v."byId" <> p."authorId"))`;

/** All revisions of all rows that a translation has and had, row by row (the present ones first), first to last. */
export async function listLines(db: Queryable, translationId: TranslationId): Promise<readonly LineRow[]> {
  const { rows } = await db.query<LineRow>(
    `SELECT h.*, s."position" IS NOT NULL AS "isLive", (
       SELECT jsonb_agg(jsonb_build_object('revisionId', q."fromRevisionId", 'from', q."fromOffset", 'to', q."toOffset")
                        ORDER BY q."position")
       FROM "RevisionPart" q JOIN "Revision" f ON f."id" = q."fromRevisionId"
       WHERE q."revisionId" = h."id" AND f."segmentId" <> h."segmentId") AS "parts",
       CASE WHEN h."proposalId" IS NOT NULL THEN ${STEPS} END AS "steps"
     FROM (${HISTORY}) h JOIN "Segment" s ON s."id" = h."segmentId"
     WHERE s."translationId" = $1 ORDER BY s."position", h."segmentId", h."number"`,
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
