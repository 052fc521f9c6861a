import { randomBytes } from "node:crypto";
import { createDocument, publishDocument } from "./support/documents";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

const title = `Laterne ${randomBytes(4).toString("hex")}`;
test.beforeAll(async () => {
  await publishDocument(await createDocument(title, [["Licht.", "ضوء."]], { targetLocale: "ar" }));
});

test("articles are chosen by language, state of review and year by plain links, and nothing is an answer, too", async ({
  page,
}) => {
  await page.goto("/en");
  const choices = page.getByRole("navigation", { name: "Choose articles" });
  const article = page.getByRole("link", { name: title });
  await choices.getByRole("link", { name: /^not yet \d+$/ }).click();
  await expect(page).toHaveURL("/en?review=none");
  await expect(article.first()).toBeVisible();

  const arabic = choices.getByRole("link", { name: /^العربية \d+$/ });
  const count = Number(/\d+/.exec((await arabic.textContent()) ?? "")?.[0]);
  await arabic.click();
  await expect(page).toHaveURL("/en?language=ar&review=none");
  await expect(arabic).toHaveAttribute("aria-current", "true");
  await expect(page.getByText(new RegExp(`^${count} articles?$`))).toBeVisible();
  await expect(article.first()).toBeVisible();
  const robots = page.locator('meta[name="robots"]');
  await expect(robots).toHaveAttribute("content", /noindex/);

  await page.goto("/en?language=ar&review=all&year=1999");
  await expect(page.getByText("No article fits")).toBeVisible();
  await page.getByRole("link", { name: "Show all articles" }).click();
  await expect(page).toHaveURL("/en");
});

test("a search without an answer leads on", async ({ page }) => {
  await page.goto("/de/search?q=Zwirbelkraut&in=ar");
  await expect(page.getByRole("status")).toContainText("Zwirbelkraut");
  await page.getByRole("link", { name: "In allen Sprachen suchen" }).click();
  await expect(page).toHaveURL("/de/search?q=Zwirbelkraut");
  await page.getByRole("link", { name: "Alle veröffentlichten Artikel" }).click();
  await expect(page).toHaveURL("/de");

  await page.goto("/en/search?q=-dough");
  await expect(page.getByRole("status")).toContainText("There is no word here to look for");
  await expect(page.getByRole("searchbox")).toHaveValue("-dough");
});

test("a search gives each article once, and all of its paragraphs when asked", async ({ page }) => {
  const word = `Kranich${randomBytes(4).toString("hex")}`;
  const rows = [1, 2, 3, 4, 5].map((n) => [`${word} ${n}.`, `Flug ${n}.`] as const);
  await publishDocument(await createDocument(`${word} kommt`, rows, { targetLocale: "ar" }));
  await page.goto(`/en/search?q=${word}&in=de`);
  await expect(page.getByRole("status")).toHaveText(/^Found [56] paragraphs in 1 article$/);
  await expect(page.locator("mark")).toHaveCount(3);
  await page.getByRole("link", { name: /^[23] more in this article$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/en/search\\?q=${word}&in=de&article=kranich`));
  await expect(page.getByRole("status")).toHaveText(/^Found [56] paragraphs in this article$/);
  await page
    .getByRole("link")
    .filter({ has: page.locator("mark") })
    .filter({ hasText: "4." })
    .click();
  await expect(page).toHaveURL(/\/en\/articles\/kranich[a-z0-9-]+\/de#p-\d$/);
  await expect(page.locator(":target")).toContainText(`${word} 4.`);
});
