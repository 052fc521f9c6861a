import { waitAfter } from "@/lib/core/publication/plan";
import type { PlanId } from "@/lib/core/shared/ids";
import { err, type Result } from "@/lib/core/shared/result";
import { type Database, inTransaction, type Queryable } from "@/lib/db/client";
import { type PassingTrouble, passingTrouble } from "@/lib/db/database-trouble";
import { appendEvent } from "@/lib/db/events";
import {
  endPlan,
  listDuePlans,
  type PlanFailure,
  type PublicationPlan,
  postponePlan,
  takePlan,
} from "@/lib/db/publication-plans";
import { findUser } from "@/lib/db/users";
import { authorize } from "../authorize";
import { type Published, publishIn } from "./publish-translation";

const AT_ONCE = 20;
const JOB = { kind: "system", job: "planned-publication" } as const;

interface Clockwork {
  readonly db: Database;
  readonly now: () => Date;
}

/**
 * Carries out every planned publication whose time has come, each in a transaction of its own. Any number of
 * processes may do this at once: each plan is carried out by one of them, and once. A refusal ends the plan with its
 * reason; so does a failure that nobody foresaw. A trouble that passes lets it wait for another attempt, a few hours
 * long. How many plans ended.
 */
export async function publishDue(clockwork: Clockwork): Promise<number> {
  let ended = 0;
  for (const id of await listDuePlans(clockwork.db.pool, clockwork.now(), AT_ONCE)) {
    ended += (await carryOut(clockwork, id)) ? 1 : 0;
  }
  return ended;
}

async function carryOut(clockwork: Clockwork, id: PlanId): Promise<boolean> {
  try {
    return await inTransaction(clockwork.db, async (tx) => {
      const plan = await takePlan(tx, id);
      if (!plan) return false;
      const published = await publishAs(clockwork, tx, plan);
      if (published.ok) await end(tx, plan, "published", clockwork.now());
      else await fail(tx, plan, published.error, clockwork.now());
      return true;
    });
  } catch (error) {
    // one that always fails must not be tried every second for ever; without a database this fails as well
    return inTransaction(clockwork.db, (tx) => putOff(clockwork, tx, id, passingTrouble(error)));
  }
}

/** Lets it wait for another attempt, or ends it: after a trouble that stays, or that came too often. Did it end? */
async function putOff(
  { now }: Clockwork,
  tx: Queryable,
  id: PlanId,
  trouble: PassingTrouble | null,
): Promise<boolean> {
  const plan = await takePlan(tx, id);
  if (!plan) return false;
  const wait = trouble && waitAfter(plan.attempts + 1);
  const at = now();
  if (trouble && wait !== null) {
    await postponePlan(tx, id, { trouble, retryAt: new Date(at.getTime() + wait) });
    return false;
  }
  await fail(tx, plan, { code: trouble ?? "unknown" }, at);
  return true;
}

async function end(
  tx: Queryable,
  { id }: PublicationPlan,
  state: "published" | "failed",
  at: Date,
  fault: PlanFailure | null = null,
) {
  if (!(await endPlan(tx, id, { state, fault, at })))
    throw new Error("a plan that was taken ended elsewhere");
}

async function fail(tx: Queryable, plan: PublicationPlan, fault: PlanFailure, at: Date): Promise<void> {
  await end(tx, plan, "failed", at, fault);
  await appendEvent(tx, JOB, {
    type: "publication.plan-failed",
    projectId: plan.projectId,
    subjectType: "translation",
    subjectId: plan.translationId,
    payload: { planId: plan.id, fault },
    at,
  });
}

/** By the rules of this moment, as the person who planned it, if they may still publish. */
async function publishAs(
  { db, now }: Clockwork,
  tx: Queryable,
  { translationId, plannedById }: PublicationPlan,
): Promise<Result<Published, PlanFailure>> {
  const person = await findUser(tx, plannedById);
  if (!person || person.disabled) return err({ code: "not-allowed" });
  const actor = { kind: "user", userId: plannedById, isAdmin: person.isAdmin } as const;
  const granted = await authorize(
    { actor, db, now },
    { kind: "translation", id: translationId },
    "translation.publish",
  );
  if (!granted.ok) return err({ code: "not-allowed" });
  const published = await publishIn(tx, translationId, granted.value, now);
  if (published.ok) return published;
  const { code } = published.error;
  return err("count" in published.error ? { code, count: published.error.count } : { code });
}
