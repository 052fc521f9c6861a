import { roleAllows } from "@/lib/core/access/permissions";
import { isSlug } from "@/lib/core/document/slug";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { type ReviewRecord, type RevisionFacts, reviewRecord } from "@/lib/core/record/review-record";
import type { ProjectId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findRoleFor } from "@/lib/db/memberships";
import { listPolicies } from "@/lib/db/policies";
import { findSealedPublication, listRevisionFacts } from "@/lib/db/record/publication";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";

/**
 * The review record of what readers get of an article in this language. For everybody, like the article; the names of
 * those who wrote, which the article does not tell, only for people who may read the project. `not-found`: it is not
 * published.
 */
export async function readRecord(
  ctx: ServiceContext,
  input: { readonly slug: string; readonly locale: string },
): Promise<Result<ReviewRecord, { readonly code: "not-found" }>> {
  const db = ctx.db.pool;
  const found = isSlug(input.slug) ? await findSealedPublication(db, input.slug, input.locale) : null;
  if (!found) return err({ code: "not-found" });
  const { projectId, ...publication } = found;
  const ids = publication.snapshot.segments.flatMap(({ revisionId }) => revisionId ?? []);
  const facts = await listRevisionFacts(db, ids);
  const revisions = (await mayReadNames(ctx, projectId)) ? facts : new Map([...facts].map(withoutNames));
  const used = new Set([...facts.values()].flatMap(({ approvals }) => approvals.map(({ policy }) => policy)));
  const policies = [DEFAULT_POLICY, ...(await listPolicies(db, projectId))]
    .filter(({ number }) => used.has(number))
    .map((policy) => ({
      number: policy.number,
      fourEyes: policy.fourEyes,
      approvals: policy.approvals,
      publisher: policy.publisher,
      leastApproved: policy.leastApproved,
      leastIndexed: policy.leastIndexed,
      refusesOpenProposals: policy.refusesOpenProposals,
      secondEditor: policy.secondEditor,
    }));
  return ok(reviewRecord({ ...publication, revisions, policies }, textHash));
}

async function mayReadNames(ctx: ServiceContext, projectId: ProjectId): Promise<boolean> {
  if (ctx.actor?.kind !== "user") return false;
  if (ctx.actor.isAdmin) return true;
  const found = await findRoleFor(ctx.db.pool, { kind: "project", id: projectId }, ctx.actor.userId);
  return roleAllows(found?.role ?? null, "document.read");
}

const withoutNames = ([id, facts]: [string, RevisionFacts]): [string, RevisionFacts] => [
  id,
  { ...facts, contributors: facts.contributors.map((person) => ({ id: person.id, name: null })) },
];
