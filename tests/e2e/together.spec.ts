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
  await page.getByRole("button", { name: "Show", exact: true }).click();
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
