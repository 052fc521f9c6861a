import type { Page } from "@playwright/test";
import { currentRow, propose } from "./open-proposals";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const BASE = "The night train to Trieste departs at noon from the old platform.";
const NEXT = "The slow train to Trieste departs at midnight from the old quay.";
const documentOf = (name: string) => createDocument(name, [["Der Nachtzug nach Triest.", BASE]]);

const card = (page: Page, title: string) =>
  page.getByRole("region", { name: new RegExp(`${title}, paragraph 1$`) });
const change = (page: Page, title: string, number: number) =>
  card(page, title).getByRole("checkbox", { name: new RegExp(`^Change ${number} of`) });

test("accepts one change by keys, and goes on with what is left", async ({ openAs }) => {
  const document = await documentOf("Queue parts");
  await propose("translator", document, 0, NEXT);
  const page = await openAs("editor");
  await page.goto("/en/queue");
  await card(page, "Queue parts").focus();
  await page.keyboard.press("h");
  await expect(change(page, "Queue parts", 1)).toBeFocused();
  await page.keyboard.press("h");
  const second = change(page, "Queue parts", 2);
  await expect(second).toBeFocused();
  await expect(second).toHaveAccessibleName("Change 2 of 3: deleted “noon”, inserted “midnight”");
  await page.keyboard.press("Space");
  await expect(second).toBeChecked();
  await expect(change(page, "Queue parts", 1)).not.toBeChecked();
  await expect(
    card(page, "Queue parts").getByRole("button", { name: "Accept 1 of 3 changes" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("a");
  await expect(card(page, "Queue parts")).toContainText("Rest of a proposal");
  await expect(card(page, "Queue parts")).toBeFocused();
  await expect(change(page, "Queue parts", 2)).toHaveAccessibleName(
    "Change 2 of 2: deleted “platform”, inserted “quay”",
  );
  expect(await currentRow(document, 0)).toMatchObject({
    targetText: BASE.replace("noon", "midnight"),
    approved: true,
  });
  await page.keyboard.press("Shift+h");
  await page.keyboard.press("Shift+Space");
  await page.keyboard.press("a");
  await expect(card(page, "Queue parts")).toContainText("quay");
  await expect
    .poll(async () => (await currentRow(document, 0)).targetText)
    .toBe(NEXT.replace("quay", "platform"));
});

test("accepts changes that were clicked, in the workbench, and tells the author of both", async ({
  openAs,
}) => {
  const document = await documentOf("Clicked parts");
  await propose("translator", document, 0, NEXT);
  const page = await openAs("editor");
  await page.goto(document.review);
  await page.getByRole("button", { name: /^Open paragraph 1/ }).click();
  const shown = page.locator("[data-proposal-card]");
  await shown.getByRole("checkbox", { name: /^Change 1 of 3/ }).click();
  await shown.getByRole("checkbox", { name: /^Change 3 of 3/ }).click();
  await shown.getByRole("button", { name: "Accept 2 of 3 changes" }).click();
  await expect(shown).toContainText("Rest of a proposal");
  await expect(
    shown.getByRole("group", { name: "Change 1 of 1: deleted “noon”, inserted “midnight”" }),
  ).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "2 changes accepted." })).toBeAttached();
  const author = await openAs("translator");
  await author.goto("/en/mine");
  const items = author.getByRole("listitem").filter({ hasText: "Clicked parts" });
  await expect(items.filter({ hasText: "Accepted in part" })).toContainText(
    "The rest is an open proposal of its own",
  );
  await expect(items).toHaveCount(2);
});

test("brings other proposals along and shows how they were written", async ({ openAs }) => {
  const document = await documentOf("Brought along");
  await propose("translator", document, 0, BASE.replace("noon", "midnight"));
  await propose("translator2", document, 0, BASE.replace("platform", "quay"));
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const cards = card(page, "Brought along");
  await cards.filter({ hasText: "midnight" }).getByRole("button", { name: "Accept" }).click();
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("Brought along");
  await cards.getByText("As it was written").click();
  await expect(cards).toContainText("departs at noon");
  await cards.getByRole("button", { name: "Accept" }).click();
  await expect
    .poll(async () => (await currentRow(document, 0)).targetText)
    .toBe(BASE.replace("noon", "midnight").replace("platform", "quay"));
});
