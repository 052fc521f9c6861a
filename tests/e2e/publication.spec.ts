import type { Page } from "@playwright/test";
import { createDocument, serverDatabase, type TestDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const TEXTS = [
  ["Der Ofen", "The oven"],
  ["Er ist warm.", "It is warm."],
] as const;

const pageOf = (document: TestDocument, ui = "en") => `/${ui}/review/${document.translationId}/publication`;

/** Brings the time of what waits for a translation. */
async function bringTheTime({ translationId }: TestDocument): Promise<void> {
  const db = serverDatabase();
  try {
    await db.prisma.publicationPlan.updateMany({
      where: { translationId, state: "waiting" },
      data: { dueAt: new Date() },
    });
  } finally {
    await db.close();
  }
}

async function plan(page: Page, at: string): Promise<void> {
  await page.getByLabel("Date and time").fill(at);
  await page.getByRole("button", { name: "Plan publication" }).click();
}

const nextYear = (month: string) => `${new Date().getFullYear() + 1}-${month}`;

test("publishes at the time that an editor chose, or not at all when the plan is cancelled", async ({
  openAs,
  request,
}) => {
  const document = await createDocument("Der Ofen am Abend", TEXTS);
  const article = `/en/articles/${document.slug}/en`;
  const page = await openAs("editor");
  await page.goto(document.review);
  await page.getByRole("link", { name: "Publish later, show the draft" }).click();
  await expect(page.getByText("Time zone of this installation: Europe/Berlin")).toBeVisible();

  await plan(page, "2020-01-01T10:00");
  await expect(page.getByText("This time has passed already.")).toBeVisible();
  await plan(page, nextYear("01-15T09:30"));
  const waiting = page.getByText(/has planned the publication for 15 Jan \d+, 09:30 \(Europe\/Berlin\)/);
  await expect(waiting).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel the plan" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(page.getByText(/The plan for 15 Jan .* was cancelled\./)).toBeVisible();

  await plan(page, nextYear("02-01T06:00"));
  await expect(page.getByText(/for 1 Feb/)).toBeVisible();
  expect((await request.get(article)).status()).toBe(404);
  await bringTheTime(document);
  await expect.poll(async () => (await request.get(article)).status(), { timeout: 5_000 }).toBe(200);
  await page.reload();
  await expect(page.getByText(/Published as planned on/)).toBeVisible();
});

test("shows the draft to whoever has the link, marked and kept by nobody, until the link is ended", async ({
  openAs,
}, { outputDir }) => {
  const document = await createDocument("Der Ofen im Entwurf", TEXTS);
  const page = await openAs("editor");
  await page.goto(pageOf(document));
  await page.getByLabel("Works for").selectOption("24");
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByLabel("Address of the draft").inputValue();
  await expectAccessible(page);

  const visitor = await openAs(null, { javaScriptEnabled: false });
  const shown = await visitor.goto(address);
  expect(shown?.headers()["cache-control"]).toBe("private, no-store");
  await expect(visitor.getByText("Draft, not published")).toBeVisible();
  await expect(visitor.getByRole("heading", { name: "The oven" })).toBeVisible();
  await expect(visitor.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(visitor.locator(`a[href*="/articles/"]`)).toHaveCount(0);
  await visitor.screenshot({ path: `${outputDir}/draft.png` });

  expect((await visitor.goto(`${address.slice(0, -2)}AA`))?.status()).toBe(404);
  await expect(visitor.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await page.getByRole("button", { name: /End the link made by/ }).click();
  await page.getByRole("button", { name: "Yes, end it" }).click();
  await expect(page.getByText("No link works at the moment.")).toBeVisible();
  const ended = await visitor.goto(address.replace("/en/", "/de/"));
  expect(ended?.status()).toBe(404);
  expect(ended?.headers()["content-security-policy"]).toContain("default-src 'none'");
  await expect(visitor.getByRole("heading", { name: "Dieser Link funktioniert nicht" })).toBeVisible();
});

for (const [name, options] of [
  ["1440 px, light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["390 px, dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
] as const) {
  test(`plans in German at ${name} without anything beside the page`, async ({ openAs }, { outputDir }) => {
    const document = await createDocument(`Der Ofen, ${name}`, TEXTS);
    const page = await openAs("editor", options);
    await page.goto(pageOf(document, "de"));
    await page.getByRole("button", { name: "Link erstellen" }).click();
    await expect(page.getByLabel("Adresse des Entwurfs")).toBeVisible();
    const overhang = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${outputDir}/publication.png`, fullPage: true });
  });
}
