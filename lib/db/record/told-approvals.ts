import { EVENT, PLACE, SUBJECT, type ToldRule } from "./told-rule";

/** Decisions in force by which revision `revision` is approved: its own, and of the text that an undo brought back. */
const inForce = (revision: string): string => `(
  WITH RECURSIVE line("id") AS (
    SELECT ${revision} UNION
    SELECT p."fromRevisionId" FROM line l JOIN "Decision" u ON u."revisionId" = l."id" AND u."kind" = 'undo'
    JOIN "Decision" x ON x."id" = u."undoesId" AND x."kind" IN ('accept', 'accept-part', 'revert') AND x."revisionId" <> l."id"
    JOIN "Revision" r ON r."id" = l."id" JOIN "RevisionPart" p ON p."revisionId" = l."id"
    JOIN "Revision" f ON f."id" = p."fromRevisionId" AND f."segmentId" = r."segmentId"
  )
  SELECT d."id" FROM line l JOIN "Decision" d ON d."revisionId" = l."id"
  WHERE d."kind" IN ('accept', 'accept-part', 'approve') AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id"))`;

/** Events of approvals and the approvals themselves, by everything that both have. */
const GIVEN = `SELECT e."subjectId" AS "id", e."actor", e."payload"->>'textHash' AS "textHash",
    coalesce(e."payload"->>'baseRevisionId', e."payload"->>'revisionId') AS "revisionId", count(*) AS "times", min(${EVENT}) AS "where"
  FROM "Event" e WHERE e."type" IN ('proposal.approved', 'segment.approval-given') GROUP BY 1, 2, 3, 4`;
const APPROVED = `SELECT coalesce(a."proposalId", a."segmentId")::text AS "id", 'user:' || a."actorId" AS "actor", a."textHash",
    a."revisionId"::text AS "revisionId", count(*) AS "times", min(${PLACE}) AS "where"
  FROM "Approval" a JOIN "Segment" s ON s."id" = a."segmentId" GROUP BY 1, 2, 3, 4`;
const SAME_TEXT = `g."id" = a."id" AND g."actor" = a."actor" AND g."textHash" = a."textHash" AND g."revisionId" = a."revisionId"`;

const RETURNED = `SELECT e."subjectId" AS "id", e."actor", sum((e."payload"->>'approvals')::int) AS "times", min(${EVENT}) AS "where"
  FROM "Event" e WHERE e."type" IN ('proposal.approval-taken-back', 'segment.approval-taken-back') GROUP BY 1, 2`;
const TAKEN_BACK = `SELECT coalesce(a."proposalId", a."segmentId")::text AS "id", 'user:' || a."actorId" AS "actor",
    count(*) AS "times", min(${PLACE}) AS "where"
  FROM "ApprovalTakenBack" b JOIN "Approval" a ON a."id" = b."approvalId" JOIN "Segment" s ON s."id" = a."segmentId" GROUP BY 1, 2`;

/** Approvals, what was taken back of them, second looks, and whether a text counts as approved. */
export const APPROVAL_RULES: readonly ToldRule[] = [
  {
    code: "told-row-missing",
    table: "Approval",
    sql: `SELECT g."id", g."where" FROM (${GIVEN}) g LEFT JOIN (${APPROVED}) a ON ${SAME_TEXT}
          WHERE g."times" > coalesce(a."times", 0)`,
  },
  {
    code: "row-not-told",
    table: "Approval",
    sql: `SELECT a."id", a."where" FROM (${APPROVED}) a LEFT JOIN (${GIVEN}) g ON ${SAME_TEXT}
          WHERE a."times" > coalesce(g."times", 0)`,
  },
  {
    code: "told-row-missing",
    table: "ApprovalTakenBack",
    sql: `SELECT g."id", g."where" FROM (${RETURNED}) g LEFT JOIN (${TAKEN_BACK}) a ON a."id" = g."id" AND a."actor" = g."actor"
          WHERE g."times" > coalesce(a."times", 0)`,
  },
  {
    code: "row-not-told",
    table: "ApprovalTakenBack",
    sql: `SELECT a."id", a."where" FROM (${TAKEN_BACK}) a LEFT JOIN (${RETURNED}) g ON g."id" = a."id" AND g."actor" = a."actor"
          WHERE a."times" > coalesce(g."times", 0)`,
  },
  {
    code: "told-row-missing",
    table: "SecondLook",
    sql: `SELECT e."subjectId" AS "id", ${EVENT} AS "where" FROM "Event" e
          WHERE e."type" = 'decision.looked-at' AND NOT EXISTS (
            SELECT FROM "SecondLook" l WHERE l."decisionId" = ${SUBJECT} AND e."actor" = 'user:' || l."actorId"
              AND l."outcome"::text = e."payload"->>'outcome')`,
  },
  {
    code: "row-not-told",
    table: "SecondLook",
    sql: `SELECT l."decisionId"::text AS "id", ${PLACE} AS "where" FROM "SecondLook" l JOIN "Decision" d ON d."id" = l."decisionId"
          JOIN "Segment" s ON s."id" = d."segmentId" WHERE NOT EXISTS (
            SELECT FROM "Event" e WHERE e."type" = 'decision.looked-at' AND e."subjectType" = 'decision'
              AND e."subjectId" = l."decisionId"::text)`,
  },
  {
    code: "approved-by-nobody",
    table: "Segment",
    sql: `SELECT s."id"::text AS "id", ${PLACE} AS "where" FROM "Segment" s WHERE s."state" IN ('reviewed', 'final')
            AND NOT EXISTS (SELECT FROM ${inForce('s."currentRevisionId"')} d)`,
  },
  {
    code: "approval-not-shown",
    table: "Segment",
    sql: `SELECT s."id"::text AS "id", ${PLACE} AS "where" FROM "Segment" s WHERE s."state" NOT IN ('reviewed', 'final')
            AND EXISTS (SELECT FROM ${inForce('s."currentRevisionId"')} d WHERE NOT EXISTS (
              SELECT FROM "SecondLook" l WHERE l."decisionId" = d."id" AND l."outcome" = 'reopened'))`,
  },
];
