import { parseDisplayName, parseEmail } from "@/lib/core/access/account";
import type { AccessError } from "@/lib/core/access/permissions";
import type { Role } from "@/lib/core/access/roles";
import { slugOf } from "@/lib/core/document/slug";
import type { NumberedPolicy } from "@/lib/core/policy/policy";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { findPolicy } from "@/lib/db/policies";
import {
  appendProject,
  findProject,
  listProjects as list,
  listMembers,
  type MemberRow,
  type ProjectRow,
  removeMember as removeRow,
  setMember as setRow,
} from "@/lib/db/projects";
import { findUserByEmail } from "@/lib/db/users";
import { authorize, authorizeAdministrator } from "../authorize";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "../proposals/list-proposals";

type Refused = { readonly code: AccessError };

/** Creates a project; administrators of the installation only. */
export async function createProject(
  ctx: ServiceContext,
  input: { readonly name: string },
): Promise<
  Result<ProjectId, Refused | { readonly code: "bad-name" | "name-taken"; readonly field: "name" }>
> {
  const granted = authorizeAdministrator(ctx);
  if (!granted.ok) return granted;
  const name = parseDisplayName(input.name);
  if (!name.ok) return err({ code: "bad-name", field: "name" });
  const at = ctx.now();
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const id = await appendProject(tx, { slug: slugOf(name.value), name: name.value, at });
      await appendEvent(
        tx,
        { kind: "user", userId: granted.value, isAdmin: true },
        {
          type: "project.created",
          projectId: id,
          subjectType: "project",
          subjectId: id,
          at,
        },
      );
      return ok(id);
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "name-taken", field: "name" });
    throw error;
  }
}

/** Projects that the person may manage. */
export async function listManagedProjects(ctx: ServiceContext): Promise<readonly ProjectRow[]> {
  return list(ctx.db.pool, await projectsAllowing(ctx, "project.manage"));
}

export interface ManagedProject {
  readonly project: ProjectRow;
  readonly members: readonly MemberRow[];
  readonly policy: NumberedPolicy;
}

/** A project with its members and its policy; for those who manage it. */
export async function readProject(
  ctx: ServiceContext,
  projectId: ProjectId,
): Promise<Result<ManagedProject, Refused>> {
  const granted = await authorize(ctx, { kind: "project", id: projectId }, "project.manage");
  if (!granted.ok) return granted;
  const [project, members, policy] = await Promise.all([
    findProject(ctx.db.pool, projectId),
    listMembers(ctx.db.pool, projectId),
    findPolicy(ctx.db.pool, projectId),
  ]);
  return project ? ok({ project, members, policy }) : err({ code: "not-found" });
}

/** Gives an account, named by its e-mail address, a role in the project, or changes the role. */
export async function setMember(
  ctx: ServiceContext,
  input: { readonly projectId: ProjectId; readonly email: string; readonly role: Role },
): Promise<Result<null, Refused | { readonly code: "no-such-account"; readonly field: "email" }>> {
  const granted = await authorize(ctx, { kind: "project", id: input.projectId }, "project.manage");
  if (!granted.ok) return granted;
  const email = parseEmail(input.email);
  const user = email.ok ? await findUserByEmail(ctx.db.pool, email.value) : null;
  if (!user) return err({ code: "no-such-account", field: "email" });
  return changeMembership(ctx, granted.value.userId, input.projectId, user.id, input.role);
}

/** Ends a membership; takes effect with the person's next request. */
export async function removeMember(
  ctx: ServiceContext,
  input: { readonly projectId: ProjectId; readonly userId: UserId },
): Promise<Result<null, Refused>> {
  const granted = await authorize(ctx, { kind: "project", id: input.projectId }, "project.manage");
  if (!granted.ok) return granted;
  return changeMembership(ctx, granted.value.userId, input.projectId, input.userId, null);
}

/** Whether the person manages any project or the installation: is there anything to administer? */
export const managesAnything = async (ctx: ServiceContext): Promise<boolean> =>
  ctx.actor?.kind === "user" &&
  (ctx.actor.isAdmin || (await projectsAllowing(ctx, "project.manage")).length > 0);

/** What the navigation shows: whether the person has a permission in any project. */
export async function permissionsAnywhere(
  ctx: ServiceContext,
): Promise<{ readonly canImport: boolean; readonly canPropose: boolean; readonly canDecide: boolean }> {
  const [canImport, canPropose, canDecide] = await Promise.all(
    (["document.import", "proposal.write", "proposal.decide"] as const).map(
      async (permission) => (await projectsAllowing(ctx, permission)).length > 0,
    ),
  );
  return { canImport: canImport ?? false, canPropose: canPropose ?? false, canDecide: canDecide ?? false };
}

async function changeMembership(
  ctx: ServiceContext,
  managerId: UserId,
  projectId: ProjectId,
  userId: UserId,
  role: Role | null,
): Promise<Result<null, never>> {
  const at = ctx.now();
  await inTransaction(ctx.db, async (tx) => {
    const before =
      role === null ? await removeRow(tx, projectId, userId) : await setRow(tx, projectId, userId, role, at);
    await appendEvent(
      tx,
      { kind: "user", userId: managerId, isAdmin: false },
      {
        type: "membership.changed",
        projectId,
        subjectType: "user",
        subjectId: userId,
        payload: { before, after: role },
        at,
      },
    );
  });
  return ok(null);
}
