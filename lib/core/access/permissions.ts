import { err, ok, type Result } from "../shared/result";
import { type Actor, ROLES, type Role } from "./roles";

/**
 * Everything that can be forbidden, with the least role that may do it. The only
 * place where this is said: pages ask for what to show, services for what to do.
 */
const LEAST_ROLE = {
  "document.read": "reader",
  "document.import": "translator",
  "proposal.write": "translator",
  /** To talk about proposals. */
  "thread.write": "translator",
  "proposal.decide": "editor",
  /** Also the importer's, until somebody works on the rows: `mayRepair`. */
  "alignment.repair": "editor",
  "translation.publish": "editor",
  "project.manage": "admin",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof LEAST_ROLE;

/** All permissions, for tests and for pages that list them. */
export const PERMISSIONS = Object.keys(LEAST_ROLE) as readonly Permission[];

/** May somebody with this role (null: no member) do it? */
export function roleAllows(role: Role | null, permission: Permission): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission]);
}

/**
 * May somebody with this role change the rows of a translation? Whoever imported it may as long
 * as they may import at all and nobody has proposed or decided anything on it.
 */
export function mayRepair(
  role: Role | null,
  translation: { readonly isImporter: boolean; readonly reviewBegun: boolean },
): boolean {
  if (roleAllows(role, "alignment.repair")) return true;
  return roleAllows(role, "document.import") && translation.isImporter && !translation.reviewBegun;
}

/**
 * The role that counts for an actor in a project: administrators of the installation
 * are admins everywhere, jobs have no role and may nothing that needs one.
 */
export function effectiveRole(actor: Actor | null, memberRole: Role | null): Role | null {
  if (actor?.kind !== "user") return null;
  return actor.isAdmin ? "admin" : memberRole;
}

export type AccessError = "sign-in-required" | "not-found" | "not-allowed";

/**
 * Decides one act. Somebody who may not even read the project is told `not-found`,
 * so that ids cannot be probed; a member without the right is told `not-allowed`.
 */
export function checkPermission(
  actor: Actor | null,
  memberRole: Role | null,
  permission: Permission,
): Result<Role, AccessError> {
  if (actor === null) return err("sign-in-required");
  const role = effectiveRole(actor, memberRole);
  if (!roleAllows(role, "document.read") || role === null) return err("not-found");
  return roleAllows(role, permission) ? ok(role) : err("not-allowed");
}
