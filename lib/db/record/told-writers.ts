import { EVENT, EVENTS, PLACE, SUBJECT, type ToldRule } from "./told-rule";

/** All versions of proposals, the present ones, too. */
const VERSIONS = `(SELECT v."proposalId", v."version", v."cause", v."byId", v."textHash" FROM "ProposalVersion" v
  UNION ALL SELECT p."id", p."version", p."versionCause", p."versionById", p."textHash" FROM "Proposal" p)`;

/** The earlier revision of its segment that revision `r` brings back as a whole. */
const RESTORED = `(SELECT f."id", f."authorId" FROM "RevisionPart" q JOIN "Revision" f ON f."id" = q."fromRevisionId"
  WHERE q."revisionId" = r."id" AND f."segmentId" = r."segmentId" AND f."textHash" = r."textHash"
    AND 1 = (SELECT count(*) FROM "RevisionPart" o WHERE o."revisionId" = r."id"))`;

/** Proposals, their versions and writers, and the authors of texts. */
export const WRITER_RULES: readonly ToldRule[] = [
  {
    code: "told-row-missing",
    table: "Proposal",
    sql: `SELECT e."subjectId" AS "id", ${EVENT} AS "where" FROM "Event" e
          WHERE e."type" IN ('proposal.created', 'proposal.left-over')
            AND NOT EXISTS (SELECT FROM "Proposal" p WHERE p."id" = ${SUBJECT})`,
  },
  {
    code: "row-not-told",
    table: "Proposal",
    sql: `SELECT p."id"::text AS "id", ${PLACE} AS "where" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
          WHERE NOT EXISTS (SELECT FROM "Event" e WHERE e."type" IN ('proposal.created', 'proposal.left-over')
                              AND e."subjectType" = 'proposal' AND e."subjectId" = p."id"::text)`,
  },
  {
    code: "writers-changed",
    table: "Proposal",
    sql: `SELECT p."id"::text AS "id", ${PLACE} AS "where" FROM "Event" e JOIN "Proposal" p ON p."id" = ${SUBJECT}
          JOIN "Segment" s ON s."id" = p."segmentId" LEFT JOIN "Proposal" b ON b."id" = p."fromProposalId"
          WHERE e."type" = 'proposal.created' AND e."actor" <> 'user:' || p."authorId"
             OR e."type" = 'proposal.left-over' AND b."authorId" IS DISTINCT FROM p."authorId"`,
  },
  {
    code: "told-row-missing",
    table: "ProposalVersion",
    sql: `SELECT e."subjectId" AS "id", ${EVENT} AS "where" FROM "Event" e
          JOIN (VALUES ('proposal.edited', 'edited'), ('proposal.revised', 'written'), ('proposal.rebased', 'rebased'))
            c ("type", "cause") ON c."type" = e."type"
          WHERE NOT EXISTS (
            SELECT FROM ${VERSIONS} v WHERE v."proposalId" = ${SUBJECT} AND v."cause"::text = c."cause"
              AND v."version"::text = e."payload"->>'version' AND v."textHash" = e."payload"->>'textHash'
              AND (c."cause" = 'written' OR e."actor" = 'user:' || v."byId"))`,
  },
  {
    code: "writers-changed",
    table: "ProposalContributor",
    sql: `SELECT p."id"::text AS "id", ${PLACE} AS "where" FROM "Event" e JOIN "Proposal" p ON p."id" = ${SUBJECT}
          JOIN "Segment" s ON s."id" = p."segmentId"
          WHERE e."type" IN ('proposal.created', 'proposal.revised', 'proposal.edited') AND NOT EXISTS (
            SELECT FROM "ProposalContributor" c WHERE c."proposalId" = p."id" AND e."actor" = 'user:' || c."userId"
              AND c."sinceVersion" <= coalesce((e."payload"->>'version')::int, 1))
          UNION
          SELECT p."id"::text, ${PLACE} FROM "Event" e JOIN ${EVENTS} ON told."type" = e."type"
          JOIN "Decision" d ON d."id"::text = e."payload"->>'decisionId' JOIN "Proposal" p ON p."id" = d."proposalId"
          JOIN "Segment" s ON s."id" = p."segmentId"
          WHERE e."payload" ? 'writerIds' AND e."payload"->'writerIds' <> coalesce((
            SELECT jsonb_agg(c."userId" ORDER BY c."userId") FROM "ProposalContributor" c
            WHERE c."proposalId" = p."id" AND c."sinceVersion" <= d."proposalVersion"), '[]')`,
  },
  {
    code: "writers-changed",
    table: "Revision",
    sql: `SELECT r."id"::text AS "id", ${PLACE} || ', revision ' || r."number" AS "where"
          FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" LEFT JOIN "Proposal" p ON p."id" = r."proposalId"
          LEFT JOIN LATERAL ${RESTORED} f ON true
          LEFT JOIN "Decision" v ON v."revisionId" = r."id" AND v."kind" = 'revert'
          WHERE CASE WHEN p."id" IS NOT NULL THEN r."authorId" IS DISTINCT FROM p."authorId"
                     WHEN f."id" IS NOT NULL THEN r."authorId" IS DISTINCT FROM f."authorId"
                     WHEN v."id" IS NOT NULL THEN r."authorId" IS DISTINCT FROM v."actorId"
                     WHEN r."number" = 1 THEN r."authorId" IS NOT NULL
                       AND NOT EXISTS (SELECT FROM "RevisionPart" q WHERE q."revisionId" = r."id")
                       -- words that came with a new version of the document are of whoever brought it
                       AND NOT EXISTS (SELECT FROM "Event" e JOIN "Translation" t ON t."documentId"::text = e."subjectId"
                                       WHERE e."type" = 'document.renewed' AND t."id" = s."translationId"
                                         AND e."actor" = 'user:' || r."authorId")
                     ELSE false END`,
  },
];
