import type { Page } from "@playwright/test";
import { acceptElsewhere, currentRow, propose, revise } from "./open-proposals";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const ROWS = [
  ["Der Turm ist alt.", "The tower is young."],
  ["Er steht am Fluss.", "He stands at the river."],
  ["Niemand wohnt darin.", "Nobody lives in it"],
] as const;

/** Every test has a document of its own, so that others may decide at the same time. */
const documentOf = (name: string) => createDocument(name, ROWS);

const card = (page: Page, title: string, row: number) =>
  page.getByRole("region", { name: new RegExp(`${title}, paragraph ${row}$`) });

const focusCard = async (page: Page, title: string, row: number) => {
  const region = card(page, title, row);
  await region.focus();
  await expect(region).toBeFocused();
  return region;
};

test("accepts by one key and goes on to the next proposal", async ({ openAs }) => {
  const document = await documentOf("Queue keys");
  await propose("translator", document, 0, "The tower is old.");
  await propose("translator", document, 1, "It stands by the river.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const first = await focusCard(page, "Queue keys", 1);
  await expect(first.locator("del")).toContainText("young");
  await expect(first.locator("ins")).toContainText("old");
  await page.keyboard.press("a");
  await expect(page.getByText("Accepted Queue keys, English, paragraph 1")).toBeVisible();
  await expect(card(page, "Queue keys", 2)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Accepted." })).toHaveCount(1);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Accepted Queue keys, English, paragraph 2")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is old.", approved: true });
  expect(await currentRow(document, 1)).toMatchObject({
    targetText: "It stands by the river.",
    approved: true,
  });
  await page.reload();
  await expect(card(page, "Queue keys", 1)).toHaveCount(0);
});

test("moves with J and K, and never decides on a card that nobody is at", async ({ openAs }) => {
  const document = await documentOf("Queue moves");
  await propose("translator", document, 0, "The tower is old.");
  await propose("translator2", document, 1, "It stands by the river.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  await focusCard(page, "Queue moves", 1);
  await page.keyboard.press("j");
  await expect(card(page, "Queue moves", 2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(card(page, "Queue moves", 1)).toBeFocused();
  await card(page, "Queue moves", 1).blur();
  await page.keyboard.press("a");
  await expect(page.locator("[data-proposal-card]:focus")).toHaveCount(1);
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });
});

test("declines with a reason only, and the author reads it", async ({ openAs }) => {
  const document = await documentOf("Queue reason");
  await propose("translator", document, 0, "The tower is elderly.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const region = await focusCard(page, "Queue reason", 1);
  await page.keyboard.press("r");
  await page.keyboard.press("Control+Enter");
  await expect(region.getByText("Please choose a reason or write one.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.press("6");
  await page.keyboard.type("too solemn");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Declined Queue reason, English, paragraph 1")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is young." });

  const author = await openAs("translator");
  await author.goto("/en/mine");
  const item = author.getByRole("listitem").filter({ hasText: "Queue reason" });
  await expect(item).toContainText("Declined");
  await expect(item).toContainText("Reason: Style: too solemn");
});

test("shows base, current text and proposal of one that was overtaken, and offers only to decline", async ({
  openAs,
}) => {
  const document = await documentOf("Queue rivals");
  await propose("translator", document, 0, "The tower is old.");
  await propose("translator2", document, 0, "The tower is ancient.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const rivals = card(page, "Queue rivals", 1);
  await expect(rivals).toHaveCount(2);
  await rivals.filter({ hasText: "ancient" }).getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("Accepted Queue rivals")).toBeVisible();
  await expect(rivals).toContainText("Needs attention");
  await expect(rivals).toContainText("Current text");
  await expect(rivals.getByRole("button", { name: "Accept" })).toHaveCount(0);
  await expect(rivals.getByRole("button", { name: "Decline" })).toBeVisible();
});

test("decides nothing when the author changed the proposal meanwhile, shows it, and keeps the reason", async ({
  openAs,
}) => {
  const document = await documentOf("Queue meanwhile");
  await propose("translator", document, 0, "The tower is old.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const region = await focusCard(page, "Queue meanwhile", 1);
  await page.keyboard.press("r");
  await page.keyboard.press("6");
  await page.keyboard.type("in my eyes");
  await revise("translator", document, 0, "The tower is ancient.");
  await page.keyboard.press("Control+Enter");
  await expect(region.getByRole("alert")).toContainText("Nothing was overwritten");
  await expect(region.locator("ins")).toContainText("ancient");
  await expect(region.getByRole("textbox")).toHaveValue("in my eyes");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await expect(page.getByText("Accepted Queue meanwhile")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is ancient." });
});

test("tells the second of two editors, with both texts", async ({ openAs }) => {
  const document = await documentOf("Queue twice");
  await propose("translator", document, 0, "The tower is old.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const region = await focusCard(page, "Queue twice", 1);
  await acceptElsewhere("editor2", document, 0);
  await page.keyboard.press("a");
  await expect(region.getByRole("alert")).toContainText("decided or withdrawn meanwhile");
  await expect(region.getByRole("alert")).toContainText("The tower is old.");
});

test("asks for a tick where only what cannot be seen changes", async ({ openAs }) => {
  const document = await documentOf("Queue invisible");
  await propose("translator", document, 0, "The tower is\u00a0young.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const region = await focusCard(page, "Queue invisible", 1);
  await expect(region).toContainText("NO-BREAK SPACE");
  await page.keyboard.press("a");
  await expect(region).toContainText("Please confirm first");
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });
  await region.getByRole("checkbox").check();
  await region.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("Accepted Queue invisible")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is\u00a0young." });
});

test("leaves one's own words to somebody else", async ({ openAs }) => {
  const document = await documentOf("Queue own");
  await propose("editor", document, 0, "The tower is old.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const region = await focusCard(page, "Queue own", 1);
  await expect(region).toContainText("Somebody else decides on it");
  await expect(region.getByRole("button", { name: /^(Accept|Edit|Request|Decline)/ })).toHaveCount(0);
  await page.keyboard.press("a");
  await expect(page.getByRole("status").filter({ hasText: "Somebody else decides" })).toHaveCount(1);
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });
});

test("lets authors withdraw, and shows texts of others as text", async ({ openAs }) => {
  const nasty = `<script>alert(1)</script><img src=x onerror="alert(2)"> {{title}} \u202eabc`;
  const document = await createDocument("Mine withdrawn", [["Ein <b>Satz</b>.", "A sentence."]]);
  await propose("translator2", document, 0, nasty);
  const page = await openAs("translator2");
  await page.goto("/en/mine");
  const item = page.getByRole("listitem").filter({ hasText: "Mine withdrawn" });
  await expect(item).toContainText("<script>alert(1)</script>");
  await expect(item).toContainText("Ein <b>Satz</b>.");
  await expect(item).toContainText("RIGHT-TO-LEFT OVERRIDE");
  await item.getByRole("button", { name: "Withdraw" }).click();
  await item.getByRole("button", { name: "Yes, withdraw" }).click();
  await expect(item).toContainText("Withdrawn");
  await expect(item.getByRole("button", { name: /Withdraw/ })).toHaveCount(0);
});

for (const locale of ["en", "de"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`is accessible and fits, in ${locale} at ${viewport.width} px`, async ({ openAs }) => {
      const page = await openAs("editor2", { viewport });
      for (const path of ["queue", "mine", "documents"]) {
        await page.goto(`/${locale}/${path}`);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
      }
    });
  }
}
