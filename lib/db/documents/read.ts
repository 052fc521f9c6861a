import type { DocumentText, InlineCode, Paragraph } from "@/lib/core/document/paragraph";
import type { DocumentId, ParagraphId, ProjectId, TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { type Stored, withNumber } from "./list-number";

/** One translation in the list of documents, with its counts of segments. */
export interface TranslationEntry {
  readonly translationId: TranslationId;
  readonly targetLocale: string;
  readonly mtEngine: string | null;
  readonly segments: number;
  readonly approved: number;
  /** Open proposals and the segments without one that are still untouched machine text. */
  readonly open: number;
  readonly published: boolean;
  /** Published, and segments have changed since. */
  readonly changedSincePublication: boolean;
}

export interface DocumentEntry {
  readonly documentId: DocumentId;
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly slug: string;
  readonly title: string;
  readonly sourceLocale: string;
  readonly createdAt: string;
  readonly paragraphs: number;
  readonly translations: readonly TranslationEntry[];
}

/** A row that stood when the translation was published is gone; rows that came and went since do not count. */
const ROW_WENT_SINCE = `EXISTS (SELECT FROM "Segment" g JOIN "Revision" r ON r."segmentId" = g."id" AND r."number" = 1
  WHERE g."translationId" = t."id" AND g."retiredAt" > pub."createdAt" AND r."createdAt" <= pub."createdAt")`;

/** Documents of these projects, newest first, with the state of each translation. */
export async function listDocuments(
  db: Queryable,
  projectIds: readonly ProjectId[],
): Promise<readonly DocumentEntry[]> {
  const { rows } = await db.query<Omit<DocumentEntry, "createdAt"> & { createdAt: Date }>(
    `WITH counts AS (
       SELECT t."id", count(s."id")::int AS "segments",
              count(s."id") FILTER (WHERE s."state" IN ('reviewed', 'final'))::int AS "approved",
              max(s."updatedAt") AS "updatedAt"
       FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" 
            LEFT JOIN "Segment" s ON s."translationId" = t."id" AND s."position" IS NOT NULL
       WHERE d."projectId" = ANY($1::uuid[]) GROUP BY t."id"
     ), open AS (
       SELECT s."translationId", count(*)::int AS "open" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
       WHERE p."state" = 'open' AND s."position" IS NOT NULL GROUP BY s."translationId"
     )
     SELECT d."id" AS "documentId", d."projectId", pr."name" AS "projectName", d."slug", d."title", d."sourceLocale",
            d."createdAt", (SELECT count(*)::int FROM "Paragraph" q
              WHERE q."documentId" = d."id" AND q."retiredAt" IS NULL) AS "paragraphs",
            coalesce((SELECT jsonb_agg(jsonb_build_object(
                'translationId', t."id", 'targetLocale', t."targetLocale", 'mtEngine', t."mtEngine",
                'segments', c."segments", 'approved', c."approved", 'open', coalesce(o."open", 0),
                'published', t."publicationId" IS NOT NULL,
                'changedSincePublication', coalesce(c."updatedAt" > pub."createdAt", false)
                  OR ${ROW_WENT_SINCE}) ORDER BY t."targetLocale")
              FROM "Translation" t JOIN counts c ON c."id" = t."id" LEFT JOIN open o ON o."translationId" = t."id"
              LEFT JOIN "Publication" pub ON pub."id" = t."publicationId"
              WHERE t."documentId" = d."id"), '[]') AS "translations"
     FROM "Document" d JOIN "Project" pr ON pr."id" = d."projectId"
     WHERE d."projectId" = ANY($1::uuid[]) ORDER BY d."createdAt" DESC, d."id"`,
    [projectIds],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** A document with its source side as it stands, or null; with `hold` no new version comes until the transaction ends. */
export async function findDocument(
  db: Queryable,
  id: DocumentId,
  hold = false,
): Promise<{
  readonly projectId: ProjectId;
  readonly title: string;
  readonly sourceLocale: string;
  readonly source: DocumentText;
  readonly paragraphIds: readonly ParagraphId[];
  readonly targetLocales: readonly string[];
} | null> {
  if (hold) await db.query(`SELECT FROM "Document" WHERE "id" = $1 FOR SHARE`, [id]);
  const { rows } = await db.query<{
    projectId: ProjectId;
    title: string;
    sourceLocale: string;
    codes: InlineCode[];
    targetLocales: string[];
  }>(
    `SELECT d."projectId", d."title", d."sourceLocale", d."codes",
            ARRAY(SELECT t."targetLocale" FROM "Translation" t WHERE t."documentId" = d."id") AS "targetLocales"
     FROM "Document" d WHERE d."id" = $1`,
    [id],
  );
  const found = rows[0];
  if (!found) return null;
  const paragraphs = await db.query<Stored<Paragraph> & { id: ParagraphId }>(
    `SELECT "id", "kind", "level", "ordinal", "numberStyle", "text" FROM "Paragraph" WHERE "documentId" = $1 AND "retiredAt" IS NULL
     ORDER BY "position"`,
    [id],
  );
  return {
    projectId: found.projectId,
    title: found.title,
    sourceLocale: found.sourceLocale,
    targetLocales: found.targetLocales,
    paragraphIds: paragraphs.rows.map((row) => row.id),
    source: {
      codes: found.codes,
      paragraphs: paragraphs.rows.map(({ id: _id, ...paragraph }) => withNumber(paragraph)),
    },
  };
}
