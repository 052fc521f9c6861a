import { acceptElsewhere, currentRow, propose } from "./open-proposals";
import { createAccount } from "./support/accounts";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const ROWS = [
  ["Der Turm ist alt.", "The tower is young."],
  ["Er steht am Fluss, und niemand wohnt darin.", "It stands at the river and nobody lives in it."],
  ["Es gibt keine Tür.", "There is no door."],
] as const;

test("takes back what an account wrote, as it was shown, and undoes it as one act", async ({ openAs }) => {
  const spammer = await createAccount("Taken Over", "translator");
  const document = await createDocument("Take it back", ROWS, { importer: "editor2" });
  await propose(spammer, document, 0, "The tower is cheap.");
  await acceptElsewhere("editor", document, 0);
  await propose(spammer, document, 1, "It stands at the casino and nobody lives in it.");
  await acceptElsewhere("editor", document, 1);
  await propose("translator", document, 1, "It stands at the casino and no one lives in it.");
  await acceptElsewhere("editor", document, 1);
  await propose(spammer, document, 2, "There is no cheaper door.");

  const page = await openAs("admin");
  await page.goto("/en/admin/accounts");
  await page.getByRole("link", { name: "Take back what Taken Over wrote" }).click();
  await expect(page.getByRole("heading", { name: "Take back what Taken Over wrote" })).toBeVisible();
  const texts = page.getByRole("list", { name: "2 texts would change" });
  await expect(texts.locator("del").first()).toContainText("cheap");
  await expect(page.getByRole("list", { name: "1 open proposal would be declined" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("textbox", { name: "Why are these words taken back?" }).focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Please say why.")).toBeVisible();
  await page.keyboard.type("The account was taken over.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("1 proposal declined. 2 texts changed.")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is young.", approved: false });
  expect(await currentRow(document, 1)).toMatchObject({
    targetText: "It stands at the river and no one lives in it.",
    approved: false,
  });
  await page.keyboard.press("Control+z");
  await expect(page.getByText("3 decisions undone.").last()).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is cheap.", approved: true });
});
