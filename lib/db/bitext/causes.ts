import type { RepairKind } from "@/lib/core/repair/operation";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

interface Act {
  readonly revisionId: RevisionId;
  /** Whose act it was, and when. */
  readonly name: string;
  readonly at: Date;
}

/** The act that a text came about by, where that was not a proposal of new words. */
export type RevisionCause = Act &
  (
    | { readonly kind: "revert"; readonly accountName: string | null; readonly note: string }
    /** Of a decision, or of a revert. */
    | { readonly kind: "undo"; readonly of: "accept" | "accept-part" | "revert" }
    /** Somebody proposed the version of this number again. */
    | { readonly kind: "restore"; readonly number: number }
    | { readonly kind: "repair"; readonly operation: Exclude<RepairKind, "pin"> }
  );

const CAUSES = `
  SELECT d."revisionId", 'revert' AS "kind", u."displayName" AS "name", d."createdAt" AS "at", d."note",
         a."displayName" AS "accountName", NULL AS "of", NULL::int AS "number", NULL AS "operation"
  FROM "Decision" d JOIN "User" u ON u."id" = d."actorId" LEFT JOIN "DecisionBatch" b ON b."id" = d."batchId"
  LEFT JOIN "User" a ON a."id" = b."accountId"
  WHERE d."segmentId" = $1 AND d."kind"::text = 'revert'
  UNION ALL
  SELECT d."revisionId", 'undo', u."displayName", d."createdAt", '', NULL, o."kind"::text, NULL, NULL
  FROM "Decision" d JOIN "Decision" o ON o."id" = d."undoesId" JOIN "User" u ON u."id" = d."actorId"
  WHERE d."segmentId" = $1 AND d."kind"::text = 'undo' AND o."kind"::text IN ('accept', 'accept-part', 'revert')
  UNION ALL
  SELECT r."id", 'restore', u."displayName", e."createdAt", '', NULL, NULL, (e."payload"->>'number')::int, NULL
  FROM "Revision" r JOIN "Event" e ON e."subjectType" = 'proposal' AND e."subjectId" = r."proposalId"::text
    AND e."type" = 'revision.restore-proposed'
  JOIN "User" u ON 'user:' || u."id" = e."actor"
  WHERE r."segmentId" = $1
  UNION ALL
  SELECT r."id", 'repair', u."displayName", e."createdAt", '', NULL, NULL, NULL, e."operation"
  FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" CROSS JOIN LATERAL (
    SELECT x."actor", x."createdAt", x."payload"->>'operation' AS "operation" FROM "Event" x
    WHERE x."subjectType" = 'translation' AND x."subjectId" = s."translationId"::text
      AND x."type" IN ('alignment.repaired', 'alignment.redone')
      AND x."payload"->'step'->'after' @> jsonb_build_array(jsonb_build_object('revisionId', r."id"))
    ORDER BY x."sequence" LIMIT 1) e
  JOIN "User" u ON 'user:' || u."id" = e."actor"
  WHERE r."segmentId" = $1 AND r."number" = 1 AND EXISTS (SELECT FROM "RevisionPart" q WHERE q."revisionId" = r."id")`;

/** By their revisions, the acts other than new words that the texts of a row came about by. */
export async function listCauses(
  db: Queryable,
  segmentId: SegmentId,
): Promise<ReadonlyMap<RevisionId, RevisionCause>> {
  const { rows } = await db.query<RevisionCause>(CAUSES, [segmentId]);
  return new Map(rows.map((cause) => [cause.revisionId, cause]));
}
