import type { Page } from "@playwright/test";
import { currentRow, propose } from "./open-proposals";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const ROWS = [
  ["Der Turm ist alt.", "The tower is young."],
  ["Er steht am Fluss.", "He stands at the river."],
] as const;

const card = (page: Page, title: string, row: number) =>
  page.getByRole("region", { name: new RegExp(`${title}, paragraph ${row}$`) });

test("takes an acceptance back by Ctrl+Z, with the card where it was", async ({ openAs }) => {
  const document = await createDocument("Undo keys", ROWS);
  await propose("translator", document, 0, "The tower is old.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  await card(page, "Undo keys", 1).focus();
  await page.keyboard.press("a");
  await expect(page.getByText("Accepted Undo keys, English, paragraph 1")).toBeVisible();
  await expect(page.getByRole("region", { name: "Last decision" })).toContainText("Undo keys");
  await expectAccessible(page);
  await page.keyboard.press("Control+z");
  await expect(card(page, "Undo keys", 1)).toBeFocused();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is young.", approved: false });
  await page.keyboard.press("a");
  await expect(page.getByText("Accepted Undo keys, English, paragraph 1")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is old.", approved: true });
});

test("a request for changes leaves the queue, reaches the author, and can be taken back", async ({
  openAs,
}) => {
  const document = await createDocument("Ask again", ROWS);
  await propose("translator", document, 1, "It is by the river.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  await card(page, "Ask again", 2).focus();
  await page.keyboard.press("c");
  await page.keyboard.type("Please keep “stands”.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Changes requested Ask again, English, paragraph 2")).toBeVisible();

  const author = await openAs("translator");
  await author.goto("/en/mine");
  const item = author.getByRole("listitem").filter({ hasText: "Ask again" });
  await expect(item).toContainText("asks for changes: Please keep “stands”.");

  await page.reload();
  await expect(card(page, "Ask again", 2)).toHaveCount(0);
  await page.goto(`${document.review}?row=2`);
  await page.locator("#row-2").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo the request for changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Request undone" })).toBeAttached();
  await page.goto("/en/queue");
  await expect(card(page, "Ask again", 2)).toBeVisible();
});
