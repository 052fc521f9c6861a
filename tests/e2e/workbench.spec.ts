import type { Locator, Page } from "@playwright/test";
import { createDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const ROWS: readonly (readonly [string, string])[] = [
  ["Der Zug aus Triest", "The train from Trieste"],
  ["Er fährt um 15.40 Uhr ab.", "It departs at 15.40 clock."],
  ["Niemand hat ihn je verpasst.", "Nobody has ever missed it."],
  ["Das Dach ist aus Glas.", "The roof is made of glass."],
  ["Am Ende steht ein Brunnen.", "At the end is a well standing."],
];

const row = (page: Page, number: number): Locator => page.locator(`#row-${number}`);
const field = (page: Page): Locator =>
  page.getByRole("textbox", { name: /^Your (translation|open proposal)/ });
const said = (page: Page, text: string): Locator => page.getByRole("status").filter({ hasText: text });

/** Opens a row by its keys and puts `text` in place of what stands there. */
async function write(page: Page, number: number, text: string): Promise<void> {
  await row(page, number).focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("article").first()).toHaveAttribute("aria-busy", "false");
  // what the server drew takes keys only once it is alive
  await expect(async () => {
    await row(page, 1).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(row(page, 2)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Alt+ArrowUp");
}

test("a proposal is written, seen by an editor with its changes, and accepted, by keyboard alone", async ({
  openAs,
}) => {
  const { review } = await createDocument("Gegenprobe", ROWS);
  const translator = await openAs("translator");
  await open(translator, review);
  await write(translator, 2, "It departs at 3.40 p.m.");
  const diff = translator.getByRole("region", { name: "Changes against: machine translation" });
  await expect(diff.locator("ins")).toContainText("3.40 p.m");
  await expect(diff.locator("del")).toContainText("15.40 clock");
  await translator.keyboard.press("Control+Enter");
  await expect(said(translator, "Proposal stored")).toBeAttached();
  await expect(row(translator, 2)).toBeFocused();
  await expect(row(translator, 2)).toHaveAccessibleName("Paragraph 2 of 5, open proposal");

  const editor = await openAs("editor");
  await open(editor, review);
  await editor.keyboard.press("Alt+Shift+ArrowDown");
  const card = editor.getByRole("region", { name: /^Proposal by .* for paragraph 2$/ });
  await expect(card).toBeFocused();
  await expect(card.locator("ins")).toContainText("3.40 p.m");
  await editor.keyboard.press("a");
  await expect(said(editor, "Proposal accepted")).toBeAttached();
  await expect(row(editor, 2)).toHaveAccessibleName("Paragraph 2 of 5, approved");
  await expect(row(editor, 2)).toContainText("It departs at 3.40 p.m.");
  await expect(row(editor, 2)).toBeFocused();
  await expect(editor.getByText("1 of 5 paragraphs approved")).toBeVisible();
});

test("declining needs a reason, and the author finds it in the history", async ({ openAs }) => {
  const { review } = await createDocument("Ablehnung", ROWS);
  const translator = await openAs("translator");
  await open(translator, review);
  await write(translator, 3, "Nobody ever.");
  await translator.keyboard.press("Control+Enter");
  await expect(said(translator, "Proposal stored")).toBeAttached();

  const editor = await openAs("editor");
  await open(editor, review);
  await editor.keyboard.press("Alt+Shift+ArrowDown");
  await expect(editor.getByRole("region", { name: /for paragraph 3$/ })).toBeFocused();
  await editor.keyboard.press("r");
  await expect(editor.getByRole("button", { name: "Changes the meaning" })).toBeFocused();
  await editor.keyboard.press("Control+Enter");
  await expect(editor.getByText("Please choose a reason or write one.")).toBeVisible();
  await editor.getByRole("button", { name: "Changes the meaning" }).focus();
  await editor.keyboard.press("2");
  const note = editor.getByRole("textbox", { name: "A few words, shown to the author" });
  await expect(note).toBeFocused();
  await expect(editor.getByRole("button", { name: "Leaves something out" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await editor.keyboard.press("Control+Enter");
  await expect(said(editor, "Proposal declined")).toBeAttached();

  await translator.reload();
  await open(translator, `${review}?row=3`);
  await row(translator, 3).focus();
  await translator.keyboard.press("Enter");
  await translator.getByText("History").click();
  await expect(translator.getByText("Reason: Leaves something out")).toBeVisible();
});

test("nobody can accept their own words, and the page says why", async ({ openAs }) => {
  const { review } = await createDocument("Vier Augen", ROWS);
  const editor = await openAs("editor");
  await open(editor, review);
  await write(editor, 2, "It leaves at 3.40 p.m.");
  await editor.keyboard.press("Control+Enter");
  await expect(said(editor, "Proposal stored")).toBeAttached();
  await expect(row(editor, 2)).toBeFocused();
  await editor.keyboard.press("Enter");
  await expect(editor.getByText("Your open proposal – still changeable")).toBeVisible();
  await expect(editor.getByRole("button", { name: "Accept" })).toHaveCount(0);
  await field(editor).focus();
  await editor.keyboard.press("ControlOrMeta+A");
  await editor.keyboard.insertText("It leaves at 15.40.");
  await editor.keyboard.press("Control+Enter");
  await expect(said(editor, "Proposal changed")).toBeAttached();
  await expect(row(editor, 2)).toBeFocused();
  await editor.keyboard.press("Enter");
  await expect(field(editor)).toHaveText("It leaves at 15.40.");
  await editor.getByRole("button", { name: "Withdraw proposal" }).click();
  await expect(said(editor, "Proposal withdrawn")).toBeAttached();
  await expect(row(editor, 2)).toHaveAccessibleName("Paragraph 2 of 5, machine translation, untouched");
});

test("an editor approves a text as it stands", async ({ openAs }) => {
  const { review } = await createDocument("So gut", ROWS);
  const editor = await openAs("editor2");
  await open(editor, review);
  await row(editor, 4)
    .getByRole("button", { name: /^Open paragraph 4/ })
    .click();
  await editor.getByRole("button", { name: "Approve as it stands" }).click();
  await expect(row(editor, 4)).toHaveAccessibleName("Paragraph 4 of 5, approved");
});

test("a row that is done stays in its filter until the list is updated", async ({ openAs }) => {
  const { review } = await createDocument("Filter", ROWS);
  const page = await openAs("translator");
  await open(page, review);
  const filters = page.getByRole("navigation", { name: "Show paragraphs" });
  await filters.getByRole("link", { name: /^Untouched/ }).click();
  await expect(page).toHaveURL(/filter=machine/);
  await expect(filters.getByRole("link", { name: /^Untouched/ })).toHaveAttribute("aria-current", "true");
  await write(page, 1, "The Trieste train");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(said(page, "Proposal stored")).toBeAttached();
  await expect(page.getByRole("textbox", { name: "Your translation of paragraph 2" })).toBeFocused();
  await expect(row(page, 1)).toHaveAccessibleName("Paragraph 1 of 5, open proposal");
  await expect(filters.getByRole("link", { name: /^Untouched/ })).toContainText("4");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Update the list" }).click();
  await expect(row(page, 1)).toHaveCount(0);
  await filters.getByRole("link", { name: /^Needs attention/ }).click();
  await expect(page.getByText("Nothing needs attention")).toBeVisible();
  await page.goBack();
  await expect(row(page, 2)).toBeVisible();
});

test("a link followed right after a move is followed, and leads back to the row", async ({ openAs }) => {
  const { review } = await createDocument("Schritt und Sprung", ROWS);
  const page = await openAs("translator");
  await open(page, review);
  await row(page, 1).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(row(page, 2)).toBeFocused();
  await page.getByRole("link", { name: "All documents" }).click();
  await expect(page).toHaveURL(/\/en\/documents$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?row=2$/);
  await expect(page.getByRole("heading", { name: "Schritt und Sprung" })).toBeVisible();
});

test("the address leads back to the row, also among thousands", async ({ openAs }) => {
  const many = Array.from(
    { length: 3000 },
    (_, at) => [`Satz Nummer ${at + 1}.`, `Sentence ${at + 1}. `.repeat(1 + (at % 9))] as const,
  );
  const { review } = await createDocument("Viele", many);
  const page = await openAs("translator");
  await page.goto(`${review}?row=1800`);
  await expect(row(page, 1800)).toBeInViewport();
  await expect(row(page, 1800)).toContainText("Satz Nummer 1800.");
  expect(await page.getByRole("article").count()).toBeLessThan(45);
  await page.reload();
  await expect(row(page, 1800)).toBeInViewport();
  await row(page, 1800).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Alt+ArrowDown");
  await expect(row(page, 1805)).toBeFocused();
  await expect(row(page, 1805)).toBeInViewport();
  await expect(page).toHaveURL(/row=1805/);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight * 0.2));
  await expect(page).not.toHaveURL(/row=1805/);
  await expect(row(page, 1805), "the active row stays, wherever one looks").toHaveCount(1);
});

for (const locale of ["de", "en"] as const) {
  test(`the page has no accessibility violations, closed and open (${locale})`, async ({ openAs }) => {
    const { review } = await createDocument(`Zugang ${locale}`, ROWS);
    const address = review.replace("/en/", `/${locale}/`);
    const translator = await openAs("translator");
    await open(translator, address);
    await expectAccessible(translator);
    await row(translator, 2).focus();
    await translator.keyboard.press("Enter");
    await expect(translator.locator(".cm-content")).toBeFocused();
    await translator.keyboard.insertText("New words. ");
    await expectAccessible(translator);
    await translator.keyboard.press("Control+Enter");
    await expect(row(translator, 2)).toBeFocused();
    const editor = await openAs("editor", { colorScheme: "dark" });
    await open(editor, address);
    await editor.keyboard.press("Alt+Shift+ArrowDown");
    await expect(editor.locator("[data-proposal-card]")).toBeFocused();
    await editor.keyboard.press("r");
    await expectAccessible(editor);
  });
}

test("on a phone everything is there and nothing is wider than the screen", async ({ openAs }) => {
  const { review } = await createDocument("Telefon", ROWS);
  const page = await openAs("translator", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(review);
  await row(page, 2).getByText("It departs").tap();
  await expect(field(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Propose", exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("pointing at a sentence lights up its counterpart, and so does the caret", async ({ openAs }) => {
  const { review } = await createDocument("Satzlicht", [
    [
      "Der Zug fährt um 15.40 Uhr ab. Niemand hat ihn je verpasst. Das Dach der Halle ist aus Glas.",
      "The train departs at 15.40. Nobody has ever missed it. The roof of the hall is made of glass.",
    ],
    ["Am Ende steht ein Brunnen.", "At the end stands a well."],
  ]);
  const page = await openAs("translator");
  await open(page, review);
  const lit = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get("sentence") ?? [])].map((range) => (range as Range).toString()),
    );
  const source = page.locator('#row-1 [data-side="source"] p');
  await source.hover({ position: { x: 40, y: 10 } });
  await expect.poll(lit).toEqual(["Der Zug fährt um 15.40 Uhr ab.", "The train departs at 15.40."]);
  await page.getByRole("navigation").first().hover();
  await expect.poll(lit).toEqual([]);
  await row(page, 1).focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowRight");
  await expect.poll(lit).toEqual(["Der Zug fährt um 15.40 Uhr ab.", "The train departs at 15.40."]);
});
