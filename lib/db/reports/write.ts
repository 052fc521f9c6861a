import { READERS_ID } from "@/lib/core/access/roles";
import type { ReportReason, ReportText } from "@/lib/core/report/report";
import type { ReportState } from "@/lib/core/report/report-outcome";
import type {
  ProposalId,
  PublicationId,
  ReportId,
  RevisionId,
  SegmentId,
  TranslationId,
  UserId,
} from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** Holds the reports of a translation until the transaction ends, so that they are counted and compared one by one. */
export async function lockReports(tx: Queryable, translationId: TranslationId): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('reports ' || $1, 0))`, [translationId]);
}

/** Makes sure that there is the account that stands for readers without one. Nobody can sign in as it. */
export async function ensureReaders(tx: Queryable, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO "User" ("id", "email", "displayName", "disabledAt", "createdAt")
     VALUES ($1, 'readers@gegenlesen.invalid', 'Reader', $2, $2) ON CONFLICT ("id") DO NOTHING`,
    [READERS_ID, at],
  );
}

/** Where a published paragraph stands now. */
export interface ReportPlace {
  readonly segmentId: SegmentId;
  /** The revision to propose on, and its text: the one that was published, unless its row is no more. */
  readonly baseRevisionId: RevisionId;
  readonly baseText: string;
  /** The row that was published is the row that is there. */
  readonly isSameRow: boolean;
}

/**
 * The row of a published paragraph, held until the transaction ends. If a repair has retired it, the row that has
 * its first source paragraph now (`row_now`). Null if the translation has none.
 */
export async function lockPlace(
  tx: Queryable,
  translationId: TranslationId,
  published: { readonly revisionId: string | null; readonly sourceNumber: number | null },
): Promise<ReportPlace | null> {
  const { revisionId, sourceNumber } = published;
  const held = await tx.query<{ id: SegmentId }>(
    `SELECT s."id" FROM "Segment" s WHERE s."id" = coalesce(
       (SELECT row_now(r."segmentId") FROM "Revision" r JOIN "Segment" p ON p."id" = r."segmentId"
        WHERE r."id" = $2 AND p."translationId" = $1),
       (SELECT l."segmentId" FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
        JOIN "Segment" p ON p."id" = l."segmentId"
        WHERE l."translationId" = $1 AND q."number" = $3 AND p."retiredAt" IS NULL LIMIT 1))
     FOR NO KEY UPDATE`,
    [translationId, revisionId, sourceNumber],
  );
  // Read after it is held: what made another text current meanwhile is seen then.
  const { rows } = await tx.query<ReportPlace>(
    `SELECT s."id" AS "segmentId", p."id" IS NOT NULL AS "isSameRow",
            coalesce(p."id", r."id") AS "baseRevisionId", coalesce(p."targetText", r."targetText") AS "baseText"
     FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     LEFT JOIN "Revision" p ON p."id" = $2 AND p."segmentId" = s."id" WHERE s."id" = $1`,
    [held.rows[0]?.id ?? null, revisionId],
  );
  return rows[0] ?? null;
}

export interface NewReport extends ReportText {
  readonly translationId: TranslationId;
  readonly publicationId: PublicationId;
  readonly segmentId: SegmentId;
  readonly anchor: string;
  readonly reason: ReportReason | null;
  readonly contentHash: string;
  readonly reporterId: UserId | null;
  readonly proposalId: ProposalId | null;
  readonly at: Date;
}

/** Stores a report. @throws unique violation (23505) if one on the same publication says the same. */
export async function appendReport(tx: Queryable, report: NewReport): Promise<ReportId> {
  const { rows } = await tx.query<{ id: ReportId }>(
    `INSERT INTO "Report" ("translationId", "publicationId", "segmentId", "anchor", "passage", "reason", "remark",
                           "wording", "contentHash", "reporterId", "proposalId", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING "id"`,
    [
      report.translationId,
      report.publicationId,
      report.segmentId,
      report.anchor,
      report.passage,
      report.reason,
      report.remark,
      report.wording,
      report.contentHash,
      report.reporterId,
      report.proposalId,
      report.at,
    ],
  );
  if (!rows[0]) throw new Error("a stored report has no id");
  return rows[0].id;
}

/** Gives a reader a private address for a report; only the hash of its secret part is kept. False if they have it. */
export async function appendReceipt(
  tx: Queryable,
  receipt: { readonly reportId: ReportId; readonly tokenHash: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO "ReportReceipt" ("tokenHash", "reportId", "createdAt") VALUES ($1, $2, $3)
     ON CONFLICT ("tokenHash") DO NOTHING`,
    [receipt.tokenHash, receipt.reportId, receipt.at],
  );
  return rowCount === 1;
}

/** SQL condition over report `r`: nobody has answered it, and no proposal that came of it stands. */
export const UNANSWERED = `r."state" = 'open' AND NOT EXISTS (
       SELECT FROM "Proposal" rp WHERE rp."id" = r."proposalId" AND rp."state" <> 'withdrawn')`;

/**
 * An open report that nobody has answered, held until the transaction ends, with the row that it is about now. Held
 * before it is read: whoever answered it in the meantime is seen then.
 */
export async function lockUnanswered(
  tx: Queryable,
  id: ReportId,
): Promise<{ readonly segmentId: SegmentId } | null> {
  await tx.query(`SELECT FROM "Report" WHERE "id" = $1 FOR UPDATE`, [id]);
  const { rows } = await tx.query<{ segmentId: SegmentId }>(
    `SELECT row_now(r."segmentId") AS "segmentId" FROM "Report" r WHERE r."id" = $1 AND ${UNANSWERED}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Says what a report has become, which the caller holds by `lockUnanswered`. */
export async function linkProposal(tx: Queryable, id: ReportId, proposalId: ProposalId): Promise<void> {
  await tx.query(`UPDATE "Report" SET "proposalId" = $2 WHERE "id" = $1`, [id, proposalId]);
}

/** Answers a report, which the caller holds by `lockUnanswered`. */
export async function settleReport(
  tx: Queryable,
  id: ReportId,
  settled: {
    readonly state: Exclude<ReportState, "open">;
    readonly answer: string;
    readonly byId: UserId;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `UPDATE "Report" SET "state" = $2::"ReportState", "answer" = $3, "settledById" = $4, "settledAt" = $5 WHERE "id" = $1`,
    [id, settled.state, settled.answer, settled.byId, settled.at],
  );
}
