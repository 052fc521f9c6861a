import type { AccessError } from "@/lib/core/access/permissions";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findAccountIn } from "@/lib/db/reverts/read";
import type { ServiceContext } from "../context";
import { authorizeAnywhere } from "../decisions/authorize-anywhere";
import { projectsAllowing } from "../proposals/list-proposals";

export interface RevertGranted {
  readonly userId: UserId;
  /** The projects that the person manages: nothing elsewhere is looked at. */
  readonly projectIds: readonly ProjectId[];
  readonly accountName: string;
}

/**
 * May this person take the words of an account back? Administrators may, in the projects that they manage; editors
 * decide on single proposals. Nobody their own: what others approved of one's words only others take out.
 */
export async function authorizeRevert(
  ctx: ServiceContext,
  accountId: UserId,
): Promise<Result<RevertGranted, { readonly code: AccessError | "own-words" }>> {
  const granted = await authorizeAnywhere(ctx, "project.manage");
  if (!granted.ok) return granted;
  const projectIds = await projectsAllowing(ctx, "project.manage");
  const accountName = await findAccountIn(ctx.db.pool, projectIds, accountId);
  if (accountName === null) return err({ code: "not-found" });
  if (accountId === granted.value) return err({ code: "own-words" });
  return ok({ userId: granted.value, projectIds, accountName });
}
