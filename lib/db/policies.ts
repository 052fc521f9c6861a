import { DEFAULT_POLICY, type NumberedPolicy, type Policy } from "@/lib/core/policy/policy";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

const COLUMNS = `"number", "fourEyes", "approvals", "publisher", "leastApproved", "leastIndexed", "refusesOpenProposals",
   "secondEditor", "secondLooks"`;

/** The policy that counts in the project now. */
export async function findPolicy(db: Queryable, projectId: ProjectId): Promise<NumberedPolicy> {
  const { rows } = await db.query<NumberedPolicy>(
    {
      name: "policy",
      text: `SELECT ${COLUMNS} FROM "ProjectPolicy" WHERE "projectId" = $1 ORDER BY "number" DESC LIMIT 1`,
    },
    [projectId],
  );
  return rows[0] ?? DEFAULT_POLICY;
}

/**
 * Keeps the project's policy as it is until the transaction ends. Decisions hold it after segment and proposal, and
 * before the chain of events; the database does so for every decision in any case.
 */
export async function holdPolicy(tx: Queryable, projectId: ProjectId): Promise<void> {
  await tx.query(`SELECT FROM "Project" WHERE "id" = $1 FOR SHARE`, [projectId]);
}

/** Waits for decisions that hold the project's policy, and keeps others waiting until the transaction ends. */
export async function lockPolicy(tx: Queryable, projectId: ProjectId): Promise<void> {
  await tx.query(`SELECT FROM "Project" WHERE "id" = $1 FOR NO KEY UPDATE`, [projectId]);
}

/** Every policy that the project ever had, first to last, without the defaults that it began with. */
export async function listPolicies(
  db: Queryable,
  projectId: ProjectId,
): Promise<readonly (NumberedPolicy & { readonly changedBy: string | null; readonly since: Date })[]> {
  const { rows } = await db.query<NumberedPolicy & { changedBy: string | null; since: Date }>(
    `SELECT ${COLUMNS}, u."displayName" AS "changedBy", y."createdAt" AS "since"
     FROM "ProjectPolicy" y LEFT JOIN "User" u ON u."id" = y."changedById"
     WHERE "projectId" = $1 ORDER BY "number"`,
    [projectId],
  );
  return rows;
}

/** Puts a policy in force after the one with the number `seen`. False if that is no longer the last one. */
export async function appendPolicy(
  tx: Queryable,
  projectId: ProjectId,
  seen: number,
  policy: Policy,
  change: { readonly changedById: UserId; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO "ProjectPolicy" ("projectId", "number", "fourEyes", "approvals", "publisher", "leastApproved",
                                  "leastIndexed", "refusesOpenProposals", "secondEditor", "secondLooks", "changedById",
                                  "createdAt")
     SELECT $1, $2::int + 1, $3, $4, $5::"Role", $6, $7, $8, $9, $10, $11, $12
     WHERE $2::int = (SELECT coalesce(max("number"), 0) FROM "ProjectPolicy" WHERE "projectId" = $1)
     ON CONFLICT ("projectId", "number") DO NOTHING`,
    [
      projectId,
      seen,
      policy.fourEyes,
      policy.approvals,
      policy.publisher,
      policy.leastApproved,
      policy.leastIndexed,
      policy.refusesOpenProposals,
      policy.secondEditor,
      policy.secondLooks,
      change.changedById,
      change.at,
    ],
  );
  return rowCount === 1;
}
