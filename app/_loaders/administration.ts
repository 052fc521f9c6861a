import "server-only";

import { notFound } from "next/navigation";
import { readOidcSettings } from "@/lib/auth/oidc-settings";
import { type ProjectId, parseId, type UserId } from "@/lib/core/shared/ids";
import { listManagedProjects, readProject } from "@/lib/services/projects/manage-projects";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { listUsers } from "@/lib/services/users/manage-users";
import { pageContext } from "./context";

/**
 * Projects that the person manages, and all accounts if they administer the installation
 * (null otherwise). `providerName`: the identity provider, if there is one.
 */
export async function loadAdministration() {
  const ctx = await pageContext();
  const [projects, users] = await Promise.all([listManagedProjects(ctx), listUsers(ctx)]);
  if (projects.length === 0 && !users.ok) notFound();
  return {
    projects,
    users: users.ok ? users.value : null,
    providerName: readOidcSettings(process.env)?.name ?? null,
  };
}

/** A project with members and policy, for those who manage it. */
export async function loadProject(projectId: string) {
  const id = parseId<ProjectId>(projectId);
  const found = id ? await readProject(await pageContext(), id) : null;
  return found?.ok ? found.value : notFound();
}

/** What could be taken back of an account; null, and `isOwn`, for the person's own. */
export async function loadRevert(userId: string) {
  const id = parseId<UserId>(userId);
  const ctx = await pageContext();
  const found = id ? await previewRevert(ctx, id) : null;
  const hasAccounts = ctx.actor?.kind === "user" && ctx.actor.isAdmin;
  if (found?.ok) return { preview: found.value, isOwn: false, hasAccounts };
  return found?.error.code === "own-words" ? { preview: null, isOwn: true, hasAccounts } : notFound();
}
