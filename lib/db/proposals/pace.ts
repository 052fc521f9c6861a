import type { ProjectId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** An approval with the texts that had to be read for it, and the time since the decision before. */
export interface PacedApproval {
  readonly name: string;
  readonly seconds: number | null;
  readonly sourceText: string;
  readonly targetText: string;
}

/**
 * Approvals in force of these projects since a moment, the newest first, at most `limit`. Of an act on many
 * proposals none: it is shown as what it is.
 */
export async function listPacedApprovals(
  db: Queryable,
  projectIds: readonly ProjectId[],
  since: Date,
  limit: number,
): Promise<readonly PacedApproval[]> {
  const { rows } = await db.query<PacedApproval>(
    `SELECT u."displayName" AS "name", extract(epoch FROM d."createdAt" - d."before")::float8 AS "seconds",
            coalesce((SELECT string_agg(q."text", ' ') FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
                      WHERE l."segmentId" = d."segmentId"), '') AS "sourceText", r."targetText"
     FROM (
       SELECT x.*, lag(x."createdAt") OVER (PARTITION BY x."actorId" ORDER BY x."createdAt", x."id") AS "before"
       FROM "Decision" x JOIN "Segment" s ON s."id" = x."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
       JOIN "Document" o ON o."id" = t."documentId"
       WHERE o."projectId" = ANY($1::uuid[]) AND x."createdAt" >= $2
     ) d JOIN "User" u ON u."id" = d."actorId" JOIN "Revision" r ON r."id" = d."revisionId"
     WHERE d."kind" IN ('accept', 'accept-part', 'approve') AND d."batchId" IS NULL
       AND NOT EXISTS (SELECT FROM "Decision" n WHERE n."undoesId" = d."id")
     ORDER BY d."createdAt" DESC, d."id" LIMIT $3`,
    [projectIds, since, limit],
  );
  return rows;
}
