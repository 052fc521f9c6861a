"use server";

import { z } from "zod";
import { ROLES } from "@/lib/core/access/roles";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { createProject, removeMember, setMember, setPolicy } from "@/lib/services/projects/manage-projects";
import { perform } from "./action-context";
import { id } from "./schemas";

const newProject = z.object({ name: z.string().max(1_000) });

/** Creates a project. */
export async function createProjectAction(input: z.input<typeof newProject>) {
  return perform(newProject, input, createProject);
}

const membership = z.object({
  projectId: id<ProjectId>(),
  email: z.string().max(1_000),
  role: z.enum(ROLES),
});

/** Gives an account a role in a project. */
export async function setMemberAction(input: z.input<typeof membership>) {
  return perform(membership, input, setMember);
}

const removal = z.object({ projectId: id<ProjectId>(), userId: id<UserId>() });

/** Ends a membership. */
export async function removeMemberAction(input: z.input<typeof removal>) {
  return perform(removal, input, removeMember);
}

const policy = z.object({ projectId: id<ProjectId>(), publishesUnreviewed: z.boolean() });

/** Sets whether unreviewed paragraphs may be published. */
export async function setPolicyAction(input: z.input<typeof policy>) {
  return perform(policy, input, setPolicy);
}
