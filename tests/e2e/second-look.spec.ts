import { acceptElsewhere, currentRow, propose } from "./open-proposals";
import { createDocument, serverDatabase } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

/** All approvals of the sample project are looked at while this runs; then as many as before. */
async function lookAtAll(share: number): Promise<void> {
  const db = serverDatabase();
  try {
    await db.pool.query(
      `INSERT INTO "ProjectPolicy" ("projectId", "number", "secondLooks")
       SELECT p."id", coalesce((SELECT max(y."number") FROM "ProjectPolicy" y WHERE y."projectId" = p."id"), 0) + 1, $1
       FROM "Project" p ORDER BY p."createdAt" LIMIT 1`,
      [share],
    );
  } finally {
    await db.close();
  }
}

test("a second editor confirms one approval and reopens another, by keys alone", async ({ openAs }) => {
  test.setTimeout(240_000);
  const document = await createDocument("Look twice", [
    ["Der Turm ist alt.", "The tower is young."],
    ["Er steht am Fluss.", "He stands at the river."],
  ]);
  await lookAtAll(100);
  for (const [row, text] of ["The tower is old.", "It stands by the sea."].entries()) {
    await propose("translator", document, row, text);
    await acceptElsewhere("editor", document, row);
  }
  await lookAtAll(5);
  const page = await openAs("editor2");
  await page.goto("/en/queue");
  await page.getByRole("link", { name: /second look/ }).click();
  // Approvals of other tests may have been chosen as well.
  const card = page.getByRole("region", { name: /^Second look/ });
  await expect(card).toBeVisible();
  const confirmed: string[] = [];
  for (let look = 0; look < 200 && (await card.count()) > 0; look++) {
    const label = (await card.getAttribute("aria-label")) ?? "";
    const isSea = (await card.textContent())?.includes("by the sea") ?? false;
    if (look === 0) await expectAccessible(page);
    await page.keyboard.press(isSea ? "r" : "a");
    if (isSea) {
      await page.keyboard.press("Control+Enter");
      await expect(page.getByText("Please say what is wrong.")).toBeVisible();
      await page.keyboard.type("It is a river.");
      await page.keyboard.press("Control+Enter");
    } else confirmed.push(label);
    await expect(page.getByRole("region", { name: label })).toHaveCount(0);
  }
  expect(confirmed.some((label) => label.endsWith("Look twice"))).toBe(true);
  await expect(page.getByText("Nothing is waiting for a second look")).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ approved: true });
  expect(await currentRow(document, 1)).toMatchObject({ approved: false });
  await page.reload();
  await expect(page.getByText("It is a river.")).toBeVisible();
  await expect(page.getByText(/second looks? agreed/)).toBeVisible();
});
