import type {
  RecordedApproval,
  RecordedPerson,
  RecordedPublication,
  RevisionFacts,
} from "@/lib/core/record/review-record";
import type { ProjectId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

export type PublicationRow = Pick<
  RecordedPublication,
  "id" | "number" | "publisher" | "snapshot" | "seal"
> & {
  readonly projectId: ProjectId;
};

/** What readers get of an article in this language now, with the event that binds to it; null if it is not published. */
export async function findSealedPublication(
  db: Queryable,
  slug: string,
  locale: string,
): Promise<PublicationRow | null> {
  const { rows } = await db.query<PublicationRow>(
    `SELECT p."id", p."number", d."projectId", p."snapshot",
            jsonb_build_object('id', u."id", 'name', u."displayName") AS "publisher",
            jsonb_build_object('snapshotHash', e."payload"->>'snapshotHash', 'chain', s."chain", 'place', s."number",
                               'hash', s."hash") AS "seal"
     FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id" JOIN "Publication" p ON p."id" = t."publicationId"
     JOIN "User" u ON u."id" = p."publishedById"
     JOIN "Event" e ON e."subjectType" = 'translation' AND e."subjectId" = t."id"::text
       AND e."type" IN ('translation.published', 'publication.sealed') AND e."payload"->>'publicationId' = p."id"::text
       AND e."payload" ? 'snapshotHash'
     JOIN "EventSeal" s ON s."eventSequence" = e."sequence"
     WHERE d."slug" = $1 AND lower(t."targetLocale") = lower($2) ORDER BY e."sequence" LIMIT 1`,
    [slug, locale],
  );
  return rows[0] ?? null;
}

/** Contributors and approvals of revisions that are in force, by their ids; approvals first to last. */
export async function listRevisionFacts(
  db: Queryable,
  revisionIds: readonly string[],
): Promise<ReadonlyMap<string, RevisionFacts>> {
  interface Row {
    readonly id: string;
    readonly contributors: readonly RecordedPerson[];
    readonly approvals: readonly (RecordedApproval & { readonly place: number })[];
  }
  const person = `jsonb_build_object('id', u."id", 'name', u."displayName")`;
  const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const { rows } = await db.query<Row>(
    `SELECT r."id",
            coalesce((SELECT jsonb_agg(${person} ORDER BY u."displayName", u."id") FROM revision_writers(r."id") w
                      JOIN "User" u ON u."id" = w."userId"), '[]') AS "contributors",
            coalesce((SELECT jsonb_agg(jsonb_build_object('by', ${person}, 'at', ${utc('d."createdAt"')}, 'kind', d."kind",
                                         'ownWords', d."ownWords", 'policy', d."policyNumber") ORDER BY d."createdAt", d."id")
                      FROM (
                        SELECT x."actorId", x."createdAt", x."kind"::text, x."ownWords", x."policyNumber", x."id"
                        FROM revision_approvals(r."id") v JOIN "Decision" x ON x."id" = v."decisionId"
                        UNION ALL
                        SELECT a."actorId", a."createdAt", x."kind"::text, false, x."policyNumber", a."id"
                        FROM revision_approvals(r."id") v JOIN "Decision" x ON x."id" = v."decisionId"
                        JOIN "Approval" a ON a."segmentId" = x."segmentId"
                          AND a."proposalId" IS NOT DISTINCT FROM x."proposalId" AND a."textHash" = x."textHash"
                          AND a."actorId" <> x."actorId" AND a."objections" = x."objections"
                          AND NOT EXISTS (SELECT FROM "ApprovalTakenBack" b WHERE b."approvalId" = a."id")
                        WHERE x."kind" IN ('accept', 'approve')
                      ) d JOIN "User" u ON u."id" = d."actorId"), '[]') AS "approvals"
     FROM "Revision" r WHERE r."id" = ANY($1::uuid[])`,
    [revisionIds],
  );
  return new Map(rows.map(({ id, contributors, approvals }) => [id, { contributors, approvals }]));
}

/** The hash of the event at a place of a chain; null if there is none. */
export async function findSealedHash(db: Queryable, chain: string, place: number): Promise<string | null> {
  const { rows } = await db.query<{ hash: string }>(
    `SELECT "hash" FROM "EventSeal" WHERE "chain" = $1 AND "number" = $2`,
    [chain, place],
  );
  return rows[0]?.hash ?? null;
}

/** The snapshot of a publication as the database writes it out; null if there is no such publication. */
export async function findSnapshotText(db: Queryable, publicationId: string): Promise<string | null> {
  const { rows } = await db.query<{ text: string }>(
    `SELECT "snapshot"::text AS "text" FROM "Publication" WHERE "id" = $1`,
    [publicationId],
  );
  return rows[0]?.text ?? null;
}
