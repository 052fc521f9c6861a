import type { Page } from "@playwright/test";
import { publishArticle, type ReaderArticle } from "./reader-article";
import { expect, test } from "./support/test";

const NAMES = { de: "Deutsch", en: "English", ar: "العربية" } as const;
type Language = keyof typeof NAMES;

/** A round through the three that makes every switch from one to another once. */
const ROUND: readonly Language[] = ["de", "en", "ar", "de", "ar", "en", "de"];

const PLACE = "#p-7";
const NEAR_PX = 8;

let article: ReaderArticle;
test.beforeAll(async () => {
  article = await publishArticle();
});

const inArticle = (language: Language): string => `/en/articles/${article.slug}/${language}`;
const sideBySide = (first: Language, second: Language): string =>
  `${inArticle(first)}/parallel?with=${second}`;

const top = (page: Page): Promise<number> =>
  page.locator(PLACE).evaluate((place) => place.getBoundingClientRect().top);

/** Follows a link by keyboard, and demands the paragraph where it was. */
async function follow(page: Page, link: ReturnType<Page["locator"]>, to: RegExp): Promise<void> {
  await link.focus();
  const before = await top(page);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => to.test(url.pathname + url.search + url.hash));
  await expect
    .poll(async () => Math.abs((await top(page)) - before), page.url())
    .toBeLessThanOrEqual(NEAR_PX);
}

const at = (address: string): RegExp => new RegExp(`${address.replaceAll(/[.?]/g, "\\$&")}${PLACE}$`);

test.describe.configure({ timeout: 150_000 });

for (const width of [1440, 390]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 844 } });

    const scrollToPlace = (page: Page): Promise<void> =>
      page.locator(PLACE).evaluate((place) => place.scrollIntoView({ behavior: "instant" }));

    test("each switch keeps paragraph 7 where it is and the focus on its link", async ({ page }) => {
      const bar = page.getByRole("navigation", { name: "Languages of this article" });
      await page.goto(inArticle("de"));
      await scrollToPlace(page);
      for (const to of ROUND.slice(1)) {
        const link = bar.getByRole("link", { name: NAMES[to] });
        await follow(page, link, at(inArticle(to)));
        await expect(link).toBeFocused();
      }
    });

    test("each change of the two side by side keeps paragraph 7 and the focus", async ({ page }) => {
      const bar = page.getByRole("navigation", { name: "Languages of this article" });
      const swap = bar.getByRole("link", { name: "Swap sides" });
      await page.goto(sideBySide("de", "en"));
      await scrollToPlace(page);
      for (const [first, beside] of [
        ["de", "ar"],
        ["ar", "en"],
        ["en", "de"],
      ] as const) {
        await follow(
          page,
          bar.getByRole("link", { name: `Beside it: ${NAMES[beside]}` }),
          at(sideBySide(first, beside)),
        );
        await expect(bar.getByRole("link", { name: /^Beside it:/ })).toBeFocused();
        await follow(page, swap, at(sideBySide(beside, first)));
        await expect(swap).toBeFocused();
      }
    });

    test.describe("without script", () => {
      test.use({ javaScriptEnabled: false });

      /** The next key press goes on from the paragraph, not from the top of the page. */
      const expectToGoOnFromPlace = async (page: Page): Promise<void> => {
        await page.keyboard.press("Tab");
        await expect(page.locator(`${PLACE} :focus`)).toHaveCount(1);
      };

      test("each switch keeps paragraph 7 where it is and goes on from there", async ({ page }) => {
        const place = page.locator(PLACE);
        await page.goto(inArticle("de") + PLACE);
        for (const to of ROUND.slice(1)) {
          await follow(page, place.getByRole("link", { name: NAMES[to] }), at(inArticle(to)));
          await expectToGoOnFromPlace(page);
        }
        for (const [first, third] of [
          ["de", "en"],
          ["en", "ar"],
          ["ar", "en"],
        ] as const) {
          await follow(page, place.getByRole("link", { name: "Side by side" }), /\/parallel#p-7$/);
          await expectToGoOnFromPlace(page);
          await follow(page, place.getByRole("link", { name: NAMES[third] }), at(sideBySide(first, third)));
          await follow(page, place.getByRole("link", { name: NAMES[third] }), at(inArticle(third)));
        }
      });
    });
  });
}

test("the address of a paragraph leads to its words after rows were joined, split and shifted and published again", async ({
  page,
}) => {
  const own = await publishArticle();
  const before = await page.request.get(`/en/articles/${own.slug}/en`);
  expect(before.status()).toBe(200);
  await own.repair();
  const expected: readonly (readonly [string, string | RegExp])[] = [
    ["#p-8", "Paragraph 9"], // split: the first half
    ["#p-9", "rises while nobody looks"], // the second one
    ["#p-12", "Paragraph 12."], // joined: each its own
    ["#p-13", "Paragraph 13."],
    ["#p-17", /is missing here|No counterpart/], // shifted by one row, as the editor now says that they belong
    ["#p-18", "Paragraph 17."],
  ];
  for (const path of [`/en/articles/${own.slug}/en`, `/en/articles/${own.slug}/en/parallel?with=ar`]) {
    for (const [fragment, words] of expected) {
      await page.goto("about:blank");
      await page.goto(path + fragment);
      const block = page.locator(`[data-place]:is(${fragment}, :has(> ${fragment}))`);
      await expect(block, `${path}${fragment}`).toContainText(words);
      const landed = await block.evaluate((place) => place.getBoundingClientRect().top);
      expect(landed).toBeLessThan(80);
    }
  }
});
