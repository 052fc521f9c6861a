import type { Page } from "@playwright/test";
import { activeRow, approveRow, listedRows, said } from "./support/alignment-page";
import { createDocument, serverDatabase, type TestDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const PAIRS = [
  ["Die Glocke", "The bell"],
  ["Im Jahr 1912 goss man sie.", "It was cast in 1912. It weighs 300 kilos."],
  ["Sie wiegt 300 Kilo.", "It hung in the tower of the church."],
  ["Sie hing im Turm der Kirche.", "In 1917 it was taken down."],
  ["1917 nahm man sie ab.", "Nobody knows where it is."],
  ["Niemand weiß, wo sie ist.", "The tower still stands."],
  ["Der Turm steht noch.", "The end."],
] as const;

/** The rows as the database has them: source and target, approved rows with a mark, and their ids. */
async function stored({ translationId }: TestDocument) {
  const db = serverDatabase();
  try {
    const { rows } = await db.pool.query<{ id: string; text: string }>(
      `SELECT s."id", s."state" || ': ' || coalesce((SELECT string_agg(q."text", ' + ' ORDER BY q."position")
          FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = s."id"), '')
        || ' = ' || r."targetText" AS "text"
       FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
       WHERE s."translationId" = $1 AND s."position" IS NOT NULL ORDER BY s."position"`,
      [translationId],
    );
    return rows;
  } finally {
    await db.close();
  }
}

const texts = async (document: TestDocument) => (await stored(document)).map(({ text }) => text);

/** Opens row 2 for writing. */
async function write(page: Page, { review }: TestDocument) {
  await page.goto(`${review}?row=2`);
  const field = page.locator("#row-2 .cm-content");
  await expect(async () => {
    await page.locator("#row-2").focus();
    await page.keyboard.press("F2");
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  return field;
}

test("an editor approves three rows, repairs the others around them by keyboard, and takes all of it back", async ({
  openAs,
}) => {
  const document = await createDocument("Die Glocke, verrutscht", PAIRS);
  const page = await openAs("editor");
  for (const number of [1, 2, 7]) await approveRow(page, document, number);
  const before = await stored(document);

  await page.getByRole("link", { name: "Repair rows" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/align/);
  await expect(listedRows(page)).toHaveCount(7);
  await expectAccessible(page);

  for (let step = 0; step < 6; step++) await page.keyboard.press("k");
  await page.keyboard.press("j");
  await expect(activeRow(page)).toHaveAccessibleName("Row 2 of 7: approved");
  await expect(activeRow(page)).toBeFocused();

  await page.keyboard.press("s");
  await expect(page.getByRole("form", { name: "Where does the second row begin?" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(said(page, "Split. 1 approval ended with its row.")).toHaveCount(1);
  await expect(listedRows(page)).toHaveCount(8);
  expect((await texts(document)).slice(1, 4)).toEqual([
    "initial: Im Jahr 1912 goss man sie. = It was cast in 1912. ",
    "initial:  = It weighs 300 kilos.",
    "initial: Sie wiegt 300 Kilo. = It hung in the tower of the church.",
  ]);

  await page.keyboard.press("j");
  await page.keyboard.press("Shift+U");
  await expect(said(page, /^Shifted/)).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(said(page, "Undone: shift.")).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+M");
  await expect(said(page, /^Joined/)).toHaveCount(1);
  await expect(listedRows(page)).toHaveCount(7);
  await page.keyboard.press("d");
  await expect(said(page, /^Shifted/)).toHaveCount(1);
  await page.keyboard.press("p");
  await expect(activeRow(page)).toHaveAccessibleName(/: pinned$/);
  await page.keyboard.press("x");
  await expect(page.getByRole("alert").filter({ hasText: "A pinned row is in the way" })).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await page.locator("[data-live]").waitFor();
  for (let step = 0; step < 4; step++) await page.keyboard.press("Control+z");
  await expect.poll(() => stored(document)).toEqual(before);
  await expect(listedRows(page)).toHaveCount(7);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("alert").filter({ hasText: "There is nothing to undo." })).toBeVisible();

  await page.keyboard.press("Control+Shift+z");
  await expect(said(page, "Done again: split.")).toHaveCount(1);
  await expect(listedRows(page)).toHaveCount(8);
});

test("a text is cut at the cursor, and rows are joined, unlinked and re-aligned with the mouse", async ({
  openAs,
}) => {
  const document = await createDocument("Die Glocke mit der Maus", PAIRS);
  const page = await openAs("editor");
  await page.goto(`${document.review}/align`);
  await listedRows(page).nth(1).click();
  const tools = page.getByRole("toolbar", { name: "Repair row 2" });
  await tools.getByRole("button", { name: "Split" }).click();
  await page.getByRole("radio", { name: "at the cursor in this text" }).check();
  const field = page.getByRole("textbox", { name: /put the cursor where/ });
  await field.focus();
  await page.keyboard.press("Home");
  for (let step = 0; step < 7; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(listedRows(page)).toHaveCount(8);
  expect((await texts(document)).slice(1, 3)).toEqual([
    "initial: Im Jahr 1912 goss man sie. = It was ",
    "initial:  = cast in 1912. It weighs 300 kilos.",
  ]);
  await page.getByRole("button", { name: "Undo: split" }).click();
  await expect(listedRows(page)).toHaveCount(7);
  await tools.getByRole("button", { name: "Without counterpart" }).click();
  await expect(listedRows(page)).toHaveCount(8);
  await page.getByRole("toolbar").getByRole("button", { name: "Re-align around here" }).click();
  await expect(said(page, /^Re-aligned/)).toHaveCount(1);
});

test("a proposal whose text was cut waits in the tray, and its author puts it back", async ({ openAs }) => {
  const document = await createDocument("Die Glocke mit Ablage", PAIRS);
  const author = await openAs("translator");
  await write(author, document);
  await author.keyboard.press("ControlOrMeta+A");
  await author.keyboard.insertText("They cast it in 1912. It weighs 300 kg.");
  await author.keyboard.press("Control+Enter");
  await expect(author.locator("#row-2")).toHaveAccessibleName(/open proposal/);

  const page = await openAs("editor");
  await page.goto(`${document.review}/align?row=2`);
  await expect(listedRows(page).first()).toBeVisible();
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await expect(said(page, "1 open text is in the tray.")).toHaveCount(1);
  const tray = page.getByRole("region", { name: "1 text without a row" });
  await expect(tray).toContainText(/kilos.*kg/);
  await expectAccessible(page);

  await author.goto(document.review);
  await author.getByRole("link", { name: "Rows · 1 text without a row" }).click();
  await author.waitForURL(/\/align/);
  await expect(author.getByRole("toolbar")).toHaveCount(0);
  await author.keyboard.press("j");
  await author.getByRole("button", { name: /^Put on row 2/ }).click();
  await expect(author.getByRole("region", { name: /without a row/ })).toHaveCount(0);
  await author.goto(`${document.review}?row=2`);
  await expect(author.locator("#row-2")).toHaveAccessibleName(/needs attention/);
});

test("whoever is in the workbench while rows are repaired is told so and keeps the words", async ({
  openAs,
}) => {
  const document = await createDocument("Die Glocke, überholt", PAIRS);
  const writer = await openAs("translator");
  const field = await write(writer, document);
  const page = await openAs("editor");
  await page.goto(`${document.review}/align?row=2`);
  await expect(listedRows(page).first()).toBeVisible();
  await page.keyboard.press("k");
  await page.keyboard.press("m");
  await expect(listedRows(page)).toHaveCount(6);
  await writer.keyboard.press("ControlOrMeta+A");
  await writer.keyboard.insertText("Words that must not be lost.");
  await writer.keyboard.press("Control+Enter");
  await expect(writer.getByText("This row was re-aligned meanwhile")).toBeVisible();
  await expect(field).toContainText("Words that must not be lost.");
});

for (const [width, scheme, locale] of [
  [1440, "light", "en"],
  [1440, "dark", "de"],
  [390, "light", "de"],
  [390, "dark", "en"],
] as const) {
  test(`the page of the rows has room for itself at ${width} px, ${scheme}, ${locale}`, async ({
    openAs,
  }, info) => {
    const document = await createDocument(`Glocke ${width} ${scheme}`, PAIRS);
    const page = await openAs("editor", { viewport: { width, height: 900 }, colorScheme: scheme });
    await page.goto(`/${locale}/review/${document.translationId}/align?row=3`);
    await page.locator("[data-live]").waitFor();
    await page.keyboard.press("x");
    await expect(page.locator("main li")).toHaveCount(8);
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => window.document.documentElement.scrollWidth - window.document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.screenshot({
      path: info.outputPath(`rows-${width}-${scheme}-${locale}.png`),
      fullPage: false,
    });
  });
}
