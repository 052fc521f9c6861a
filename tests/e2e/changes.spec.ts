import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { ReviewRecord } from "@/lib/core/record/review-record";
import { publishArticle, type ReaderArticle } from "./reader-article";
import { account } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

let article: ReaderArticle;
test.beforeAll(async () => {
  article = await publishArticle();
  await article.correct(6, "Those who wait <eat> well.", "It was “will eat”; <b>nobody</b> said so.");
});

const address = (rest = "", ui = "en"): string => `/${ui}/articles/${article.slug}/en${rest}`;

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reader sees that a text was corrected, what changed, and how it read before", async ({
      page,
    }) => {
      await page.goto(address());
      await expect(page.getByText("It was “will eat”; <b>nobody</b> said so.")).toBeVisible();
      await expect(page.locator("#p-6")).toContainText("Those who wait <eat> well.");
      await page.getByRole("link", { name: "What has changed" }).click();
      await expect(page).toHaveURL(address("/changes#version-2"));
      const latest = page.locator("#version-2");
      await expect(latest.locator("del")).toContainText(["will eat"]);
      await expect(latest.locator("ins")).toContainText(["<eat> well"]);
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole("link", { name: "Read this version" }).click();
      await expect(page).toHaveURL(address("/versions/1"));
      await expect(page.getByRole("complementary")).toContainText("It is not the current one.");
      await expect(page.locator("#p-6")).toContainText("Those who wait will eat.");
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
        "href",
        new RegExp(`${address()}$`),
      );
      await expect(page.getByRole("link", { name: "Report an error" })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: "To the current version" }).click();
      await expect(page).toHaveURL(address());
    });
  });
}

test("tells how a translation was made, in the language of the interface", async ({ page }) => {
  await page.goto(address());
  await page.locator("#p-6 summary").click();
  await expect(page.locator("#p-6")).toContainText(/\d+% of its words come from people/);
  await page.getByRole("link", { name: "How the translation was made" }).click();
  await expect(page).toHaveURL(address("/made"));
  await expect(page.getByText("A machine made the first version: ⁨Probe MT⁩.")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(account("editor").displayName) })).toContainText(
    "11",
  );
  await expect(page.getByText(/of the words come from people \(\d+ of \d+\)/)).toBeVisible();
  await expect(page.getByText("Nobody may approve their own words here")).toBeVisible();
  await expect(page.getByText("The text has been changed 1 time")).toBeVisible();
  await page.goto(address("/made", "de"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wie diese Übersetzung entstanden ist");
  await expectAccessible(page);
});

test("a reader gets from the article to the review record of what is published", async ({
  page,
  request,
}) => {
  await page.goto(address());
  await page.getByRole("link", { name: "How the translation was made" }).click();
  const link = page.getByRole("link", { name: "Review record (JSON)" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`${article.slug}.*\\.json$`));
  const record = JSON.parse(await readFile(await download.path(), "utf8")) as ReviewRecord;
  expect(record.publication.seal.snapshotHash).toBe(await page.locator("code").last().textContent());
  const corrected = record.paragraphs.find(({ anchor }) => anchor === "p-6");
  expect(corrected?.approvals.map(({ by }) => by.name)).toEqual([account("editor").displayName]);
  const { $id: _id, ...schema } = await (await request.get("/api/schemas/review-record")).json();
  expect(z.fromJSONSchema(schema).safeParse(record).error).toBeUndefined();
});

test("a withdrawn translation shows none of its versions", async ({ page }) => {
  const gone = await publishArticle();
  await gone.correct(6, "Those who wait starve.", "");
  await gone.withdraw();
  for (const rest of ["", "/made", "/changes", "/versions/1", "/versions/2", "/report?paragraph=p-6"]) {
    const answer = await page.goto(`/en/articles/${gone.slug}/en${rest}`);
    expect(answer?.status(), rest).toBe(404);
    expect(await page.content(), rest).not.toContain("starve");
  }
});
