import type { KnownPair } from "@/lib/core/alignment/known-pairs";
import type { ProjectId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** Approved rows of a project that have both sides, in all its languages, last changed first; at most `limit`. */
export async function listKnownPairs(
  db: Queryable,
  projectId: ProjectId,
  limit: number,
): Promise<readonly KnownPair[]> {
  const { rows } = await db.query<KnownPair>(
    `SELECT a."sourceLocale", a."targetLocale", a."targetText" AS "target",
            (SELECT string_agg(q."text", E'\\n\\n' ORDER BY q."position") FROM "SegmentSource" l
             JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = a."id") AS "source"
     FROM (SELECT s."id", d."sourceLocale", t."targetLocale", r."targetText"
           FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id"
           JOIN "Segment" s ON s."translationId" = t."id"
           JOIN "Revision" r ON r."id" = s."currentRevisionId"
           WHERE d."projectId" = $1 AND s."position" IS NOT NULL AND s."state" IN ('reviewed', 'final')
             AND r."targetText" <> '' AND EXISTS (SELECT FROM "SegmentSource" l WHERE l."segmentId" = s."id")
           ORDER BY s."updatedAt" DESC, s."id" LIMIT $2) a`,
    [projectId, limit],
  );
  return rows;
}

/** Known pairs that the aligner is given: more cost seconds and say little more. */
export const KNOWN_LIMIT = 150;
