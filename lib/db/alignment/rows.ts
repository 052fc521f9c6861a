/** Rows of an alignment under repair. The caller holds the translation by `lockAlignment`. */
import type { InlineCode } from "@/lib/core/document/paragraph";
import type { RepairRow, RowShape } from "@/lib/core/repair/row";
import type { ParagraphId, ProjectId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

export interface AlignmentHead {
  readonly version: number;
  readonly projectId: ProjectId;
  readonly importedById: UserId;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly sourceCodes: readonly InlineCode[];
  readonly targetCodes: readonly InlineCode[];
  /** Somebody has decided something in this translation, or proposed something that the importer did not write. */
  readonly reviewBegun: boolean;
}

const HEAD = `
  SELECT t."alignmentVersion" AS "version", d."projectId", t."importedById", d."sourceLocale", t."targetLocale",
         d."codes" AS "sourceCodes", t."codes" AS "targetCodes",
         EXISTS (SELECT FROM "Segment" s JOIN "Decision" x ON x."segmentId" = s."id" WHERE s."translationId" = t."id")
         OR EXISTS (SELECT FROM "Segment" s JOIN "Proposal" p ON p."segmentId" = s."id"
                    WHERE s."translationId" = t."id" AND p."authorId" <> t."importedById") AS "reviewBegun"
  FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" WHERE t."id" = $1`;

/** What a repair needs to know of the translation as a whole; null if there is none. */
export async function findAlignment(db: Queryable, id: TranslationId): Promise<AlignmentHead | null> {
  const { rows } = await db.query<AlignmentHead>(HEAD, [id]);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends, so that repairs and publications follow one another. */
export async function lockAlignment(tx: Queryable, id: TranslationId): Promise<AlignmentHead | null> {
  // Two statements: the second one reads what the one who held it before has written.
  await tx.query(`SELECT FROM "Translation" WHERE "id" = $1 FOR NO KEY UPDATE`, [id]);
  return findAlignment(tx, id);
}

/** All rows in order, without their texts. */
export async function listShapes(db: Queryable, id: TranslationId): Promise<readonly RowShape[]> {
  const { rows } = await db.query<RowShape>(
    `SELECT s."id", EXISTS (SELECT FROM "SegmentSource" l WHERE l."segmentId" = s."id") AS "hasSource",
            r."targetText" <> '' OR EXISTS (SELECT FROM "SegmentTarget" l WHERE l."segmentId" = s."id") AS "hasTarget",
            s."pinned", s."state" IN ('reviewed', 'final') AS "approved"
     FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     WHERE s."translationId" = $1 AND s."position" IS NOT NULL ORDER BY s."position"`,
    [id],
  );
  return rows;
}

/** Holds segments until the transaction ends: whoever decides, proposes or types there waits, and looks again. */
export async function lockSegments(tx: Queryable, ids: readonly SegmentId[]): Promise<void> {
  await tx.query(`SELECT FROM "Segment" WHERE "id" = ANY ($1::uuid[]) ORDER BY "id" FOR UPDATE`, [ids]);
}

const ROW = `
  SELECT s."id", r."id" AS "revisionId", r."targetText", r."origin", s."pinned", s."confidence",
         s."state" IN ('reviewed', 'final') AS "approved",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', q."id", 'text', q."text") ORDER BY q."position")
                   FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
                   WHERE l."segmentId" = s."id"), '[]') AS "sources",
         ARRAY(SELECT l."targetParagraphId"::text FROM "SegmentTarget" l
               WHERE l."segmentId" = s."id" ORDER BY l."position") AS "targets"
  FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"`;

/** The named segments in the order in which they are named, retired or not. @throws if one of them does not exist. */
export async function readRepairRows(
  db: Queryable,
  ids: readonly SegmentId[],
): Promise<readonly RepairRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<RepairRow>(`${ROW} WHERE s."id" = ANY ($1::uuid[])`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Error(`there is no segment ${id}`);
    return row;
  });
}

/** Retired segments of the translation whose text has one of these hashes, last retired first. */
export async function listRetiredLike(
  db: Queryable,
  id: TranslationId,
  textHashes: readonly string[],
): Promise<readonly RepairRow[]> {
  const { rows } = await db.query<RepairRow>(
    `${ROW} WHERE s."translationId" = $1 AND s."position" IS NULL AND r."textHash" = ANY ($2::text[])
     ORDER BY s."retiredAt" DESC, s."id"`,
    [id, textHashes],
  );
  return rows;
}

/** Retired segments of the translation that held one of these paragraphs, last retired first. */
export async function listRetiredRowsOf(
  db: Queryable,
  id: TranslationId,
  paragraphIds: readonly ParagraphId[],
): Promise<readonly RepairRow[]> {
  if (paragraphIds.length === 0) return [];
  const { rows } = await db.query<RepairRow>(
    `${ROW} WHERE s."translationId" = $1 AND s."position" IS NULL AND s."id" IN (
       SELECT l."segmentId" FROM "SegmentSource" l WHERE l."paragraphId" = ANY ($2::uuid[]))
     ORDER BY s."retiredAt" DESC, s."id"`,
    [id, paragraphIds],
  );
  return rows;
}
