import { countApprovals } from "@/lib/core/policy/policy";
import { BULK_LIMIT } from "@/lib/core/proposal/bulk";
import { comparableTexts } from "@/lib/core/reimport/comparable-text";
import { type ChangeGrade, gradeChange } from "@/lib/core/reimport/grade-change";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listQueue, listQueueFacets, type QueueFacets, type QueueFilter } from "@/lib/db/proposals/read";
import type { ServiceContext } from "../context";
import { projectsAllowing, type QueueItem } from "../proposals/list-proposals";

export interface Together {
  /** Oldest first, at most BULK_LIMIT; none that is overtaken, which cannot be accepted. */
  readonly items: readonly QueueItem[];
  /** Own words among what was asked for: somebody else decides on them. */
  readonly own: number;
  readonly facets: QueueFacets;
}

/** Proposals that wait and can be decided together: of a document, an author, a language, a kind of change. */
export async function listTogether(
  ctx: ServiceContext,
  filter: QueueFilter & { readonly grade: ChangeGrade | null },
): Promise<Result<Together, { readonly code: "sign-in-required" }>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const { userId } = ctx.actor;
  const projects = await projectsAllowing(ctx, "proposal.decide");
  const [rows, facets] = await Promise.all([
    listQueue(ctx.db.pool, projects, { offset: 0, limit: BULK_LIMIT }, filter),
    listQueueFacets(ctx.db.pool, projects),
  ]);
  const asked = rows.filter((row) => {
    if (row.conflicted) return false;
    if (filter.grade === null) return true;
    const [before = "", after = ""] = comparableTexts([row.baseText, row.targetText], row.targetCodes);
    return gradeChange(before, after) === filter.grade;
  });
  const items = asked
    .filter(({ contributorIds }) => !contributorIds.includes(userId))
    .map(({ authorId, contributorIds, textWriterIds: _, approverIds, approvalsNeeded, ...item }) => ({
      ...item,
      approvals: countApprovals(approverIds, approvalsNeeded, userId),
      mine: false,
      decidable: true,
      isOnOwnText: false,
    }));
  return ok({ items, own: asked.length - items.length, facets });
}
