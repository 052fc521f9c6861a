import { roleAllows } from "@/lib/core/access/permissions";
import { isSlug } from "@/lib/core/document/slug";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { pseudonym, publicPeople } from "@/lib/core/record/pseudonyms";
import {
  type RecordedPublication,
  type ReviewRecord,
  type RevisionFacts,
  reviewRecord,
} from "@/lib/core/record/review-record";
import type { ProjectId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findRoleFor } from "@/lib/db/memberships";
import { listPolicies } from "@/lib/db/policies";
import { findSealedPublication, listRevisionFacts, type PublicationRow } from "@/lib/db/record/publication";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";

/**
 * The review record of what readers get of an article in this language. For everybody, like the article; who wrote
 * which paragraph, which the article does not tell, only for people who may read the project: before others everybody
 * has a pseudonym. `not-found`: it is not published.
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
  const shown = (await mayReadPeople(ctx, projectId))
    ? { publisher: publication.publisher, revisions: facts }
    : forPublic(publication, facts);
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
  return ok(reviewRecord({ ...publication, ...shown, policies }, textHash));
}

async function mayReadPeople(ctx: ServiceContext, projectId: ProjectId): Promise<boolean> {
  if (ctx.actor?.kind !== "user") return false;
  if (ctx.actor.isAdmin) return true;
  const found = await findRoleFor(ctx.db.pool, { kind: "project", id: projectId }, ctx.actor.userId);
  return roleAllows(found?.role ?? null, "document.read");
}

function forPublic(
  { id, publisher }: Pick<PublicationRow, "id" | "publisher">,
  facts: ReadonlyMap<string, RevisionFacts>,
): Pick<RecordedPublication, "publisher" | "revisions"> {
  return {
    publisher: { ...publisher, id: pseudonym(id, "publisher", publisher.id, textHash) },
    revisions: new Map(
      [...facts].map(([revision, people]) => [revision, publicPeople(id, people, textHash)]),
    ),
  };
}
