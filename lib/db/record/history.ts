import type { ProposalWriter, StoredDecision } from "@/lib/core/record/check-decisions";
import type { StoredPublication } from "@/lib/core/record/check-publication";
import type { StoredRevision, StoredSegment } from "@/lib/core/record/check-revisions";
import type { TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { EVENTS, TELLS } from "./told-rule";

/** A translation with the name that a check gives it. */
export interface VerifiedTranslation {
  readonly id: TranslationId;
  /** Slug and target locale: "der-zug-aus-triest/en". */
  readonly name: string;
  readonly importerId: string;
}

/** All translations of the installation by name. */
export async function listTranslations(db: Queryable): Promise<readonly VerifiedTranslation[]> {
  const { rows } = await db.query<VerifiedTranslation>(
    `SELECT t."id", d."slug" || '/' || t."targetLocale" AS "name", t."importedById" AS "importerId"
     FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" ORDER BY 2`,
  );
  return rows;
}

/** All segments of a translation, the retired ones, too. */
export async function listStoredSegments(
  db: Queryable,
  { id, name }: VerifiedTranslation,
): Promise<readonly StoredSegment[]> {
  const { rows } = await db.query<StoredSegment>(
    `SELECT "id", "currentRevisionId", $2 || CASE WHEN "position" IS NULL THEN ', a row that is no more'
                                                  ELSE ', row ' || ("position" + 1) END AS "where"
     FROM "Segment" WHERE "translationId" = $1 ORDER BY "position" NULLS LAST, "id"`,
    [id, name],
  );
  return rows;
}

/** All revisions of a translation, by segment and number. */
export async function listStoredRevisions(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly StoredRevision[]> {
  const { rows } = await db.query<StoredRevision>(
    `SELECT r."id", r."segmentId", r."number", r."parentId", r."targetText", r."textHash", r."authorId", r."proposalId",
            (SELECT max(d."proposalVersion") FROM "Decision" d WHERE d."revisionId" = r."id"
               AND d."kind" IN ('accept', 'accept-part')) AS "proposalVersion",
            ARRAY(SELECT p."fromRevisionId"::text FROM "RevisionPart" p WHERE p."revisionId" = r."id") AS "fromRevisionIds"
     FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" WHERE s."translationId" = $1
     ORDER BY r."segmentId", r."number"`,
    [translationId],
  );
  return rows;
}

/** Who wrote in every proposal of a translation, and since which version, by its id. */
export async function listProposalWriters(
  db: Queryable,
  translationId: TranslationId,
): Promise<ReadonlyMap<string, readonly ProposalWriter[]>> {
  const { rows } = await db.query<{ id: string; writers: ProposalWriter[] }>(
    `SELECT p."id", (SELECT jsonb_agg(jsonb_build_object('userId', w."userId", 'sinceVersion', w."since")) FROM (
              SELECT p."authorId" AS "userId", 1 AS "since"
              UNION ALL SELECT c."userId", c."sinceVersion" FROM "ProposalContributor" c WHERE c."proposalId" = p."id") w
            ) AS "writers"
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" WHERE s."translationId" = $1`,
    [translationId],
  );
  return new Map(rows.map(({ id, writers }) => [id, writers]));
}

/** How many decisions but `d` the same events tell of. */
const LIKE_IT = `(SELECT count(*)::int FROM "Decision" o WHERE o."id" <> d."id" AND o."kind" = d."kind" AND o."kind"::text <> 'undo'
           AND o."segmentId" = d."segmentId" AND o."proposalId" IS NOT DISTINCT FROM d."proposalId"
           AND o."proposalVersion" IS NOT DISTINCT FROM d."proposalVersion" AND o."revisionId" = d."revisionId"
           AND o."textHash" = d."textHash" AND o."actorId" = d."actorId")`;

/** The policy let an editor accept somebody else's proposal with their own last change of it. */
const OWN_EDIT = `(d."kind" = 'accept' AND NOT coalesce(y."secondEditor", true) AND EXISTS (
    SELECT FROM "Proposal" p
    LEFT JOIN "ProposalVersion" v ON v."proposalId" = p."id" AND v."version" = d."proposalVersion"
    WHERE p."id" = d."proposalId" AND p."authorId" <> d."actorId"
      AND CASE WHEN v."version" IS NULL THEN p."versionCause" ELSE v."cause" END = 'edited'
      AND CASE WHEN v."version" IS NULL THEN p."versionById" ELSE v."byId" END = d."actorId"))`;

export type DatedDecision = StoredDecision & {
  readonly createdAt: Date;
  readonly policyNumber: number;
  /** The decision that this one takes back. */
  readonly undoesId: string | null;
};

/** All decisions of a translation, first to last. */
export async function listStoredDecisions(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly DatedDecision[]> {
  const { rows } = await db.query<DatedDecision & DatedDecision["policy"]>(
    `SELECT d."id", d."kind", d."segmentId", d."proposalId", d."proposalVersion", d."revisionId", d."textHash", d."actorId", d."ownWords", d."undoesId",
            EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id") AS "isUndone",
            d."createdAt", d."policyNumber", coalesce(y."fourEyes", true) AND NOT ${OWN_EDIT} AS "fourEyes", coalesce(y."approvals", 1) AS "approvals",
            coalesce(y."secondEditor", true) AS "secondEditor",
            ARRAY(SELECT a."actorId"::text FROM "Approval" a WHERE a."segmentId" = d."segmentId"
                    AND a."proposalId" IS NOT DISTINCT FROM d."proposalId" AND a."textHash" = d."textHash"
                    AND a."objections" = d."objections" AND NOT EXISTS (SELECT FROM "ApprovalTakenBack" b WHERE b."approvalId" = a."id")) AS "approverIds",
            CASE WHEN d."objections" > 0 THEN (
              SELECT jsonb_build_object(
                'beforeIds', coalesce(jsonb_agg(a."userId") FILTER (WHERE a."objections" < d."objections"), '[]'),
                'sinceIds', coalesce(jsonb_agg(a."userId") FILTER (WHERE a."objections" = d."objections"), '[]'))
              FROM "Revision" r, approvers_of(d."segmentId", r."textHash") a WHERE r."id" = d."revisionId"
            ) END AS "objected",
            told."events", told."approvedHash"
     FROM "Decision" d JOIN "Segment" s ON s."id" = d."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Document" o ON o."id" = t."documentId"
     LEFT JOIN "ProjectPolicy" y ON y."projectId" = o."projectId" AND y."number" = d."policyNumber"
     CROSS JOIN LATERAL (
       SELECT count(*)::int - ${LIKE_IT} AS "events",
              min(coalesce(e."payload"->>'revisionHash', e."payload"->>'textHash')) AS "approvedHash"
       FROM "Event" e, ${EVENTS}
       WHERE told."kind" = d."kind"::text AND e."type" = told."type" AND ${TELLS}) told
     WHERE s."translationId" = $1 ORDER BY d."createdAt", d."id"`,
    [translationId],
  );
  return rows.map(({ fourEyes, approvals, secondEditor, ...decision }) => ({
    ...decision,
    policy: { fourEyes, approvals, secondEditor },
  }));
}

/** All publications of a translation, first to last. */
export async function listStoredPublications(
  db: Queryable,
  { id, name }: VerifiedTranslation,
): Promise<readonly StoredPublication[]> {
  const { rows } = await db.query<StoredPublication>(
    `SELECT p."id", $2 || ', publication ' || p."number" AS "where", p."snapshot"::text AS "snapshotText",
            (SELECT e."payload"->>'snapshotHash' FROM "Event" e
             WHERE e."type" IN ('translation.published', 'publication.sealed') AND e."subjectId" = $1::uuid::text
               AND e."payload"->>'publicationId' = p."id"::text ORDER BY e."sequence" LIMIT 1) AS "sealedHash"
     FROM "Publication" p WHERE p."translationId" = $1::uuid ORDER BY p."number"`,
    [id, name],
  );
  return rows;
}
