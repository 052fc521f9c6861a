import { createDocument, serverDatabase } from "./support/documents";
import { account } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

const PAIRS = [
  ["Die Mühle am Fluss", "The mill on the river"],
  [
    "Seit Jahren streiten sich die Müller um das Wasser am Wehr.",
    "For years the millers have argued about the water.",
  ],
  ["Im Winter friert der Fluss für 12 Wochen zu.", "In winter the river freezes for 12 weeks."],
  ["Niemand weiß, wem das Wehr gehört.", "Nobody knows who owns the weir."],
  ["Am Ende hilft nur reden.", "In the end, only talking helps."],
] as const;

/** One typo, one changed number, one paragraph put in and one taken out. */
const NEXT = [
  PAIRS[0][0],
  "Seit Jahren streitten sich die Müller um das Wasser am Wehr.",
  "Im Winter friert der Fluss für 14 Wochen zu.",
  "Bei Hochwasser läuft alles anders.",
  PAIRS[4][0],
].join("\n\n");

/** Approves every row of a document, as an editor who did not import it. */
async function approveAll(translationId: string) {
  const db = serverDatabase();
  try {
    const editor = await db.prisma.user.findUniqueOrThrow({ where: { email: account("editor").email } });
    const segments = await db.prisma.segment.findMany({
      where: { translationId },
      include: { currentRevision: true },
    });
    for (const { id, currentRevision } of segments) {
      if (!currentRevision) throw new Error("a row without text");
      await db.prisma.decision.create({
        data: {
          kind: "approve",
          segmentId: id,
          revisionId: currentRevision.id,
          textHash: currentRevision.textHash,
          actorId: editor.id,
        },
      });
      await db.prisma.segment.update({ where: { id }, data: { state: "reviewed" } });
    }
  } finally {
    await db.close();
  }
}

async function rowsOf(translationId: string) {
  const db = serverDatabase();
  try {
    return await db.prisma.segment.findMany({
      where: { translationId, retiredAt: null },
      orderBy: { position: "asc" },
      select: { id: true, state: true, currentRevisionId: true },
    });
  } finally {
    await db.close();
  }
}

test("brings in a new source, grades what changed, touches nothing else, and confirms what kept its meaning", async ({
  openAs,
}) => {
  const { translationId, review } = await createDocument("Die Mühle, neue Fassung", PAIRS);
  await approveAll(translationId);
  const before = await rowsOf(translationId);
  const page = await openAs("editor");
  await page.goto(review);
  await page.getByRole("link", { name: "New version", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^New version of/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Compare with the present version" }).click();
  await expect(page.getByText("Both fields are empty.")).toBeVisible();
  const source = page.getByRole("group", { name: "Source text", exact: true });
  await source.getByRole("textbox", { name: "Paste the text here" }).fill(NEXT);
  await page.getByRole("button", { name: "Compare with the present version" }).press("Enter");

  await expect(page.getByRole("heading", { name: "Check the new version" })).toBeVisible();
  const summary = page.getByRole("list", { name: "What would happen" });
  await expect(summary.getByRole("listitem")).toHaveText([
    "2 rows stay as they are",
    "1 row with other spelling: confirm",
    "1 changed row: review again",
    "1 new row",
    "1 row goes",
  ]);
  const rows = page.getByRole("list", { name: /^Changed rows/ }).getByRole("listitem");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1).locator("del")).toContainText("12");
  await expect(rows.nth(1).locator("ins")).toContainText("14");
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Show" }).selectOption("Gone");
  await expect(rows).toHaveCount(1);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Apply this version" }).press("Enter");

  await page.waitForURL(`**${review}`);
  const after = await rowsOf(translationId);
  expect([after[0], after[4]]).toEqual([before[0], before[4]]);
  expect(after.map(({ state }) => state)).toEqual(["reviewed", "initial", "initial", "initial", "reviewed"]);

  await page.getByRole("link", { name: "2 rows carried over" }).click();
  await expect(page.getByRole("heading", { name: "Carried over" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Choose all that can be confirmed" }).press("Space");
  await page.getByRole("button", { name: "Confirm 1 row" }).press("Enter");
  await expect(page.getByRole("main").getByText("1 row confirmed.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Carried over" }).getByRole("listitem")).toHaveCount(1);
  expect((await rowsOf(translationId)).map(({ state }) => state)).toEqual([
    "reviewed",
    "reviewed",
    "initial",
    "initial",
    "reviewed",
  ]);
});

test("warns of a new source that has nothing to do with the present one", async ({ openAs }) => {
  const { review } = await createDocument("Die Mühle, falsche Datei", PAIRS);
  const page = await openAs("editor");
  await page.goto(review);
  await page.getByRole("link", { name: "New version", exact: true }).click();
  const source = page.getByRole("group", { name: "Source text", exact: true });
  await source
    .getByRole("textbox", { name: "Paste the text here" })
    .fill(
      "Der Bäcker hat zu.\n\nSein Ofen ist kaputt, und niemand will ihn reparieren.\n\nKinder warten auf den Bus.",
    );
  await page.getByRole("button", { name: "Compare with the present version" }).press("Enter");
  await expect(page.getByText("Hardly anything of the present text is found in the new one.")).toBeVisible();
  await expectAccessible(page);
});

test("takes the last version back, and offers nothing of this to translators", async ({ openAs }) => {
  const { translationId, review } = await createDocument("Die Mühle, hin und zurück", PAIRS);
  await approveAll(translationId);
  const before = await rowsOf(translationId);
  const page = await openAs("editor");
  await page.goto("/de/documents");
  await page.getByRole("link", { name: "Neue Fassung von „Die Mühle, hin und zurück“" }).click();
  const source = page.getByRole("group", { name: "Ausgangstext", exact: true });
  await source.getByRole("textbox", { name: "Text hier einfügen" }).fill(NEXT);
  await page.getByRole("button", { name: "Fassungen vergleichen" }).click();
  await page.getByRole("button", { name: "Diese Fassung übernehmen" }).click();
  await page.waitForURL(`**/de/review/${translationId}`);
  await page.getByRole("link", { name: "Neue Fassung", exact: true }).click();
  await page.getByRole("button", { name: "Letzte Fassung zurücknehmen" }).click();
  await page.getByRole("button", { name: "Ja, wiederherstellen" }).click();
  await expect(page.getByRole("button", { name: "Letzte Fassung zurücknehmen" })).toHaveCount(0);
  expect(await rowsOf(translationId)).toEqual(before);

  const translator = await openAs("translator");
  await translator.goto(review);
  await expect(translator.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(translator.getByRole("link", { name: "New version" })).toHaveCount(0);
});
