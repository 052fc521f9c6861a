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

test("an editor's own words wait for a second editor, who sees whose they are", async ({ openAs }) => {
  const document = await documentOf("Edited words");
  await propose("translator", document, 0, NEXT);
  const page = await openAs("editor");
  await page.goto("/en/queue");
  await card(page, "Edited words").focus();
  await page.keyboard.press("e");
  const field = card(page, "Edited words").getByRole("textbox", { name: /edited$/ });
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(NEXT.replace("midnight", "twelve at night"));
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(field).toContainText("twelve at night");
  await page.keyboard.press("Control+Enter");
  await expect(card(page, "Edited words")).toContainText("waiting for a second editor");
  await expect(card(page, "Edited words").getByRole("button", { name: "Accept" })).toHaveCount(0);

  const second = await openAs("editor2");
  await second.goto("/en/queue");
  await expect(card(second, "Edited words")).toContainText(/Edited by .+, waiting for a second editor/);
  await card(second, "Edited words").getByRole("button", { name: "Accept" }).click();
  await expect
    .poll(async () => (await currentRow(document, 0)).targetText)
    .toBe(NEXT.replace("midnight", "twelve at night"));
});

test("brings two texts together place by place, as editor in the queue and as author in the row", async ({
  openAs,
}) => {
  const document = await documentOf("Two texts");
  const other = BASE.replace("noon", "dusk").replace("platform", "quay");
  await propose("translator", document, 0, BASE.replace("noon", "midnight"));
  await propose("translator2", document, 0, other);
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const cards = card(page, "Two texts");
  await cards.filter({ hasText: "midnight" }).getByRole("button", { name: "Accept" }).click();
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("Needs attention");
  await cards.getByRole("button", { name: "Bring together" }).click();
  const field = cards.getByRole("textbox", { name: /edited$/ });
  await expect(field).toContainText("departs at dusk from the old quay");
  await cards.getByRole("radio", { name: "Current text midnight" }).check();
  await expect(field).toContainText("departs at midnight from the old quay");
  await expectAccessible(page);

  const author = await openAs("translator2");
  await author.goto(document.review);
  await author.getByRole("button", { name: /^Open paragraph 1/ }).click();
  const merge = author.getByRole("group", { name: "Two people changed the same words" });
  await merge.getByRole("radio", { name: "Current text midnight" }).check();
  await expect(author.locator("[data-row-editor] .cm-content")).toContainText(
    "departs at midnight from the old quay",
  );
  await author.locator("[data-row-editor] .cm-content").focus();
  await author.keyboard.press("Control+Enter");
  await expect(author.getByRole("status").filter({ hasText: "Proposal changed" })).toBeAttached();

  await cards.getByRole("button", { name: "Save your words" }).click();
  await expect(cards.getByRole("alert")).toContainText("Nothing was overwritten");
  await page.reload();
  await cards.getByRole("button", { name: "Accept" }).click();
  await expect
    .poll(async () => (await currentRow(document, 0)).targetText)
    .toBe(BASE.replace("noon", "midnight").replace("platform", "quay"));
});
