import type { Page } from "@playwright/test";
import { changeAccount, createAccount, enter } from "./support/accounts";
import { serverDatabase } from "./support/documents";
import { type Issuer, startIssuer } from "./support/issuer";
import { type OwnServer, ownPort, startOwnServer } from "./support/own-server";
import { expect, expectAccessible, test } from "./support/test";

const PROVIDER = "Haus-Konto";

let issuer: Issuer;
let server: OwnServer;
test.beforeAll(async () => {
  const port = await ownPort();
  issuer = await startIssuer(`http://127.0.0.1:${port}/api/auth/callback/oidc`);
  server = await startOwnServer(port, { ...issuer.settings, OIDC_NAME: PROVIDER });
});
test.afterAll(async () => {
  await server?.stop();
  await issuer?.stop();
});

/** A name and an address that nobody else in the database has. */
function newcomer(name: string): { subject: string; email: string } {
  const subject = `${name}-${Date.now().toString(36)}`;
  return { subject, email: `${subject}@example.org` };
}

/** The way to the provider and back: from our page to theirs, the account typed there. */
async function signInAt(page: Page, subject: string, path = "/en/account"): Promise<void> {
  await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name: `Continue with ${PROVIDER}` }).click();
  await page.getByRole("textbox", { name: "Account" }).fill(subject);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function accountsWith(email: string) {
  const db = serverDatabase();
  try {
    return await db.prisma.user.findMany({
      where: { email },
      include: { memberships: true, identities: true },
    });
  } finally {
    await db.close();
  }
}

test("makes an account without any role at the first sign-in, and finds it again at the next", async ({
  openAs,
}) => {
  const { subject, email } = newcomer("first");
  issuer.people.set(subject, { email, email_verified: true, name: "Tilda Erst" });
  const page = await openAs(null, { baseURL: server.address });
  await signInAt(page, subject, "/en/account?a=1");
  await expect(page).toHaveURL("/en/account?a=1");
  await expect(page.getByRole("main")).toContainText("Tilda Erst");
  await expect(page.getByRole("main")).toContainText("This account has no password");
  await expectAccessible(page);
  await page.goto("/en/documents");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(0);
  expect((await page.goto("/en/admin"))?.status()).toBe(404);
  const [made, ...others] = await accountsWith(email);
  expect(others).toEqual([]);
  expect(made).toMatchObject({
    displayName: "Tilda Erst",
    isAdmin: false,
    memberships: [],
    passwordHash: null,
  });

  // Known by issuer and subject: neither the new address nor the lost proof of it make a difference.
  issuer.people.set(subject, { email: `other.${email}`, email_verified: false, name: "Tilda Zweit" });
  const later = await openAs(null, { baseURL: server.address });
  await signInAt(later, subject);
  await expect(later).toHaveURL("/en/account");
  await expect(later.getByRole("main")).toContainText(email);
  expect(await accountsWith(`other.${email}`)).toEqual([]);
});

test("takes over no account on the word of an address that is not verified", async ({ openAs }) => {
  const owner = await createAccount("Owner of the address", "editor");
  const { subject, email } = newcomer("unproven");
  const page = await openAs(null, { baseURL: server.address });
  for (const claims of [
    { email: owner.email, email_verified: false },
    { email: owner.email.toUpperCase() },
    { email, email_verified: false },
    {},
  ]) {
    issuer.people.set(subject, { ...claims, name: "Somebody" });
    await page.context().clearCookies();
    await signInAt(page, subject);
    await expect(
      page.getByRole("alert").filter({ hasText: "has not confirmed your e-mail address" }),
    ).toBeVisible();
    await page.goto("/en/account");
    await expect(page).toHaveURL(/\/en\/sign-in/);
  }
  expect(await accountsWith(email)).toEqual([]);
  expect(await accountsWith(owner.email)).toMatchObject([{ identities: [] }]);
});

test("binds a verified address to the account that has it, which keeps its password and roles", async ({
  openAs,
}) => {
  const owner = await createAccount("Bound by address", "translator");
  const { subject } = newcomer("proven");
  issuer.people.set(subject, { email: owner.email, email_verified: true, name: "Another name" });
  const page = await openAs(null, { baseURL: server.address });
  await signInAt(page, subject);
  await expect(page.getByRole("main")).toContainText("Bound by address");
  await expect(page.getByLabel("Current password", { exact: true })).toBeVisible();
  const withPassword = await openAs(null, { baseURL: server.address });
  await enter(withPassword, owner);
  expect(await accountsWith(owner.email)).toMatchObject([
    { id: owner.userId, memberships: [{ role: "translator" }], identities: [{ subject }] },
  ]);
});

test("lets nobody in whose account is disabled, also with an open session", async ({ openAs }) => {
  const { subject, email } = newcomer("disabled");
  issuer.people.set(subject, { email, email_verified: true });
  const page = await openAs(null, { baseURL: server.address });
  await signInAt(page, subject);
  await expect(page).toHaveURL("/en/account");
  const [account] = await accountsWith(email);
  await changeAccount(account?.id as Parameters<typeof changeAccount>[0], { kind: "disable" });
  await page.reload();
  await expect(page).toHaveURL(/\/en\/sign-in/);
  await page.context().clearCookies();
  await signInAt(page, subject);
  await expect(page.getByRole("alert").filter({ hasText: "This account has been disabled." })).toBeVisible();
});

test("says in the language of the page that the provider refused, and keeps the way back", async ({
  openAs,
}) => {
  const { subject, email } = newcomer("refused");
  issuer.people.set(subject, { email, email_verified: true });
  const page = await openAs(null, { baseURL: server.address });
  await page.goto("/de/sign-in?callbackUrl=%2Fde%2Faccount");
  await page.getByRole("button", { name: `Weiter mit ${PROVIDER}` }).click();
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Die Anmeldung beim Anbieter ist nicht zustande gekommen." }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Weiter mit ${PROVIDER}` }).click();
  await page.getByRole("textbox", { name: "Account" }).fill(subject);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/de/account");
});

test("says that the provider cannot be reached, and still signs in by password", async ({ openAs }) => {
  const account = await createAccount("Without provider");
  const lonely = await startOwnServer(await ownPort(), {
    ...issuer.settings,
    OIDC_ISSUER: `http://127.0.0.1:${await ownPort()}`,
  });
  try {
    const page = await openAs(null, { baseURL: lonely.address });
    await page.goto("/en/sign-in");
    await page.getByRole("button", { name: "Continue with OpenID Connect" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "did not come about" })).toBeVisible();
    await enter(page, account);
    await page.close(); // before the server, or it complains that it cannot load something
  } finally {
    await lonely.stop();
  }
});
