import type { AccessError } from "@/lib/core/access/permissions";
import type { DocumentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import {
  countByStanding,
  listByAuthor,
  listMyDocuments,
  type MineFilter,
  type MyProposalRow,
  type StandingCounts,
} from "@/lib/db/proposals/mine";
import type { ServiceContext } from "../context";
import { PAGE_SIZE, type Page, projectsAllowing } from "./list-proposals";

export type MyProposal = MyProposalRow;

export interface MyProposals extends Page<MyProposal> {
  /** Of all proposals that fit the filter but for the standing that it names. */
  readonly counts: StandingCounts;
  /** Documents that the person has proposed something for. */
  readonly documents: readonly { readonly id: DocumentId; readonly title: string }[];
}

/** No filter at all. */
export const ALL_MINE: MineFilter = {
  standing: null,
  documentId: null,
  from: null,
  to: null,
  timeZone: "UTC",
};

/** The person's own proposals with what became of them and why, last changed first, page by page. */
export async function listMyProposals(
  ctx: ServiceContext,
  offset: number,
  filter: MineFilter = ALL_MINE,
): Promise<Result<MyProposals, { readonly code: Extract<AccessError, "sign-in-required"> }>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const { userId } = ctx.actor;
  const projects = await projectsAllowing(ctx, "document.read");
  const [items, counts, documents] = await Promise.all([
    listByAuthor(ctx.db.pool, userId, projects, { offset, limit: PAGE_SIZE }, filter),
    countByStanding(ctx.db.pool, userId, projects, filter),
    listMyDocuments(ctx.db.pool, userId, projects),
  ]);
  return ok({ items, offset, total: counts[filter.standing ?? "all"], counts, documents });
}
