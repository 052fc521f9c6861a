import { type AccessError, checkPermission, type Permission } from "@/lib/core/access/permissions";
import type { Role } from "@/lib/core/access/roles";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findRoleFor, type Owned } from "@/lib/db/memberships";
import type { ServiceContext } from "./context";

export interface Granted {
  readonly userId: UserId;
  readonly role: Role;
  readonly projectId: ProjectId;
}

/**
 * "Who may do this?", the first line of every service that concerns a project. The role
 * is read from the database for each call, so that a revoked one ends at once.
 */
export async function authorize(
  ctx: ServiceContext,
  owned: Owned,
  permission: Permission,
): Promise<Result<Granted, { readonly code: AccessError }>> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  const { userId } = ctx.actor;
  const found = await findRoleFor(ctx.db.pool, owned, userId);
  if (!found) return err({ code: "not-found" });
  const role = checkPermission(ctx.actor, found.role, permission);
  return role.ok ? ok({ userId, role: role.value, projectId: found.projectId }) : err({ code: role.error });
}

/** For acts on the installation itself (accounts, new projects): administrators of the installation only. */
export function authorizeAdministrator(
  ctx: ServiceContext,
): Result<UserId, { readonly code: Exclude<AccessError, "not-found"> }> {
  if (ctx.actor?.kind !== "user") return err({ code: "sign-in-required" });
  return ctx.actor.isAdmin ? ok(ctx.actor.userId) : err({ code: "not-allowed" });
}
