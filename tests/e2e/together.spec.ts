import { currentRow, propose } from "./open-proposals";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const ROWS = [
  ["Der Turm ist alt.", "The tower is young."],
  ["Er sagte: „Komm.“", 'He said: "Come."'],
  ["Niemand wohnt darin.", 'Nobody lives "in" it.'],
] as const;

test("accepts all changes of one kind together, says what was left out, and undoes it as one act", async ({
  openAs,
}) => {
  const document = await createDocument("Decide together", ROWS);
  await propose("translator", document, 0, "The tower is old.");
  await propose("translator", document, 1, "He said: “Come.”");
  await propose("translator", document, 2, "Nobody lives “in” it.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  await page.getByRole("link", { name: "Decide on several together" }).click();
  await page.getByRole("combobox", { name: "Document" }).selectOption({ label: "Decide together" });
  await page.getByRole("combobox", { name: "Kind of change" }).selectOption("typography");
  await page.getByRole("button", { name: "Show" }).click();
  const list = page.getByRole("list", { name: "Decide together" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.locator("ins").first()).toContainText("“");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Accept all 2" }).click();
  await expect(page.getByText("2 proposals accepted.").last()).toBeVisible();
  expect(await currentRow(document, 1)).toMatchObject({ targetText: "He said: “Come.”", approved: true });
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });
  await page.keyboard.press("Control+z");
  await expect(page.getByText("2 decisions undone.").last()).toBeVisible();
  expect(await currentRow(document, 1)).toMatchObject({ targetText: 'He said: "Come."', approved: false });
});

test("people talk about a proposal, name each other, and settle it, by keyboard", async ({ openAs }) => {
  const document = await createDocument("Talk about it", ROWS);
  await propose("translator", document, 0, "The tower is very old.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const card = page.getByRole("region", { name: /Talk about it, paragraph 1$/ });
  await card.focus();
  await page.keyboard.press("n");
  await expect(card.getByText("Nobody has said anything about this proposal yet.")).toBeVisible();
  const words = card.getByRole("textbox", { name: "Words that you mean (select them, or none)" });
  await words.evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.setSelectionRange(13, 17);
  });
  await expect(card.getByText("About “very”")).toBeVisible();
  const field = card.getByRole("textbox", { name: "New comment" });
  await field.click();
  await page.keyboard.type("Is that so, @Ann");
  await expect(card.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(/^Is that so, @Anna .*$/);
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  const thread = card.getByRole("region", { name: "Thread 1" });
  await expect(thread).toContainText("About “very” in the proposal");
  await expect(thread).toContainText("Is that so, @Anna");

  const author = await openAs("translator");
  await author.goto("/en/mine");
  const mention = author.getByRole("listitem").filter({ hasText: "Is that so" }).first();
  await expect(mention).toContainText("New");
  await mention.getByRole("button", { name: "Mark as read" }).click();
  await expect(mention).not.toContainText("New");

  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread).toContainText("Resolved by");
});
