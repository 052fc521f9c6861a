"use server";

import { z } from "zod";
import { ROLES } from "@/lib/core/access/roles";
import { MOST_APPROVALS, PUBLISHERS } from "@/lib/core/policy/policy";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { createProject, removeMember, setMember } from "@/lib/services/projects/manage-projects";
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

const policyChange = z.object({
  projectId: id<ProjectId>(),
  seen: z.int().min(0),
  policy: z.object({
    fourEyes: z.boolean(),
    approvals: z.int().min(1).max(MOST_APPROVALS),
    publisher: z.enum(PUBLISHERS),
    leastApproved: z.int().min(0).max(100),
    leastIndexed: z.int().min(0).max(100),
    refusesOpenProposals: z.boolean(),
    secondEditor: z.boolean(),
    secondLooks: z.int().min(0).max(100),
  }),
});

/** Puts another policy of the project in force. */
export async function changePolicyAction(input: z.input<typeof policyChange>) {
  return perform(policyChange, input, changePolicy);
}
