import type { AccessError, Permission } from "@/lib/core/access/permissions";
import type { UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "../proposals/list-proposals";

/**
 * For acts on things of several projects, each of which is asked for by itself afterwards: may the person do this
 * in any of them? Who may read somewhere is told `not-allowed`, who may not, `not-found`.
 */
export async function authorizeAnywhere(
  ctx: ServiceContext,
  permission: Permission,
): Promise<Result<UserId, { readonly code: AccessError }>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  if ((await projectsAllowing(ctx, permission)).length > 0) return ok(ctx.actor.userId);
  const reads = (await projectsAllowing(ctx, "document.read")).length > 0;
  return err({ code: reads ? "not-allowed" : "not-found" });
}
