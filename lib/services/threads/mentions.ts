import type { AccessError } from "@/lib/core/access/permissions";
import type { ProposalId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listMentions, type MentionRow } from "@/lib/db/threads/read";
import { markMentionsSeen as write } from "@/lib/db/threads/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "../proposals/list-proposals";

/** Comments that name the person, where they may still read them; new ones first. */
export async function listMyMentions(
  ctx: ServiceContext,
): Promise<Result<readonly MentionRow[], { readonly code: "sign-in-required" }>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const projects = await projectsAllowing(ctx, "document.read");
  return ok(await listMentions(ctx.db.pool, ctx.actor.userId, projects));
}

/** The person has read what was said to them about a proposal. How many comments were new. */
export async function markMentionsSeen(
  ctx: ServiceContext,
  input: { readonly proposalId: ProposalId },
): Promise<Result<{ readonly seen: number }, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "document.read");
  if (!granted.ok) return granted;
  return ok({ seen: await write(ctx.db.pool, input.proposalId, granted.value.userId, ctx.now()) });
}
