/** What an account has proposed and brought into texts, as far as it can be taken back. */
import type { SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { RevertibleRevision } from "@/lib/core/revert/plan-revert";
import type { ProjectId, ProposalId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** Where it stands, for a person. */
export interface RevertPlace {
  readonly segmentId: SegmentId;
  readonly translationId: TranslationId;
  readonly title: string;
  readonly targetLocale: string;
  /** 1-based; null for a row that a repair has retired. */
  readonly rowNumber: number | null;
  readonly codeIds: readonly number[];
}

const PLACE = `s."id" AS "segmentId", t."id" AS "translationId", d."title", t."targetLocale", s."position" + 1 AS "rowNumber",
  ARRAY(SELECT (c->>'id')::int FROM jsonb_array_elements(t."codes") c) AS "codeIds"`;

const JOINS = `JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"`;

export interface OpenOfAccount extends RevertPlace {
  readonly proposalId: ProposalId;
  readonly seen: SeenProposal;
  readonly baseText: string;
  readonly targetText: string;
  /** The account is its author; otherwise it wrote in somebody else's proposal. */
  readonly isAuthor: boolean;
  /** Everybody who may not decide on it. */
  readonly contributorIds: readonly UserId[];
}

/** Open proposals in which the account wrote, in these projects, also those that wait for its author; in the order of the documents. */
export async function listOpenOf(
  db: Queryable,
  projectIds: readonly ProjectId[],
  accountId: UserId,
  limit: number,
): Promise<readonly OpenOfAccount[]> {
  const { rows } = await db.query<OpenOfAccount>(
    `SELECT p."id" AS "proposalId", p."targetText", b."targetText" AS "baseText", p."authorId" = $2 AS "isAuthor",
            jsonb_build_object('version', p."version", 'textHash', p."textHash", 'baseRevisionId', p."baseRevisionId")
              AS "seen",
            ARRAY(SELECT c."userId"::text FROM "ProposalContributor" c WHERE c."proposalId" = p."id"
                  UNION SELECT t."importedById"::text
                  UNION SELECT w."userId"::text FROM unapproved_text_writers(p."segmentId") w) AS "contributorIds", ${PLACE}
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" ${JOINS}
     JOIN "Revision" b ON b."id" = p."baseRevisionId"
     WHERE p."state" = 'open' AND d."projectId" = ANY($1::uuid[]) AND (p."authorId" = $2 OR EXISTS (
       SELECT FROM "ProposalContributor" c WHERE c."proposalId" = p."id" AND c."userId" = $2))
     ORDER BY d."title", t."id", s."position", p."id" LIMIT $3`,
    [projectIds, accountId, limit],
  );
  return rows;
}

/** Rows of these projects in whose texts, now or earlier, the account wrote; in the order of the documents. */
export async function listRowsOf(
  db: Queryable,
  projectIds: readonly ProjectId[],
  accountId: UserId,
): Promise<readonly RevertPlace[]> {
  const { rows } = await db.query<RevertPlace>(
    `WITH RECURSIVE touched AS (
       (SELECT r."id", r."segmentId" FROM "Revision" r WHERE r."authorId" = $2
        UNION
        SELECT r."id", r."segmentId" FROM "ProposalContributor" c JOIN "Revision" r ON r."proposalId" = c."proposalId"
        WHERE c."userId" = $2)
       UNION
       SELECT r."id", r."segmentId" FROM touched JOIN "RevisionPart" p ON p."fromRevisionId" = touched."id"
       JOIN "Revision" r ON r."id" = p."revisionId"
     )
     SELECT ${PLACE} FROM "Segment" s ${JOINS}
     WHERE s."position" IS NOT NULL AND d."projectId" = ANY($1::uuid[]) AND s."id" IN (SELECT "segmentId" FROM touched)
     ORDER BY d."title", d."id", t."targetLocale", s."position"`,
    [projectIds, accountId],
  );
  return rows;
}

/** All revisions of rows, by their ids, each first to last. */
export async function listRevertible(
  db: Queryable,
  segmentIds: readonly SegmentId[],
): Promise<ReadonlyMap<SegmentId, readonly RevertibleRevision[]>> {
  const { rows } = await db.query<RevertibleRevision & { readonly segmentId: SegmentId }>(
    `SELECT r."segmentId", r."id", r."parentId", r."targetText", r."proposalId",
            ARRAY(SELECT w."userId"::text FROM revision_writers(r."id") w) AS "writerIds",
            (SELECT p."fromRevisionId" FROM "RevisionPart" p JOIN "Revision" f ON f."id" = p."fromRevisionId"
             WHERE p."revisionId" = r."id" AND f."segmentId" = r."segmentId" AND f."textHash" = r."textHash"
             LIMIT 1) AS "restoresId",
            (SELECT b."accountId" FROM "Decision" x JOIN "DecisionBatch" b ON b."id" = x."batchId"
             WHERE x."revisionId" = r."id" AND x."kind" = 'revert' LIMIT 1) AS "withoutId"
     FROM "Revision" r WHERE r."segmentId" = ANY($1::uuid[]) ORDER BY r."segmentId", r."number"`,
    [segmentIds],
  );
  const chains = new Map<SegmentId, RevertibleRevision[]>();
  for (const { segmentId, ...revision } of rows) {
    const chain = chains.get(segmentId);
    if (chain) chain.push(revision);
    else chains.set(segmentId, [revision]);
  }
  return chains;
}

/** The name of somebody who belongs, or has written, in one of these projects; null for anybody else. */
export async function findAccountIn(
  db: Queryable,
  projectIds: readonly ProjectId[],
  accountId: UserId,
): Promise<string | null> {
  const { rows } = await db.query<{ displayName: string }>(
    `SELECT u."displayName" FROM "User" u WHERE u."id" = $2 AND (
       EXISTS (SELECT FROM "Membership" m WHERE m."userId" = u."id" AND m."projectId" = ANY($1::uuid[]))
       OR EXISTS (SELECT FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" ${JOINS}
                  WHERE p."authorId" = u."id" AND d."projectId" = ANY($1::uuid[])))`,
    [projectIds, accountId],
  );
  return rows[0]?.displayName ?? null;
}
