/**
 * The log against the rows: every sealed event has just the row that it tells of, and every row that somebody's
 * rights or words rest on is told of. None of it uses a function of the database.
 */
import type { Finding } from "@/lib/core/record/finding";
import type { Queryable } from "../client";
import { APPROVAL_RULES } from "./told-approvals";
import { EVENT, EVENTS, PLACE, SUBJECT, TELLS, type ToldRule } from "./told-rule";
import { WRITER_RULES } from "./told-writers";

/** Decisions. */
const DECISION_RULES: readonly ToldRule[] = [
  {
    code: "told-row-missing",
    table: "Decision",
    sql: `SELECT e."subjectId" AS "id", ${EVENT} AS "where" FROM "Event" e
          JOIN ${EVENTS} ON told."type" = e."type" CROSS JOIN LATERAL (SELECT ${SUBJECT} AS "id") x
          WHERE NOT EXISTS (
            SELECT FROM "Decision" d
            WHERE (d."proposalId" = x."id" OR d."segmentId" = x."id" OR d."undoesId" = x."id")
              AND d."kind"::text = told."kind" AND ${TELLS}
              AND coalesce(e."payload"->>'decisionId', d."id"::text) = d."id"::text)`,
  },
  {
    code: "decision-changed",
    table: "Decision",
    sql: `SELECT d."id", ${PLACE} || ', ' || d."kind" AS "where" FROM "Event" e
          JOIN ${EVENTS} ON told."type" = e."type" JOIN "Decision" d ON d."id"::text = e."payload"->>'decisionId'
          JOIN "Segment" s ON s."id" = d."segmentId"
          WHERE d."policyNumber"::text <> e."payload"->>'policyNumber' OR d."ownWords"::text <> e."payload"->>'ownWords'
            OR d."proposalVersion"::text IS DISTINCT FROM e."payload"->>'proposalVersion'`,
  },
  {
    code: "revision-not-decided",
    table: "Revision",
    sql: `SELECT r."id", ${PLACE} || ', revision ' || r."number" AS "where"
          FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId"
          WHERE r."number" > 1 AND NOT EXISTS (
            SELECT FROM "Decision" d WHERE d."revisionId" = r."id" AND d."kind" IN ('accept', 'accept-part', 'undo', 'revert'))`,
  },
];

/** Publications and policies. */
const ACT_RULES: readonly ToldRule[] = [
  {
    code: "told-row-missing",
    table: "Publication",
    sql: `SELECT coalesce(e."payload"->>'publicationId', '') AS "id", ${EVENT} AS "where" FROM "Event" e
          WHERE e."type" IN ('translation.published', 'publication.sealed') AND NOT EXISTS (
            SELECT FROM "Publication" p WHERE p."id"::text = e."payload"->>'publicationId'
              AND p."translationId"::text = e."subjectId" AND p."number"::text = e."payload"->>'number')`,
  },
  {
    code: "told-row-missing",
    table: "ProjectPolicy",
    sql: `SELECT e."subjectId" AS "id", ${EVENT} AS "where" FROM "Event" e
          WHERE e."type" = 'project.policy-changed' AND NOT EXISTS (
            SELECT FROM "ProjectPolicy" y WHERE y."projectId"::text = e."subjectId" AND to_jsonb(y) @> (e."payload"->'after')
              AND e."actor" = 'user:' || y."changedById")`,
  },
  {
    code: "row-not-told",
    table: "ProjectPolicy",
    sql: `SELECT y."projectId" AS "id", p."name" || ', policy ' || y."number" AS "where"
          FROM "ProjectPolicy" y JOIN "Project" p ON p."id" = y."projectId"
          WHERE y."changedById" IS NOT NULL AND NOT EXISTS (
            SELECT FROM "Event" e WHERE e."type" = 'project.policy-changed' AND e."subjectId" = y."projectId"::text
              AND e."payload"->'after'->>'number' = y."number"::text)`,
  },
];

const RULES: readonly ToldRule[] = [...DECISION_RULES, ...APPROVAL_RULES, ...WRITER_RULES, ...ACT_RULES];

/** Everything in which log and rows contradict each other, in the whole installation. */
export async function listContradictions(db: Queryable): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { code, table, sql } of RULES) {
    const { rows } = await db.query<{ id: string; where: string }>(`${sql} ORDER BY 2, 1`);
    findings.push(...rows.map(({ id, where }) => ({ code, place: { table, id, where } })));
  }
  return findings;
}
