import { expect, type Page } from "@playwright/test";
import { serverDatabase, type TestDocument } from "./documents";

/** Rows of the align page. */
export const listedRows = (page: Page) => page.getByRole("list", { name: "Rows" }).getByRole("listitem");

export const activeRow = (page: Page) => page.getByRole("button", { name: /^Row \d+ of/, expanded: true });

/** What the page has announced. */
export const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

/** How often the rows were changed. */
export async function alignmentVersion({ translationId }: TestDocument): Promise<number> {
  const db = serverDatabase();
  try {
    return (await db.prisma.translation.findUniqueOrThrow({ where: { id: translationId } })).alignmentVersion;
  } finally {
    await db.close();
  }
}

/** Approves a row of the workbench, 1-based, by key. */
export async function approveRow(page: Page, { review }: TestDocument, number: number): Promise<void> {
  await page.goto(`${review}?row=${number}`);
  const row = page.locator(`#row-${number}`);
  await expect(async () => {
    await row.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Approve as it stands" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(async () => {
    await page.keyboard.press("a"); // nobody hears it before the row that was opened has the keys
    await expect(row).toHaveAccessibleName(/, approved$/, { timeout: 3000 });
  }).toPass();
}
