import type { Locator, Page } from "@playwright/test";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const ROWS = [
  ["Glocken gießt man freitags.", "One casts bells on fridays."],
  ["Niemand spricht.", "Nobody speaks."],
] as const;

const row = (page: Page, number: number): Locator => page.locator(`#row-${number}`);
const card = (page: Page): Locator => page.locator("[data-proposal-card]");

/** Opens row 1 for reading what waits there. */
async function look(page: Page, review: string): Promise<void> {
  await page.goto(review);
  await row(page, 1).getByRole("button", { name: /^Open/ }).click();
  await expect(page.getByText("Machine translation", { exact: true })).toBeVisible();
}

async function propose(page: Page, review: string, text: string): Promise<void> {
  await page.goto(review);
  await row(page, 1).focus();
  await page.keyboard.press("F2");
  await expect(page.locator(".cm-content")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Control+Enter");
  await expect(row(page, 1)).toBeFocused();
}

test("a proposal that was overtaken shows all three texts, and its author brings it onto the current one", async ({
  openAs,
}) => {
  const { review } = await createDocument("Überholt", ROWS);
  const [first, second] = [await openAs("translator"), await openAs("translator2")];
  await propose(first, review, "Bells are cast on Fridays.");
  await propose(second, review, "One moulds bells on fridays.");

  const editor = await openAs("editor");
  await look(editor, review);
  await expect(card(editor)).toHaveCount(2);
  await card(editor).filter({ hasText: "Bells are cast" }).getByRole("button", { name: "Accept" }).click();
  await expect(card(editor)).toHaveCount(1);
  await expect(card(editor)).toBeFocused();
  await expect(card(editor)).toContainText("The text has changed since this was proposed");
  await expect(card(editor).getByRole("button", { name: "Accept" })).toHaveCount(0);
  await expectAccessible(editor);

  await look(second, `${review}?filter=conflict`);
  const compared = second.getByRole("group", { name: "The text has changed since you began" });
  for (const label of ["When you began", "Current text", "Your text"]) {
    await expect(compared.getByText(label, { exact: true }).first()).toBeVisible();
  }
  await second.locator(".cm-content").focus();
  await second.keyboard.press("ControlOrMeta+A");
  await second.keyboard.insertText("Bells are always cast on Fridays.");
  await second.keyboard.press("Control+Enter");
  await expect(second.getByRole("status").filter({ hasText: "Proposal changed" })).toBeAttached();

  await look(editor, review);
  await card(editor).getByRole("button", { name: "Accept" }).click();
  await expect(row(editor, 1)).toContainText("Bells are always cast on Fridays.");
  await expect(row(editor, 1)).toHaveAccessibleName("Paragraph 1 of 2, approved");
});

test("of two editors one wins, and the other is told and loses nothing", async ({ openAs }) => {
  const { review } = await createDocument("Zwei Redakteure", ROWS);
  const translator = await openAs("translator");
  await propose(translator, review, "Bells are cast on Fridays.");
  const [one, other] = [await openAs("editor"), await openAs("editor2")];
  await look(one, review);
  await look(other, review);
  await card(other).getByRole("button", { name: "Decline" }).click();
  await other
    .getByRole("textbox", { name: "A few words, shown to the author" })
    .fill("I prefer the active voice.");
  await card(one).getByRole("button", { name: "Accept" }).click();
  await expect(row(one, 1)).toHaveAccessibleName("Paragraph 1 of 2, approved");

  await other.getByRole("button", { name: "Decline", exact: true }).click();
  const notice = other.getByRole("alert").filter({ hasText: "was decided or withdrawn meanwhile" });
  await expect(notice).toContainText("Bells are cast on Fridays.");
  await expect(notice).toContainText("I prefer the active voice.");
  await expect(row(other, 1)).toHaveAccessibleName("Paragraph 1 of 2, approved");
});

test("an editor publishes, sees what is not reviewed, reads the page and withdraws it", async ({
  openAs,
}) => {
  const { review, slug } = await createDocument("Auslieferung", ROWS);
  const editor = await openAs("editor");
  await editor.goto(review);
  const publish = editor.getByRole("button", { name: "Publish", exact: true });
  await publish.click();
  await expect(editor.getByText("2 paragraphs are not approved yet")).toBeVisible();
  await editor.getByRole("button", { name: "Yes, publish" }).click();
  await expect(editor.getByText("Published. Readers see the current texts.")).toBeVisible();
  const link = editor.getByRole("link", { name: "Read the published page" });
  await expect(link).toHaveAttribute("href", `/en/articles/${slug}/en`);
  await editor.getByRole("button", { name: "Withdraw", exact: true }).click();
  await editor.getByRole("button", { name: "Yes, withdraw" }).click();
  await expect(editor.getByText("Not published")).toBeVisible();
});

test("readers read, and are offered nothing that they may not do", async ({ openAs }) => {
  const { review } = await createDocument("Nur lesen", ROWS);
  const reader = await openAs("reader");
  await look(reader, review);
  await expect(reader.getByText("You can read here.")).toBeVisible();
  await expect(reader.getByRole("textbox")).toHaveCount(0);
  await expect(reader.getByRole("button", { name: "Publish" })).toHaveCount(0);
  await expectAccessible(reader);
});
