import type { Page } from "@playwright/test";
import { createDocument, publishDocument } from "./support/documents";
import { corpus, isStorable, OWN, watch } from "./support/hostile";
import { expect, test } from "./support/test";

test.describe.configure({ timeout: 240_000 });

/** Texts that turn, hide or pile up: overrides and isolates left open, invisible letters, towers of accents. */
const UNRULY = [
  "\u202Etxet desrever \u202E left open",
  "\u2067isolate \u2066left \u2068open",
  "\u2069\u2069\u202C\u202C closes what it has not opened",
  "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg\u180Eh",
  `zalgo ${"o\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307".repeat(12)}`,
  "\u{E0041}\u{E0042} tags, \uFFF9annotation\uFFFAhidden\uFFFB",
  "مرحبا \u202D123 override\u202C، 456",
  "W".repeat(5_000),
  `https://example.org/${"a".repeat(2_000)}?${"b=c&".repeat(200)}`,
  "字".repeat(3_000),
  "\t\u00A0 \u2003 wide \u3000 spaces",
];

/** Pairs of neighbouring paragraphs that overlap, and those that stand out of the page. */
const collisions = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const everything = new CSSStyleSheet(); // also what is laid out only when it comes near the screen
    everything.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [everything];
    const boxes = [...document.querySelectorAll("[data-place]")].map((place) => {
      const { top, bottom } = place.getBoundingClientRect();
      return { id: place.id, top, bottom };
    });
    const found = boxes.flatMap((box, at) => {
      const before = boxes[at - 1];
      return before && box.top < before.bottom - 1 && box.top < box.bottom
        ? [`${before.id} and ${box.id}`]
        : [];
    });
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wide > 0 ? [...found, `${wide} px too wide`] : found;
  });

const views = (slug: string): string[] => [
  `/en/articles/${slug}/en`,
  `/de/articles/${slug}/de`,
  `/en/articles/${slug}/en/parallel`,
];

test("nothing that stands in a published text runs, escapes its paragraph or overlaps", async ({ page }) => {
  const texts = [...new Set([...OWN, ...UNRULY, ...corpus()])].filter(isStorable);
  const title = "<img src=x onerror=hostile('title')>\u202Eeltit";
  const { slug } = await publishDocument(
    await createDocument(
      title,
      texts.map((text) => [text, text] as const),
    ),
  );
  const ran = await watch(page);
  const others = ["/en", "/en/search?q=hostile", "/en/search?q=%3Cscript%3Ehostile(1)%3C/script%3E"];
  for (const path of [...views(slug), ...others]) {
    await page.goto(path);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await collisions(page), `${path} at ${width} px`).toEqual([]);
    }
    await expect(page.getByRole("contentinfo")).toBeAttached();
  }
  await page.goto(views(slug)[0] ?? "");
  for (const summary of (await page.locator("article summary").all()).slice(0, OWN.length))
    await summary.click();
  const shown = await page.locator("article [data-place] > :first-child").allTextContents();
  for (const text of OWN) expect(shown).toContain(text);
  expect(ran).toEqual([]);
});

test("a paragraph of a megabyte is a page that scrolls and fits", async ({ page }) => {
  const long = Array.from({ length: 22_000 }, (_, at) => `Der Fluss steht still, ${at} Mal. `).join("");
  const { slug } = await publishDocument(
    await createDocument("Ein Absatz", [
      [long, long.slice(0, 1_000_000)],
      ["Ende.", "The end."],
    ]),
  );
  for (const path of views(slug)) {
    await page.goto(`${path}#p-2`);
    await expect(page.locator("#p-2")).toBeInViewport();
    expect(await collisions(page), path).toEqual([]);
    // made in a process of its own, and kept like every other page
    await expect(page.locator('script[src^="/_next/"]')).toHaveCount(0);
  }
});
