import type { StoredDecision } from "@/lib/core/record/check-decisions";
import type { StoredPublication } from "@/lib/core/record/check-publication";
import type { StoredRevision, StoredSegment } from "@/lib/core/record/check-revisions";
import type { TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

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
            ARRAY(SELECT p."fromRevisionId"::text FROM "RevisionPart" p WHERE p."revisionId" = r."id") AS "fromRevisionIds"
     FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" WHERE s."translationId" = $1
     ORDER BY r."segmentId", r."number"`,
    [translationId],
  );
  return rows;
}

/** Who wrote in every proposal of a translation, by its id. */
export async function listProposalWriters(
  db: Queryable,
  translationId: TranslationId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.query<{ id: string; writers: string[] }>(
    `SELECT p."id", array_append(ARRAY(SELECT c."userId"::text FROM "ProposalContributor" c WHERE c."proposalId" = p."id"),
                                 p."authorId"::text) AS "writers"
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" WHERE s."translationId" = $1`,
    [translationId],
  );
  return new Map(rows.map(({ id, writers }) => [id, writers]));
}

/** The event of each kind of decision, and what it is about. */
const EVENTS = `(VALUES ('accept', 'proposal.accepted'), ('accept-part', 'proposal.accepted-in-part'), ('decline', 'proposal.declined'),
                        ('withdraw', 'proposal.withdrawn'), ('approve', 'segment.approved')) AS told ("kind", "type")`;

/** The policy let an editor accept somebody else's proposal with their own last change of it. */
const OWN_EDIT = `(d."kind" = 'accept' AND NOT coalesce(y."secondEditor", true) AND EXISTS (
    SELECT FROM "Proposal" p WHERE p."id" = d."proposalId" AND p."versionCause" = 'edited'
      AND p."versionById" = d."actorId" AND p."authorId" <> d."actorId"))`;

export type DatedDecision = StoredDecision & { readonly createdAt: Date; readonly policyNumber: number };

/** All decisions of a translation, first to last. */
export async function listStoredDecisions(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly DatedDecision[]> {
  const { rows } = await db.query<DatedDecision & { fourEyes: boolean; approvals: number }>(
    `SELECT d."id", d."kind", d."segmentId", d."proposalId", d."revisionId", d."textHash", d."actorId", d."ownWords",
            d."createdAt", d."policyNumber", coalesce(y."fourEyes", true) AND NOT ${OWN_EDIT} AS "fourEyes", coalesce(y."approvals", 1) AS "approvals",
            ARRAY(SELECT a."actorId"::text FROM "Approval" a WHERE a."segmentId" = d."segmentId"
                    AND a."proposalId" IS NOT DISTINCT FROM d."proposalId" AND a."textHash" = d."textHash") AS "approverIds",
            told."events", told."approvedHash"
     FROM "Decision" d JOIN "Segment" s ON s."id" = d."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Document" o ON o."id" = t."documentId"
     LEFT JOIN "ProjectPolicy" y ON y."projectId" = o."projectId" AND y."number" = d."policyNumber"
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "events", min(e."payload"->>'textHash') AS "approvedHash" FROM "Event" e, ${EVENTS}
       WHERE told."kind" = d."kind"::text AND e."type" = told."type"
         AND e."subjectId" = coalesce(d."proposalId", d."segmentId")::text AND e."actor" = 'user:' || d."actorId"
         AND coalesce(e."payload"->>'seenHash', e."payload"->>'textHash') = d."textHash"
         AND coalesce(e."payload"->>'revisionId', d."revisionId"::text) = d."revisionId"::text) told
     WHERE s."translationId" = $1 ORDER BY d."createdAt", d."id"`,
    [translationId],
  );
  return rows.map(({ fourEyes, approvals, ...decision }) => ({
    ...decision,
    policy: { fourEyes, approvals },
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
