"use server";

import { z } from "zod";
import { ROLES } from "@/lib/core/access/roles";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { createProject, removeMember, setMember, setPolicy } from "@/lib/services/projects/manage-projects";
import { actionContext, badRequest, foreignOrigin } from "./action-context";
import { id } from "./schemas";

const newProject = z.object({ name: z.string().max(1_000) });

/** Creates a project. */
export async function createProjectAction(input: z.input<typeof newProject>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = newProject.safeParse(input);
  return parsed.success ? createProject(ctx, parsed.data) : badRequest;
}

const membership = z.object({
  projectId: id<ProjectId>(),
  email: z.string().max(1_000),
  role: z.enum(ROLES),
});

/** Gives an account a role in a project. */
export async function setMemberAction(input: z.input<typeof membership>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = membership.safeParse(input);
  return parsed.success ? setMember(ctx, parsed.data) : badRequest;
}

const removal = z.object({ projectId: id<ProjectId>(), userId: id<UserId>() });

/** Ends a membership. */
export async function removeMemberAction(input: z.input<typeof removal>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = removal.safeParse(input);
  return parsed.success ? removeMember(ctx, parsed.data) : badRequest;
}

const policy = z.object({ projectId: id<ProjectId>(), publishesUnreviewed: z.boolean() });

/** Sets whether unreviewed paragraphs may be published. */
export async function setPolicyAction(input: z.input<typeof policy>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = policy.safeParse(input);
  return parsed.success ? setPolicy(ctx, parsed.data) : badRequest;
}
