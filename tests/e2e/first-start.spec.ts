import type { BrowserContext, Page } from "@playwright/test";
import { enter } from "./support/accounts";
import { type OwnServer, startEmptyServer } from "./support/own-server";
import { expect, expectAccessible, test } from "./support/test";

const PASSWORD = "the first of all passwords";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
/** The session of whoever came first. */
let administrator: Awaited<ReturnType<BrowserContext["storageState"]>>;
test.beforeAll(async () => {
  server = await startEmptyServer();
});
test.afterAll(() => server?.stop());

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function fillSetup(page: Page, name: string, repeated = PASSWORD): Promise<void> {
  await field(page, "Name").fill(name);
  await field(page, "E-mail address").fill(`${name.toLowerCase()}@example.org`);
  await field(page, "Password").fill(PASSWORD);
  await field(page, "Password once more").fill(repeated);
}

const create = (page: Page) => page.getByRole("button", { name: "Create the account and sign in" }).click();

test("asks for the first administrator until there is one, and never again", async ({ openAs }) => {
  const own = { baseURL: server.address };
  const [first, second, third] = [await openAs(null, own), await openAs(null, own), await openAs(null, own)];

  await first.goto("/en/documents");
  await expect(first).toHaveURL("/en/setup");
  await expect(field(first, "Name")).toBeFocused();
  await fillSetup(first, "Anfang", "another one by mistake");
  await first.keyboard.press("Enter");
  await expect(first.getByText("The two passwords differ.")).toBeVisible();
  await expect(field(first, "Password once more")).toBeFocused();
  await expect(field(first, "Name")).toHaveValue("Anfang");
  await expectAccessible(first);

  await second.goto("/en/sign-in");
  await expect(second).toHaveURL("/en/setup");
  await third.goto("/en/setup");
  for (const [page, name] of [
    [first, "Anfang"],
    [second, "Beginn"],
    [third, "Zuspät"],
  ] as const) {
    await fillSetup(page, name.replace("ä", "ae"));
  }
  await Promise.all([create(first), create(second)]);
  const closed = "Somebody created the first account in the meantime.";
  const outcome = async (page: Page) =>
    new URL(page.url()).pathname === "/en/admin"
      ? "created"
      : (await page.getByText(closed).count()) > 0
        ? "closed"
        : "waiting";
  await expect
    .poll(async () => [await outcome(first), await outcome(second)].sort())
    .toEqual(["closed", "created"]);

  await create(third);
  await expect(third.getByText(closed)).toBeVisible();
  await third.goto("/en/setup");
  await expect(third).toHaveURL("/en/sign-in");

  const winner = (await outcome(first)) === "created" ? first : second;
  administrator = await winner.context().storageState();
  await winner.goto("/en/admin/accounts");
  await expect(winner.getByText("1 account", { exact: true })).toBeVisible();
});

test("the first administrator creates a project and accounts, and gives, changes and takes roles", async ({
  openAs,
}) => {
  const page = await openAs(null, { baseURL: server.address, storageState: administrator });
  await page.goto("/en/admin");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Name of the project" }).fill("Unser Heft");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Unser Heft" })).toBeVisible();
  await expectAccessible(page);
  const project = page.url();

  await page.goto("/en/admin/accounts");
  await page.getByRole("button", { name: "Create account" }).click();
  const dialog = page.getByRole("dialog", { name: "New account" });
  const createAccount = async (name: string, email: string, password: string) => {
    await field(page, "Name").fill(name);
    await field(page, "E-mail address").fill(email);
    await field(page, "First password").fill(password);
    await dialog.getByRole("button", { name: "Create account" }).click();
  };
  await createAccount("Rosa", "rosa@example", PASSWORD);
  await expect(dialog.getByText("This is not an e-mail address.")).toBeVisible();
  await expect(field(page, "E-mail address")).toBeFocused();
  await createAccount("Rosa", "rosa@example.org", "short");
  await expect(field(page, "First password")).toBeFocused();
  await expectAccessible(page);
  await createAccount("Rosa", "rosa@example.org", PASSWORD);
  await expect(dialog).toBeHidden();
  await expect(page.getByText("2 accounts", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Create account" }).click();
  await createAccount("Rosa once more", "ROSA@example.org", PASSWORD);
  await expect(dialog.getByText("This address already has an account.")).toBeVisible();

  await page.goto(project);
  const address = page.getByRole("combobox", { name: "E-mail address of the account" });
  await address.fill("nobody@example.org");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("There is no account with this address.")).toBeVisible();
  await expect(address).toBeFocused();
  await address.fill("rosa@example.org");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const role = page.getByRole("combobox", { name: "Role of Rosa" });
  await expect(role).toHaveValue("translator");

  const rosa = await openAs(null, { baseURL: server.address });
  await enter(rosa, { email: "rosa@example.org", password: PASSWORD }, "/en/import");
  await role.selectOption("Editor");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeHidden();
  await rosa.goto("/en/queue");
  await expect(rosa.getByRole("link", { name: /^Queue/ })).toBeVisible();

  await page.getByRole("button", { name: "Remove Rosa" }).click();
  await page.getByRole("button", { name: "End membership" }).click();
  await expect(role).toBeHidden();
  await rosa.reload();
  await expect(rosa.getByRole("link", { name: /^Queue/ })).toHaveCount(0);
});
