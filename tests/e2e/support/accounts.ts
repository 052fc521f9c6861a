import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Role } from "@/lib/core/access/roles";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import type { ServiceContext } from "@/lib/services/context";
import { createProject, removeMember, setMember } from "@/lib/services/projects/manage-projects";
import { type AccountChange, changeUser, createUser } from "@/lib/services/users/manage-users";
import { serverDatabase } from "./documents";
import { account as sampleAccount } from "./people";

/** An account of a test's own, so that nobody else is locked out or loses a role. */
export interface TestAccount {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function asAdministrator<T>(act: (ctx: ServiceContext) => Promise<Outcome<T>>): Promise<T> {
  const db = serverDatabase();
  try {
    const { email } = sampleAccount("admin");
    const { id, isAdmin } = await db.prisma.user.findUniqueOrThrow({ where: { email } });
    const actor = { kind: "user", userId: id as UserId, isAdmin } as const;
    const done = await act({ actor, db, now: () => new Date() });
    if (!done.ok) throw new Error(`not done: ${JSON.stringify(done.error)}`);
    return done.value;
  } finally {
    await db.close();
  }
}

const sampleProject = async (ctx: ServiceContext): Promise<ProjectId> =>
  (await ctx.db.prisma.project.findFirstOrThrow({ orderBy: { createdAt: "asc" } })).id as ProjectId;

/** The project that the sample came with. */
export const sampleProjectId = () =>
  asAdministrator(async (ctx) => ({ ok: true, value: await sampleProject(ctx) }));

/** Creates an account, with a role in the sample project if there is one to be. */
export async function createAccount(displayName: string, role: Role | null = null): Promise<TestAccount> {
  const email = `${displayName.toLowerCase().replace(/\W+/g, ".")}.${randomBytes(4).toString("hex")}@example.org`;
  const password = "three words suffice";
  const userId = await asAdministrator((ctx) =>
    createUser(ctx, { email, displayName, password, isAdmin: false }),
  );
  const account = { userId, displayName, email, password };
  if (role) await setRole(account, role);
  return account;
}

/** Gives a role in the sample project, or takes it. */
export const setRole = ({ email, userId }: TestAccount, role: Role | null) =>
  asAdministrator(async (ctx) => {
    const projectId = await sampleProject(ctx);
    return role ? setMember(ctx, { projectId, email, role }) : removeMember(ctx, { projectId, userId });
  });

/** A project of a test's own: whoever is in it has nobody else's proposals in the queue. */
export async function createTestProject(
  name: string,
  members: Readonly<Record<string, Role>>,
): Promise<ProjectId> {
  // the last of any list: forms begin with the first project, which has to stay the sample's
  const projectId = await asAdministrator((ctx) => createProject(ctx, { name: `ZZ ${name}` }));
  for (const [email, role] of Object.entries(members)) {
    await asAdministrator((ctx) => setMember(ctx, { projectId, email, role }));
  }
  return projectId;
}

/** Does what an administrator does to an account. */
export const changeAccount = (userId: UserId, change: AccountChange) =>
  asAdministrator((ctx) => changeUser(ctx, userId, change));

/** Fills in the form of the sign-in page and sends it. */
export async function sendSignIn(page: Page, { email, password }: Pick<TestAccount, "email" | "password">) {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs in and waits until the page behind is there. */
export async function enter(
  page: Page,
  account: Pick<TestAccount, "email" | "password">,
  path = "/en/documents",
): Promise<void> {
  await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await sendSignIn(page, account);
  await page.waitForURL(`**${path}`);
}
