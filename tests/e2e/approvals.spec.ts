import { currentRow, propose } from "./open-proposals";
import { createDocument, serverDatabase } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

/** Moves a document into a project of its own, with the same people, in which two must approve. */
async function askForTwo(translationId: string): Promise<void> {
  const db = serverDatabase();
  try {
    await db.pool.query(
      `WITH project AS (
         INSERT INTO "Project" ("slug", "name") VALUES ('two-' || left($1::text, 8), 'Two approvals') RETURNING "id"
       ), policy AS (
         INSERT INTO "ProjectPolicy" ("projectId", "number", "approvals", "secondLooks") SELECT "id", 1, 2, 0 FROM project
       ), members AS (
         INSERT INTO "Membership" ("projectId", "userId", "role")
         SELECT project."id", m."userId", m."role" FROM project, "Membership" m
         JOIN "Document" d ON d."projectId" = m."projectId" JOIN "Translation" t ON t."documentId" = d."id"
         WHERE t."id" = $1::uuid
       )
       UPDATE "Document" d SET "projectId" = project."id" FROM project, "Translation" t
       WHERE t."id" = $1::uuid AND d."id" = t."documentId"`,
      [translationId],
    );
  } finally {
    await db.close();
  }
}

test("shows how many approvals a text has and needs, and takes one's own back", async ({ openAs }) => {
  const document = await createDocument("Two of them", [["Der Turm ist alt.", "The tower is young."]]);
  await askForTwo(document.translationId);
  await propose("translator", document, 0, "The tower is old.");
  const page = await openAs("editor");
  await page.goto("/en/queue");
  const card = page.getByRole("region", { name: /Two of them, paragraph 1$/ });
  await expect(card).toContainText("0 of 2 approvals given.");
  await card.focus();
  await page.keyboard.press("a");
  await expect(page.getByText(/Your approval counts/).last()).toBeVisible();
  await page.reload();
  await expect(card).toContainText("1 of 2 approvals given. Yours is among them.");
  await expectAccessible(page);
  await card.getByRole("button", { name: "Take mine back" }).click();
  await expect(card).toContainText("0 of 2 approvals given.");

  const second = await openAs("editor2");
  await second.goto("/en/queue");
  const same = second.getByRole("region", { name: /Two of them, paragraph 1$/ });
  await same.focus();
  await second.keyboard.press("a");
  await expect(second.getByText(/Your approval counts/).last()).toBeVisible();
  expect(await currentRow(document, 0)).toMatchObject({ approved: false });
  await page.reload();
  await card.focus();
  await page.keyboard.press("a");
  await expect(card).toHaveCount(0);
  expect(await currentRow(document, 0)).toMatchObject({ targetText: "The tower is old.", approved: true });
});
