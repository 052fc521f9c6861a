import type { InlineCode } from "@/lib/core/document/paragraph";
import type { ProposalState } from "@/lib/core/proposal/lifecycle";
import type { ReportReason } from "@/lib/core/report/report";
import type { ReportState } from "@/lib/core/report/report-outcome";
import type {
  ProjectId,
  PublicationId,
  ReportId,
  RevisionId,
  SegmentId,
  TranslationId,
} from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import type { MailState } from "./mail";
import { UNANSWERED } from "./write";

/** A translation that readers have, by its address. */
export interface ReportableArticle {
  readonly translationId: TranslationId;
  readonly projectId: ProjectId;
  readonly publicationId: PublicationId;
  readonly targetLocale: string;
}

/** What readers have under this address now; null if it is no published translation. */
export async function findReportable(
  db: Queryable,
  slug: string,
  locale: string,
): Promise<ReportableArticle | null> {
  const { rows } = await db.query<ReportableArticle>(
    `SELECT t."id" AS "translationId", d."projectId", t."publicationId", t."targetLocale"
     FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id"
     WHERE d."slug" = $1 AND lower(t."targetLocale") = lower($2) AND t."publicationId" IS NOT NULL`,
    [slug, locale],
  );
  return rows[0] ?? null;
}

/** The report that says the same of the same publication, or of an earlier one and still waits; null if none does. */
export async function findSameReport(
  db: Queryable,
  { translationId, publicationId }: Pick<ReportableArticle, "translationId" | "publicationId">,
  contentHash: string,
): Promise<ReportId | null> {
  const { rows } = await db.query<{ id: ReportId }>(
    `SELECT r."id" FROM "Report" r LEFT JOIN "Proposal" p ON p."id" = r."proposalId"
     WHERE r."translationId" = $1 AND r."contentHash" = $3
       AND (r."publicationId" = $2 OR r."state" = 'open' AND coalesce(p."state", 'open') IN ('open', 'withdrawn'))
     ORDER BY r."createdAt" DESC, r."id" LIMIT 1`,
    [translationId, publicationId, contentHash],
  );
  return rows[0]?.id ?? null;
}

/** Has somebody sent exactly this before? */
export async function hasReceipt(db: Queryable, tokenHash: string): Promise<boolean> {
  const { rowCount } = await db.query(`SELECT FROM "ReportReceipt" WHERE "tokenHash" = $1`, [tokenHash]);
  return rowCount === 1;
}

/** Reports of readers without an account on a translation that wait for somebody, also as proposals. */
export async function countWaiting(db: Queryable, translationId: TranslationId): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "Report" r LEFT JOIN "Proposal" p ON p."id" = r."proposalId"
     WHERE r."translationId" = $1 AND r."reporterId" IS NULL AND r."state" = 'open'
       AND coalesce(p."state", 'open') IN ('open', 'withdrawn')`,
    [translationId],
  );
  return rows[0]?.count ?? 0;
}

/** A report for those who answer it. */
export interface WaitingReport {
  readonly id: ReportId;
  readonly passage: string;
  readonly reason: ReportReason | null;
  readonly remark: string;
  readonly wording: string;
  /** Null for a reader without an account. */
  readonly reporterName: string | null;
  /** How many readers have said the same. */
  readonly readers: number;
  readonly createdAt: string;
  readonly segmentId: SegmentId;
  readonly translationId: TranslationId;
  readonly projectId: ProjectId;
  readonly title: string;
  readonly slug: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** 1-based; null if a repair has retired the row. */
  readonly rowNumber: number | null;
  readonly sourceText: string;
  readonly currentText: string;
  readonly currentRevisionId: RevisionId;
  readonly sourceCodes: readonly InlineCode[];
  readonly targetCodes: readonly InlineCode[];
}

/** Reports in these projects that nobody has answered and that have become no proposal, oldest first. */
export async function listWaitingReports(
  db: Queryable,
  projectIds: readonly ProjectId[],
  limit: number,
): Promise<readonly WaitingReport[]> {
  const { rows } = await db.query<Omit<WaitingReport, "createdAt"> & { createdAt: Date }>(
    `SELECT r."id", r."passage", r."reason", r."remark", r."wording", u."displayName" AS "reporterName", r."createdAt",
            (SELECT count(*)::int FROM "ReportReceipt" c WHERE c."reportId" = r."id") AS "readers",
            s."id" AS "segmentId", t."id" AS "translationId", d."projectId", d."title", d."slug", d."sourceLocale",
            t."targetLocale", s."position" + 1 AS "rowNumber", src."text" AS "sourceText",
            v."targetText" AS "currentText", v."id" AS "currentRevisionId",
            d."codes" AS "sourceCodes", t."codes" AS "targetCodes"
     FROM "Report" r JOIN "Segment" s ON s."id" = row_now(r."segmentId") JOIN "Revision" v ON v."id" = s."currentRevisionId"
     JOIN "Translation" t ON t."id" = r."translationId" JOIN "Document" d ON d."id" = t."documentId"
     LEFT JOIN "User" u ON u."id" = r."reporterId"
     CROSS JOIN LATERAL (
       SELECT coalesce(string_agg(q."text", E'\\n\\n' ORDER BY q."position"), '') AS "text"
       FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = s."id") src
     WHERE ${UNANSWERED} AND d."projectId" = ANY($1::uuid[]) ORDER BY r."createdAt", r."id" LIMIT $2`,
    [projectIds, limit],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Number of reports that `listWaitingReports` would list without a limit. */
export async function countWaitingReports(db: Queryable, projectIds: readonly ProjectId[]): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "Report" r JOIN "Translation" t ON t."id" = r."translationId"
     JOIN "Document" d ON d."id" = t."documentId" WHERE ${UNANSWERED} AND d."projectId" = ANY($1::uuid[])`,
    [projectIds],
  );
  return rows[0]?.count ?? 0;
}

/** What the private address of a report tells. */
export interface ReportStatusRow {
  readonly state: ReportState;
  readonly answer: string | null;
  readonly proposalState: ProposalState | null;
  readonly decisionNote: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
  /** Readers have the translation; it was not withdrawn. */
  readonly isPublished: boolean;
  /** When a later version than the one reported on was first published after the decision; null before that. */
  readonly mendedAt: Date | null;
  readonly slug: string;
  readonly title: string | null;
  readonly targetLocale: string;
  readonly anchor: string;
  readonly passage: string;
  readonly remark: string;
  readonly wording: string;
  readonly createdAt: Date;
  /** Null if its reader left no address. */
  readonly mail: MailState | null;
}

/** A report by the hash of the secret part of its private address, or null. */
export async function findReportStatus(db: Queryable, tokenHash: string): Promise<ReportStatusRow | null> {
  const { rows } = await db.query<ReportStatusRow>(
    `SELECT r."state", r."answer", p."state" AS "proposalState", p."decisionNote", p."decisionReason",
            coalesce(p."decidedAt", r."settledAt") AS "decidedAt", b."id" IS NOT NULL AS "isPublished",
            (SELECT min(later."createdAt") FROM "Publication" later JOIN "Publication" reported
               ON reported."id" = r."publicationId" AND later."number" > reported."number"
             WHERE later."translationId" = t."id" AND b."id" IS NOT NULL
               AND later."createdAt" >= coalesce(p."decidedAt", r."settledAt")) AS "mendedAt", d."slug",
            b."title", t."targetLocale", r."anchor", r."passage", r."remark", r."wording", c."createdAt",
            CASE WHEN m."tokenHash" IS NOT NULL THEN coalesce(m."endedAs"::text, 'waiting') END AS "mail"
     FROM "ReportReceipt" c LEFT JOIN "ReportMail" m ON m."tokenHash" = c."tokenHash" JOIN "Report" r ON r."id" = c."reportId"
     JOIN "Translation" t ON t."id" = r."translationId" JOIN "Document" d ON d."id" = t."documentId"
     LEFT JOIN "Publication" b ON b."id" = t."publicationId" LEFT JOIN "Proposal" p ON p."id" = r."proposalId"
     WHERE c."tokenHash" = $1`,
    [tokenHash],
  );
  return rows[0] ?? null;
}
