import { type Haste, hasteOf } from "@/lib/core/review/reading-speed";
import { listPacedApprovals } from "@/lib/db/proposals/pace";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "./list-proposals";

const DAYS = 7;
const APPROVALS = 500;

/**
 * Who approved texts faster than they can be read in the last seven days, in the projects in which
 * the person may decide. Empty for everybody else.
 */
export async function readHaste(ctx: ServiceContext): Promise<readonly Haste[]> {
  if (ctx.actor?.kind !== "user") return [];
  const projects = await projectsAllowing(ctx, "proposal.decide");
  const since = new Date(ctx.now().getTime() - DAYS * 24 * 60 * 60 * 1000);
  const approvals = await listPacedApprovals(ctx.db.pool, projects, since, APPROVALS);
  return hasteOf(
    approvals.map(({ personId, name, seconds, sourceText, targetText }) => ({
      personId,
      name,
      seconds,
      texts: [sourceText, targetText],
    })),
  );
}
