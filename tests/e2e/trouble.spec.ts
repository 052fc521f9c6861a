import { createDocument, serverDatabase, type TestDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

/** Lets the database refuse every proposal for the rows of one document as a server in trouble does. */
async function refuseProposals(document: TestDocument, sqlState: string): Promise<() => Promise<void>> {
  const name = `trouble_${document.translationId.replaceAll("-", "_")}`;
  await onServer(`
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT FROM "Segment" WHERE "id" = NEW."segmentId" AND "translationId" = '${document.translationId}') THEN
        RAISE EXCEPTION 'in trouble' USING ERRCODE = '${sqlState}';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER ${name} BEFORE INSERT ON "Proposal" FOR EACH ROW EXECUTE FUNCTION ${name}()`);
  return () => onServer(`DROP FUNCTION ${name}() CASCADE`);
}

async function onServer(statements: string): Promise<void> {
  const db = serverDatabase();
  try {
    await db.pool.query(statements);
  } finally {
    await db.close();
  }
}

for (const [what, sqlState, sentence] of [
  ["a full disk", "53100", "The server has run out of space. Nothing was stored; your text is still here."],
  ["a database out of reach", "08006", "The database cannot be reached just now. Nothing was stored"],
] as const) {
  test(`${what} is told in plain words, and the text goes through once it is over`, async ({ openAs }) => {
    const document = await createDocument(`Not: ${what}`, [["Das Wasser steht.", "The water stands."]]);
    const page = await openAs("translator");
    const field = page.getByRole("textbox", { name: /^Your translation/ });
    await page.goto(document.review);
    await expect(async () => {
      await page.locator("#row-1").focus();
      await page.keyboard.press("Enter");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText("The water is still.");
    const over = await refuseProposals(document, sqlState);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(field).toHaveText("The water is still.");
    await expectAccessible(page);
    await over();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("status").filter({ hasText: "Proposal stored" })).toBeAttached();
    await expect(page.locator("#row-1")).toHaveAccessibleName("Paragraph 1 of 1, open proposal");
  });
}
