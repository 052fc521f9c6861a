import { type AccessError, effectiveRole, type Permission, roleAllows } from "@/lib/core/access/permissions";
import { countApprovals } from "@/lib/core/policy/policy";
import type { OpenProposal } from "@/lib/core/review/bitext";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listRoles } from "@/lib/db/memberships";
import { listProjectIds } from "@/lib/db/projects";
import { countOpen, listQueue, type ProposalPlace } from "@/lib/db/proposals/read";
import type { ServiceContext } from "../context";

type Refused = { readonly code: Extract<AccessError, "sign-in-required"> };

export type QueueItem = OpenProposal & ProposalPlace;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly offset: number;
}

/** Items of one page of the queue or of "my proposals". */
export const PAGE_SIZE = 50;

/** Open proposals over all documents that the person may decide in, oldest first, page by page. */
export async function listOpenQueue(
  ctx: ServiceContext,
  offset: number,
): Promise<Result<Page<QueueItem>, Refused>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const { userId } = ctx.actor;
  const projects = await projectsAllowing(ctx, "proposal.decide");
  const [rows, total] = await Promise.all([
    listQueue(ctx.db.pool, projects, { offset, limit: PAGE_SIZE }),
    countOpen(ctx.db.pool, projects),
  ]);
  const items = rows.map(
    ({ authorId, contributorIds, textWriterIds, approverIds, approvalsNeeded, ...item }) => ({
      ...item,
      approvals: countApprovals(approverIds, approvalsNeeded, userId),
      mine: authorId === userId,
      decidable: !contributorIds.includes(userId),
      isOnOwnText: textWriterIds.includes(userId),
    }),
  );
  return ok({ items, total, offset });
}

/** How many proposals wait for a decision where the person may decide; 0 for everybody else. */
export async function countOpenQueue(ctx: ServiceContext): Promise<number> {
  if (ctx.actor?.kind !== "user") return 0;
  return countOpen(ctx.db.pool, await projectsAllowing(ctx, "proposal.decide"));
}

/** Projects in which the person has this permission now. */
export async function projectsAllowing(
  ctx: ServiceContext,
  permission: Permission,
): Promise<readonly ProjectId[]> {
  const { actor } = ctx;
  if (actor?.kind !== "user") return [];
  if (actor.isAdmin) return listProjectIds(ctx.db.pool);
  const roles = await listRoles(ctx.db.pool, actor.userId as UserId);
  return roles
    .filter(({ role }) => roleAllows(effectiveRole(actor, role), permission))
    .map(({ projectId }) => projectId);
}
