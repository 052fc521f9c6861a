import type { Page } from "@playwright/test";
import { publishArticle, type ReaderArticle } from "./reader-article";
import { reportTooOften } from "./support/reports";
import { expect, test } from "./support/test";

let article: ReaderArticle;
test.beforeAll(async () => {
  article = await publishArticle();
});

const address = (rest: string): string => `/en/articles/${article.slug}/en${rest}`;

/** Nobody fills a form in faster than this, and the server knows it. */
const asLongAsPeopleTake = (page: Page) => page.waitForTimeout(3_200);

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader reports an error with a better wording, which two editors approve", async ({
    page,
    openAs,
  }) => {
    await page.goto(address(""));
    await page.locator("#p-2 summary").click();
    await page.locator("#p-2").getByRole("link", { name: "Report an error" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report an error");
    await expect(page.locator("[data-reported]")).toContainText("A dough needs time");

    // too fast, and not the words of the paragraph: both times everything typed comes back
    await page.getByLabel("Which words?").fill("A dough wants");
    await page.getByLabel("What is wrong?").selectOption("style");
    await page.getByLabel("In your words").fill('It "needs" nothing; <b>people</b> do.');
    await page.getByLabel("Better wording").fill("Dough needs");
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByRole("alert")).toContainText("faster than people usually are");
    await asLongAsPeopleTake(page);
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByRole("alert")).toContainText("These words are not in the paragraph");
    await expect(page.getByLabel("Which words?")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("What is wrong?")).toHaveValue("style");
    await expect(page.getByLabel("In your words")).toHaveValue('It "needs" nothing; <b>people</b> do.');
    await expect(page.getByLabel("Better wording")).toHaveValue("Dough needs");

    await page.getByLabel("Which words?").fill("A dough needs");
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.waitForURL(/\/en\/reports\/[\w-]{24}$/);
    await expect(page.getByText("Nobody has decided on it yet.")).toBeVisible();
    const own = page.url();

    for (const [person, done] of [
      ["editor", "Approved by you"],
      ["editor2", "Accepted"],
    ] as const) {
      const workbench = await openAs(person, { javaScriptEnabled: true });
      await workbench.goto("/en/queue");
      const card = workbench.locator("[data-proposal-card]", { hasText: "<b>people</b> do." });
      await expect(card).toContainText("By a reader");
      await expect(card).toContainText("two people have to approve it");
      await card.focus();
      await workbench.keyboard.press("a");
      await expect(workbench.getByText(done).first()).toBeVisible();
    }
    await page.goto(own);
    await expect(page.getByText(/Your report was taken up on/)).toBeVisible();
  });
});

test.describe("without script, a reader", () => {
  test.use({ javaScriptEnabled: false });

  test("leaves an address, is told what is kept of it, and takes it back", async ({ page }) => {
    await page.goto(address("/report?paragraph=p-5"));
    await page.getByLabel("In your words").fill("The original says something else here.");
    await page.getByLabel("Your e-mail address").fill("somebody@localhost");
    await asLongAsPeopleTake(page);
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByRole("alert")).toContainText("not an e-mail address that we can write to");
    await expect(page.getByLabel("Your e-mail address")).toHaveValue("somebody@localhost");
    await page.getByLabel("Your e-mail address").fill("somebody@mail.example.org");
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.waitForURL(/\/en\/reports\/[\w-]{24}$/);
    await expect(page.getByText("we write to the address that you left")).toBeVisible();
    await expect(page.locator("main")).not.toContainText("somebody@");
    await page.getByRole("button", { name: "No more e-mail, delete my address" }).click();
    await expect(page.getByText("You get no more e-mail about this.")).toBeVisible();
    await expect(page.getByRole("button", { name: "No more e-mail" })).toHaveCount(0);
  });

  test("who comes when too many came is told when to come again, and loses nothing", async ({ page }) => {
    const busy = await publishArticle();
    await reportTooOften(busy.slug);
    await page.goto(`/en/articles/${busy.slug}/en/report?paragraph=p-2`);
    await page.getByLabel("Which words?").fill("A dough needs");
    await page.getByLabel("What is wrong?").selectOption("style");
    await page.getByLabel("In your words").fill('Nobody says "needs" here.');
    await page.getByLabel("Better wording").fill("Dough needs");
    await page.getByLabel("Your e-mail address").fill("somebody@example.org");
    await asLongAsPeopleTake(page);
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByRole("alert")).toContainText(
      /A great many reports have come in .* Please send this one again in (10|9) minutes\./,
    );
    await expect(page.getByLabel("Which words?")).toHaveValue("A dough needs");
    await expect(page.getByLabel("What is wrong?")).toHaveValue("style");
    await expect(page.getByLabel("In your words")).toHaveValue('Nobody says "needs" here.');
    await expect(page.getByLabel("Better wording")).toHaveValue("Dough needs");
    await expect(page.getByLabel("Your e-mail address")).toHaveValue("somebody@example.org");

    // of the other articles, all are still open
    await page.goto(address("/report?paragraph=p-2"));
    await page.getByLabel("In your words").fill("One more thing.");
    await asLongAsPeopleTake(page);
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.waitForURL(/\/en\/reports\/[\w-]{24}$/);
  });
});

test("a reader marks words and says what is wrong; an editor answers", async ({ page, openAs }) => {
  await page.goto(address("/report?paragraph=p-3"));
  await page.locator("[data-reported] p").first().selectText();
  await expect(page.getByLabel("Which words?")).toHaveValue("What you need");
  await page.getByLabel("In your words").fill("The original speaks of what one needs.");
  await asLongAsPeopleTake(page);
  await page.getByRole("button", { name: "Send the report" }).click();
  await page.waitForURL(/\/en\/reports\//);
  const own = page.url();

  const workbench = await openAs("editor");
  await workbench.goto("/en/queue");
  await workbench.getByRole("link", { name: /by (a reader is|readers are) waiting/ }).click();
  const card = workbench.getByRole("listitem").filter({ hasText: "The original speaks of what one needs." });
  await card.getByRole("button", { name: "Answer" }).click();
  await card.getByLabel("Answer to the reader").fill("In English “you” is what one says.");
  await card.getByRole("button", { name: "Send, text stays as it is" }).click();
  await expect(card).toHaveCount(0);

  await page.goto(own);
  await expect(page.getByText("The text stays as it is")).toBeVisible();
  await expect(page.getByText("In English “you” is what one says.")).toBeVisible();
});

test("a translator makes a proposal of a report", async ({ page, openAs }) => {
  await page.goto(address("/report?paragraph=p-6"));
  await page.getByLabel("What is wrong?").selectOption("accuracy");
  await page.getByLabel("In your words").fill("They eat; they will not.");
  await asLongAsPeopleTake(page);
  await page.getByRole("button", { name: "Send the report" }).click();
  await page.waitForURL(/\/en\/reports\//);
  const workbench = await openAs("translator");
  await workbench.goto("/en/queue/reports");
  const card = workbench.getByRole("listitem").filter({ hasText: "They eat; they will not." });
  await card.getByRole("button", { name: "Make a proposal" }).click();
  const field = card.getByRole("textbox", { name: "Corrected text" });
  await field.press("ControlOrMeta+a");
  await workbench.keyboard.insertText("Those who wait eat.");
  await card.getByRole("button", { name: "Propose" }).click();
  await expect(card).toHaveCount(0);
  await workbench.goto("/en/mine");
  const own = workbench.getByRole("listitem").filter({ hasText: `${article.title}, English, paragraph 6` });
  await expect(own.locator("del", { hasText: "will" })).toBeVisible();
});

test("what fills in the field that nobody sees is not taken, and nothing else is lost", async ({ page }) => {
  await page.goto(address("/report?paragraph=p-4"));
  await page.getByLabel("In your words").fill("Buy here.");
  await page.locator('[name="website"]').fill("x", { force: true });
  await asLongAsPeopleTake(page);
  await page.getByRole("button", { name: "Send the report" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "The report was not sent" });
  await expect(alert).toContainText("A field that nobody sees");
  await expect(alert).toBeFocused();
  await expect(page.getByLabel("In your words")).toHaveValue("Buy here.");
  await expect(page.locator('[name="website"]')).toHaveValue("");
});

test("nobody else's page can send a report", async ({ request, baseURL }) => {
  const page = address("/report?paragraph=p-4");
  const html = await (await request.get(page)).text();
  const attribute = (input: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? "";
  const hidden = [...html.matchAll(/<input type="hidden"[^>]*>/g)].map(
    ([input]) => [attribute(input, "name"), attribute(input, "value").replaceAll("&quot;", '"')] as const,
  );
  const multipart = {
    ...Object.fromEntries(hidden),
    passage: "",
    reason: "",
    remark: `From elsewhere, about ${article.slug}.`,
    wording: "",
    website: "",
  };
  await new Promise((resolve) => setTimeout(resolve, 3_200));
  const send = (origin: string) =>
    request.post(page, { multipart, headers: { origin }, maxRedirects: 0, failOnStatusCode: false });
  for (const origin of ["https://elsewhere.example", "null"])
    expect((await send(origin)).headers().location).toBeUndefined();
  expect((await send(baseURL ?? "")).headers().location).toMatch(/\/en\/reports\/[\w-]{24}$/);
});
