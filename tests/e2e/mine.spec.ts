import { acceptElsewhere, propose } from "./open-proposals";
import { createAccount, createTestProject, enter } from "./support/accounts";
import { createDocument } from "./support/documents";
import { account } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

test("finds one's proposals by standing and by keys, and compares them with what was approved", async ({
  openAs,
}) => {
  const author = await createAccount("Robin Feder");
  const projectId = await createTestProject(`Mine ${author.email}`, {
    [author.email]: "editor",
    [account("translator").email]: "translator",
    [account("editor").email]: "editor",
  });
  const document = await createDocument(
    "What became of it",
    [
      ["Der Turm ist alt.", "The tower is young."],
      ["Er steht am Fluss.", "He stands at the river."],
    ],
    { projectId },
  );
  const own = { email: author.email };
  await propose(own, document, 0, "The tower is old.");
  await acceptElsewhere("editor", document, 0);
  await propose(own, document, 1, "It stands by the river.");
  await propose("translator", document, 0, "The tower is very old.");
  await acceptElsewhere("editor", document, 0);
  const page = await openAs(null);
  await enter(page, author, "/en/mine");
  const items = page.locator("[data-my-proposal]");
  await expect(items).toHaveCount(2);
  await page.keyboard.press("j");
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("n");
  await expect(items.nth(1).getByRole("textbox", { name: "New comment" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(items.nth(1)).toBeFocused();

  await page.getByRole("combobox", { name: "Standing" }).selectOption("Accepted (1)");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/standing=accepted/);
  await expect(items).toHaveCount(1);
  // The paragraph has moved on since; what was approved of this proposal is what counts.
  await expect(items).toContainText("Approved word for word as you wrote it.");
  await expect(items).toContainText(`accepted by ${account("editor").displayName}`);
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Standing" }).selectOption("Declined (0)");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("None of your proposals fits this choice.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).first().click();
  await expect(items).toHaveCount(2);
});
