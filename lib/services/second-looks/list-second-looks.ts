import type { SecondLookTally } from "@/lib/core/review/second-look";
import { err, ok, type Result } from "@/lib/core/shared/result";
import {
  type DueLook,
  listDueLooks,
  listObjections,
  type OpenObjection,
  tallySecondLooks,
} from "@/lib/db/proposals/second-looks";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "../proposals/list-proposals";

export interface SecondLooks {
  /** Approvals that this person can look at, oldest first, at most 50. */
  readonly due: readonly DueLook[];
  /** Of all projects in which the person may decide. */
  readonly tally: SecondLookTally;
  /** Objections whose rows wait for a better text or another approval. */
  readonly objections: readonly OpenObjection[];
}

const AT_ONCE = 50;

/** Approvals of others that the sample picked, and what came of those that were looked at. */
export async function listSecondLooks(
  ctx: ServiceContext,
): Promise<Result<SecondLooks, { readonly code: "sign-in-required" }>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const projects = await projectsAllowing(ctx, "proposal.decide");
  const db = ctx.db.pool;
  const [due, tally, objections] = await Promise.all([
    listDueLooks(db, projects, ctx.actor.userId, AT_ONCE),
    tallySecondLooks(db, projects),
    listObjections(db, projects, AT_ONCE),
  ]);
  return ok({ due, tally, objections });
}
