import type { Page } from "@playwright/test";
import { currentRow, propose } from "./open-proposals";
import { createAccount, enter, setRole } from "./support/accounts";
import { createDocument } from "./support/documents";
import { expect, test } from "./support/test";

const ROWS = [
  ["Der Hafen schläft.", "The harbour is sleep."],
  ["Ein Boot kommt.", "A boat arrives"],
] as const;

const card = (page: Page, title: string) =>
  page.getByRole("region", { name: new RegExp(`${title}, paragraph 1$`) });

const statusOf = (page: Page, address: string, init: RequestInit = {}): Promise<number> =>
  page.evaluate(async ([url, options]) => (await fetch(url, options)).status, [address, init] as const);

test("a role that is lowered or taken counts with the next act, read and page of somebody at work", async ({
  openAs,
}) => {
  const document = await createDocument("Taken role", ROWS);
  await propose("translator", document, 0, "The harbour is asleep.");
  const account = await createAccount("Short editor", "editor");
  const page = await openAs(null);
  await enter(page, account, "/en/queue");
  const accept = card(page, "Taken role").getByRole("button", { name: "Accept" });
  await expect(accept).toBeVisible();
  const rows = `/api/translations/${document.translationId}/rows?from=0&to=2`;

  await setRole(account, "translator");
  await accept.click();
  await expect(page.getByText("You may not do this in this project.")).toBeVisible();
  expect(await statusOf(page, rows)).toBe(200);

  await setRole(account, null);
  await accept.click();
  await expect(page.getByText("This no longer exists, or you have no access to it.")).toBeVisible();
  expect(await statusOf(page, rows)).toBe(404);
  expect((await page.goto(document.review))?.status()).toBe(404);
  await page.goto("/en/queue");
  await expect(card(page, "Taken role")).toHaveCount(0);
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });

  await setRole(account, "editor");
  await page.reload();
  await accept.click();
  await expect(page.getByText("Accepted Taken role, English, paragraph 1")).toBeVisible();
});

test("an account that an administrator disables is out with its next act, read and page", async ({
  openAs,
}) => {
  const document = await createDocument("Disabled account", ROWS);
  await propose("translator", document, 0, "The harbour is asleep.");
  const account = await createAccount("Soon disabled", "editor");
  const page = await openAs(null);
  await enter(page, account, "/en/queue");
  const accept = card(page, "Disabled account").getByRole("button", { name: "Accept" });
  await expect(accept).toBeVisible();

  const admin = await openAs("admin");
  await admin.goto("/en/admin/accounts");
  await admin.getByRole("button", { name: "Change the account of Soon disabled" }).click();
  await admin.getByRole("button", { name: "Disable account" }).click();
  const question = admin.getByRole("group", { name: "Disable the account of Soon disabled?" });
  await question.getByRole("button", { name: "Disable account" }).click();
  await expect(admin.getByRole("button", { name: "Enable account" })).toBeVisible();

  await accept.click();
  await expect(page.getByText("Please sign in first.")).toBeVisible();
  const rows = `/api/translations/${document.translationId}/rows?from=0&to=2`;
  expect(await statusOf(page, rows)).toBe(401);
  const { id } = await currentRow(document, 1);
  expect(await statusOf(page, `/api/segments/${id}/draft`, { method: "PUT", body: "{}" })).toBe(401);
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });
  await page.reload();
  await expect(page).toHaveURL("/en/sign-in?callbackUrl=%2Fen%2Fqueue");
});
