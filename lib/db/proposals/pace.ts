import type { ProjectId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** An approval with the texts that had to be read for it, and the time since the person's act before it. */
export interface PacedApproval {
  readonly personId: string;
  readonly name: string;
  readonly seconds: number | null;
  readonly sourceText: string;
  readonly targetText: string;
}

/**
 * Approvals in force of these projects since a moment, the newest first, at most `limit`; where several are asked
 * for, those before the last one, too. Of an act on many proposals none: it is shown as what it is.
 */
export async function listPacedApprovals(
  db: Queryable,
  projectIds: readonly ProjectId[],
  since: Date,
  limit: number,
): Promise<readonly PacedApproval[]> {
  const { rows } = await db.query<PacedApproval>(
    `WITH act AS (
       SELECT d."id", d."actorId", d."segmentId", d."createdAt", r."targetText",
              d."kind" IN ('accept', 'accept-part', 'approve') AND d."batchId" IS NULL
                AND NOT EXISTS (SELECT FROM "Decision" n WHERE n."undoesId" = d."id") AS "isShown"
       FROM "Decision" d JOIN "Revision" r ON r."id" = d."revisionId" WHERE d."createdAt" >= $2
       UNION ALL
       SELECT a."id", a."actorId", a."segmentId", a."createdAt", coalesce(
                (SELECT p."targetText" FROM "Proposal" p WHERE p."id" = a."proposalId" AND p."textHash" = a."textHash"),
                (SELECT v."targetText" FROM "ProposalVersion" v
                 WHERE v."proposalId" = a."proposalId" AND v."textHash" = a."textHash" LIMIT 1), r."targetText"),
              approval_counts(a."id") AND NOT EXISTS (
                SELECT FROM "Event" e WHERE e."type" = 'proposal.approved' AND e."subjectType" = 'proposal'
                  AND e."subjectId" = a."proposalId"::text AND e."actor" = 'user:' || a."actorId" AND e."payload" ? 'batchId'
                  AND e."payload"->>'textHash' = a."textHash")
       FROM "Approval" a JOIN "Revision" r ON r."id" = a."revisionId" WHERE a."createdAt" >= $2
     )
     SELECT u."id" AS "personId", u."displayName" AS "name",
            extract(epoch FROM d."createdAt" - d."before")::float8 AS "seconds", d."targetText",
            coalesce((SELECT string_agg(q."text", ' ') FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
                      WHERE l."segmentId" = d."segmentId"), '') AS "sourceText"
     FROM (
       SELECT x.*, lag(x."createdAt") OVER (PARTITION BY x."actorId" ORDER BY x."createdAt", x."id") AS "before"
       FROM act x JOIN "Segment" s ON s."id" = x."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
       JOIN "Document" o ON o."id" = t."documentId"
       WHERE o."projectId" = ANY($1::uuid[])
     ) d JOIN "User" u ON u."id" = d."actorId"
     WHERE d."isShown" ORDER BY d."createdAt" DESC, d."id" LIMIT $3`,
    [projectIds, since, limit],
  );
  return rows;
}
