import type { Locator, Page } from "@playwright/test";
import { createDocument } from "./support/documents";
import { expect, test } from "./support/test";

const ROWS = [
  ["Das Wasser steht.", "The water stands."],
  ["Die Mühle wartet.", "The mill waits."],
] as const;

const field = (page: Page): Locator => page.locator(".cm-content, textarea[aria-describedby]").first();

async function openRow(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(async () => {
    await page.locator("#row-1").focus();
    await page.keyboard.press("F2");
    await expect(field(page)).toBeFocused({ timeout: 1000 });
  }).toPass();
}

async function replace(page: Page, text: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

test("a draft saves itself and is back after a reload", async ({ openAs }) => {
  const { review } = await createDocument("Entwurf", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await replace(page, "The water is still.");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await openRow(page, review);
  await expect(field(page)).toHaveText("The water is still.");
});

test("no character is lost when the tab dies within the second", async ({ openAs }) => {
  const { review } = await createDocument("Absturz", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await page.route("**/draft", (route) => route.abort());
  await replace(page, "The very last word");
  await page.close({ runBeforeUnload: false });
  const next = await page.context().newPage();
  await openRow(next, review);
  await expect(field(next)).toHaveText("The very last word");
  await expect(next.getByText("Draft saved")).toBeVisible();
});

test("without a connection the draft is kept on the device, and saved when it is back", async ({
  openAs,
}) => {
  const { review } = await createDocument("Tunnel", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await page.context().setOffline(true);
  await replace(page, "Typed in a tunnel.");
  await expect(page.getByText("No connection – draft kept on this device")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Draft saved")).toBeVisible();
});

test("two windows never overwrite each other, and both texts are offered", async ({ openAs }) => {
  const { review } = await createDocument("Zwei Fenster", ROWS);
  const first = await openAs("translator");
  const second = await first.context().newPage();
  await openRow(first, review);
  await openRow(second, review);
  await replace(first, "Words from window one.");
  await expect(first.getByText("Draft saved")).toBeVisible();
  await replace(second, "Words from window two.");
  const conflict = second.getByRole("alert").filter({ hasText: "This draft was changed in another window" });
  await expect(conflict).toContainText("Words from window one.");
  await expect(field(second)).toHaveText("Words from window two.");
  await conflict.getByRole("button", { name: "Go on with the other one" }).click();
  await expect(field(second)).toHaveText("Words from window one.");
});

test("a lost session keeps the text and says how to go on", async ({ openAs }) => {
  const { review } = await createDocument("Abgemeldet", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await replace(page, "Signed out, not lost.");
  await expect(page.getByText("You are no longer signed in.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in in a new tab" })).toBeVisible();
  await page.context().addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("Draft saved")).toBeVisible();
});

test("a proposal that is sent twice is stored once", async ({ openAs }) => {
  const { review } = await createDocument("Doppelt", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await replace(page, "The water is calm.");
  await expect(page.getByText("Draft saved")).toBeVisible();
  let answers = 0;
  await page.route(`**${review}*`, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    answers += 1;
    if (answers > 1) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("There is no connection to the server.")).toBeVisible();
  await expect(field(page)).toHaveText("The water is calm.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Proposal stored" })).toBeAttached();
  await expect(page.locator("#row-1")).toHaveAccessibleName("Paragraph 1 of 2, open proposal");
  expect(answers).toBe(2);
});

test("a discarded draft can be brought back", async ({ openAs }) => {
  const { review } = await createDocument("Verworfen", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await replace(page, "Not so sure.");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await page.keyboard.press("Alt+Backspace");
  await expect(field(page)).toHaveText("The water stands.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(field(page)).toHaveText("Not so sure.");
  await expect(page.getByText("Draft saved")).toBeVisible();
});

test("the plain text field does the same", async ({ openAs }) => {
  const { review } = await createDocument("Einfach", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await page.getByRole("checkbox", { name: "Plain text field" }).check();
  const plain = page.getByRole("textbox", { name: "Your translation of paragraph 1" });
  await expect(plain).toHaveValue("The water stands.");
  await plain.fill("The water is high.");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await plain.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Proposal stored" })).toBeAttached();
});

test("a change that nobody can see needs an extra look", async ({ openAs }) => {
  const { review } = await createDocument("Unsichtbar", ROWS);
  const page = await openAs("translator");
  await openRow(page, review);
  await replace(page, "The\u00a0water stands.");
  await expect(page.getByText("Only invisible characters differ.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Proposal stored" })).toBeAttached();
  const editor = await openAs("editor");
  await editor.goto(`${review}?row=1`);
  await editor.locator("#row-1").getByRole("button").first().click();
  await expect(editor.locator("[data-proposal-card]")).toBeVisible();
  await expect(editor.getByText("U+00A0 NO-BREAK SPACE")).toBeVisible();
  await editor.getByRole("button", { name: "Accept" }).click();
  await expect(editor.getByText("Please confirm first that only invisible characters change.")).toBeVisible();
  await editor.getByRole("checkbox", { name: /only invisible characters change/ }).check();
  await editor.getByRole("button", { name: "Accept" }).click();
  await expect(editor.locator("#row-1")).toHaveAccessibleName("Paragraph 1 of 2, approved");
});
