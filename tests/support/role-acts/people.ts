import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { createProject, readProject, removeMember, setMember } from "@/lib/services/projects/manage-projects";
import { changeUser, createUser, listUsers } from "@/lib/services/users/manage-users";
import { changeOwnPassword, endOwnSessions, readOwnAccount } from "@/lib/services/users/own-account";
import type { Acts, Stage } from "./stage";

/** Projects, accounts and their own account. */
export const onPeople = ({ the, projectId }: Stage): Acts => ({
  readProject: { least: "admin", act: (ctx) => readProject(ctx, projectId) },
  changePolicy: {
    least: "admin",
    act: (ctx) => changePolicy(ctx, { projectId, seen: 99, policy: DEFAULT_POLICY }),
  },
  setMember: {
    least: "admin",
    act: (ctx) => setMember(ctx, { projectId, email: "reader@example.org", role: "reader" }),
  },
  removeMember: {
    least: "admin",
    act: (ctx) => removeMember(ctx, { projectId, userId: the.people.stranger }),
  },
  listUsers: { least: "installation", act: (ctx) => listUsers(ctx) },
  createUser: {
    least: "installation",
    act: (ctx) =>
      createUser(ctx, {
        email: "x@example.org",
        displayName: "x",
        password: "long enough, really",
        isAdmin: true,
      }),
  },
  changeUser: {
    least: "installation",
    act: (ctx) => changeUser(ctx, the.people.reader, { kind: "make-administrator" }),
  },
  createProject: { least: "installation", act: (ctx) => createProject(ctx, { name: "Mine" }) },
  readOwnAccount: { least: "signed-in", act: (ctx) => readOwnAccount(ctx) },
  endOwnSessions: { least: "signed-in", act: (ctx) => endOwnSessions(ctx) },
  changeOwnPassword: {
    least: "signed-in",
    act: (ctx) => changeOwnPassword(ctx, { current: "no", next: "long enough, really" }),
  },
});
