import type { AccessError } from "@/lib/core/access/permissions";
import { mayPublish } from "@/lib/core/policy/policy";
import { checkPlannedTime, type PlanFault } from "@/lib/core/publication/plan";
import type { PlanId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { findPolicy } from "@/lib/db/policies";
import { appendPlan, endPlan, findPlanTranslation } from "@/lib/db/publication-plans";
import { lockTranslation } from "@/lib/db/publications";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/**
 * Wants a translation published at a later time, by the rules that hold then and as long as this person may publish.
 * `already-planned`: one publication waits for this translation; it has to be cancelled first.
 */
export async function planPublication(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId; readonly dueAt: Date | null },
): Promise<
  Result<{ readonly planId: PlanId }, { readonly code: AccessError | PlanFault | "already-planned" }>
> {
  const { translationId } = input;
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "translation.publish");
  if (!granted.ok) return granted;
  const { userId, projectId, role } = granted.value;
  const at = ctx.now();
  const time = checkPlannedTime(input.dueAt?.getTime() ?? null, at.getTime());
  if (!time.ok) return err({ code: time.error });
  const dueAt = new Date(time.value);
  return inTransaction(ctx.db, async (tx) => {
    if (!mayPublish(await findPolicy(tx, projectId), role)) return err({ code: "not-allowed" });
    // either before a withdrawal, which then cancels it, or after one, by somebody who wants it back
    await lockTranslation(tx, translationId);
    const planId = await appendPlan(tx, { translationId, dueAt, plannedById: userId, at });
    if (!planId) return err({ code: "already-planned" });
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: "publication.planned",
        projectId,
        subjectType: "translation",
        subjectId: translationId,
        payload: { planId, dueAt: dueAt.toISOString() },
        at,
      },
    );
    return ok({ planId });
  });
}

/** Takes a planned publication back. `changed-meanwhile`: it has been carried out, or taken back, already. */
export async function cancelPlan(
  ctx: ServiceContext,
  input: { readonly planId: PlanId },
): Promise<Result<null, { readonly code: AccessError | "changed-meanwhile" }>> {
  const translationId = await findPlanTranslation(ctx.db.pool, input.planId);
  if (!translationId) return err({ code: ctx.actor ? "not-found" : "sign-in-required" });
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "translation.publish");
  if (!granted.ok) return granted;
  const { userId, projectId, role } = granted.value;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    if (!mayPublish(await findPolicy(tx, projectId), role)) return err({ code: "not-allowed" });
    if (!(await endPlan(tx, input.planId, { state: "cancelled", fault: null, at }))) {
      return err({ code: "changed-meanwhile" });
    }
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: "publication.plan-cancelled",
        projectId,
        subjectType: "translation",
        subjectId: translationId,
        payload: { planId: input.planId },
        at,
      },
    );
    return ok(null);
  });
}
