import type { PlanId, ProjectId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";
import type { PassingTrouble } from "./database-trouble";

/** Why a planned publication failed, as the refusal said it. */
export interface PlanFailure {
  readonly code: string;
  readonly count?: number;
}

export interface PublicationPlan {
  readonly id: PlanId;
  readonly translationId: TranslationId;
  readonly projectId: ProjectId;
  readonly dueAt: Date;
  readonly state: "waiting" | "published" | "failed" | "cancelled";
  readonly fault: PlanFailure | null;
  /** How often it met with a passing trouble, with which one the last time, and when it is tried again. */
  readonly attempts: number;
  readonly trouble: PassingTrouble | null;
  readonly retryAt: Date | null;
  readonly plannedById: UserId;
  readonly plannedBy: string;
  readonly endedAt: Date | null;
}

const SELECT = `SELECT p."id", p."translationId", d."projectId", p."dueAt", p."state", p."fault", p."attempts", p."trouble",
    p."retryAt", p."plannedById", u."displayName" AS "plannedBy", p."endedAt"
  FROM "PublicationPlan" p JOIN "User" u ON u."id" = p."plannedById"
  JOIN "Translation" t ON t."id" = p."translationId" JOIN "Document" d ON d."id" = t."documentId"`;

/** Adds a plan. Null if one waits for this translation already. */
export async function appendPlan(
  tx: Queryable,
  plan: {
    readonly translationId: TranslationId;
    readonly dueAt: Date;
    readonly plannedById: UserId;
    readonly at: Date;
  },
): Promise<PlanId | null> {
  const { rows } = await tx.query<{ id: PlanId }>(
    `INSERT INTO "PublicationPlan" ("translationId", "dueAt", "plannedById", "createdAt") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("translationId") WHERE "state" = 'waiting' DO NOTHING RETURNING "id"`,
    [plan.translationId, plan.dueAt, plan.plannedById, plan.at],
  );
  return rows[0]?.id ?? null;
}

/** Ends a plan that waits. False if it does not any more: somebody else has ended it. */
export async function endPlan(
  tx: Queryable,
  id: PlanId,
  end: {
    readonly state: "published" | "failed" | "cancelled";
    readonly fault: PlanFailure | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE "PublicationPlan" SET "state" = $2::"PlanState", "fault" = $3, "endedAt" = $4
     WHERE "id" = $1 AND "state" = 'waiting'`,
    [id, end.state, end.fault && JSON.stringify(end.fault), end.at],
  );
  return rowCount === 1;
}

/** Lets a plan that the caller has taken wait on after a passing trouble. */
export async function postponePlan(
  tx: Queryable,
  id: PlanId,
  after: { readonly trouble: PassingTrouble; readonly retryAt: Date },
): Promise<void> {
  await tx.query(
    `UPDATE "PublicationPlan" SET "attempts" = "attempts" + 1, "trouble" = $2, "retryAt" = $3
     WHERE "id" = $1 AND "state" = 'waiting'`,
    [id, after.trouble, after.retryAt],
  );
}

/** Holds the plan that waits for a translation, if there is one, until the transaction ends. */
export async function lockWaitingPlan(tx: Queryable, translationId: TranslationId): Promise<void> {
  await tx.query(
    `SELECT FROM "PublicationPlan" WHERE "translationId" = $1 AND "state" = 'waiting' FOR UPDATE`,
    [translationId],
  );
}

/** Cancels the plan that waits for a translation. Null if none does. */
export async function cancelWaitingPlan(
  tx: Queryable,
  translationId: TranslationId,
  at: Date,
): Promise<PlanId | null> {
  const { rows } = await tx.query<{ id: PlanId }>(
    `UPDATE "PublicationPlan" SET "state" = 'cancelled', "endedAt" = $2
     WHERE "translationId" = $1 AND "state" = 'waiting' RETURNING "id"`,
    [translationId, at],
  );
  return rows[0]?.id ?? null;
}

/** The plans of a translation that are of interest: the one that waits, and the one that ended last. */
export async function listPlans(
  db: Queryable,
  translationId: TranslationId,
): Promise<readonly PublicationPlan[]> {
  const { rows } = await db.query<PublicationPlan>(
    `(${SELECT} WHERE p."translationId" = $1 AND p."state" = 'waiting')
     UNION ALL (${SELECT} WHERE p."translationId" = $1 AND p."state" <> 'waiting' ORDER BY p."endedAt" DESC LIMIT 1)`,
    [translationId],
  );
  return rows;
}

/** The translation of a plan, or null. */
export async function findPlanTranslation(db: Queryable, id: PlanId): Promise<TranslationId | null> {
  const { rows } = await db.query<{ translationId: TranslationId }>(
    `SELECT "translationId" FROM "PublicationPlan" WHERE "id" = $1`,
    [id],
  );
  return rows[0]?.translationId ?? null;
}

/** Plans whose time has come, the longest due first. */
export async function listDuePlans(db: Queryable, now: Date, limit: number): Promise<readonly PlanId[]> {
  const { rows } = await db.query<{ id: PlanId }>(
    {
      name: "due-plans",
      text: `SELECT "id" FROM "PublicationPlan" WHERE "state" = 'waiting' AND "dueAt" <= $1
               AND ("retryAt" IS NULL OR "retryAt" <= $1) ORDER BY "dueAt" LIMIT $2`,
    },
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

/** Takes a plan that waits for this transaction alone; null if it has ended or somebody else has taken it. */
export async function takePlan(tx: Queryable, id: PlanId): Promise<PublicationPlan | null> {
  const { rows } = await tx.query<PublicationPlan>(
    `${SELECT} WHERE p."id" = $1 AND p."state" = 'waiting' FOR UPDATE OF p SKIP LOCKED`,
    [id],
  );
  return rows[0] ?? null;
}
