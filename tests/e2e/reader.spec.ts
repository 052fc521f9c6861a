import type { Page } from "@playwright/test";
import { publishArticle, type ReaderArticle } from "./reader-article";
import { account } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

let article: ReaderArticle;
test.beforeAll(async () => {
  article = await publishArticle();
});

const address = (ui: string, language: string, rest = ""): string =>
  `/${ui}/articles/${article.slug}/${language}${rest}`;

const topOf = async (page: Page, id: string): Promise<number> => {
  const box = await page.locator(`#${id}`).boundingBox();
  if (!box) throw new Error(`${id} is not shown`);
  return box.y;
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("leads from a paragraph to the same paragraph in each other language", async ({ page }) => {
    await page.goto(address("en", "de"));
    const steps = [
      { from: "p-9", name: "English", to: address("en", "en", "#p-9") }, // inside the segment of 8 and 9
      { from: "p-8", name: "العربية", to: address("en", "ar", "#p-8") },
      { from: "p-9", name: "Deutsch", to: address("en", "de", "#p-9") },
    ];
    for (const { from, name, to } of steps) {
      await page.locator(`#${from}`).hover();
      await page.locator(`#${from}`).getByRole("link", { name }).click();
      await expect(page).toHaveURL(to);
      const landed = await topOf(page, new URL(page.url()).hash.slice(1));
      expect(landed).toBeGreaterThanOrEqual(40);
      expect(landed).toBeLessThan(80);
    }
  });

  test("finds a paragraph by its words and leads to its place", async ({ page }) => {
    await page.goto("/en");
    await page.getByRole("searchbox", { name: "Words" }).fill(`${article.title} Teig`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("Found 2 paragraphs in 1 article");
    await page.getByRole("searchbox", { name: "Words" }).fill("satt");
    await page.getByRole("combobox", { name: "Language" }).selectOption("de");
    await page.getByRole("button", { name: "Search" }).click();
    const hit = page.getByRole("listitem").filter({ has: page.locator("mark", { hasText: "satt" }) });
    await hit.getByRole("link", { name: article.title }).click();
    await expect(page).toHaveURL(address("en", "de", "#p-6"));
    await expect(page.locator("#p-6")).toBeInViewport();
  });

  test("shows the original of a paragraph on demand, by keyboard alone, in its own language", async ({
    page,
  }) => {
    await page.goto(address("en", "en"));
    const place = page.locator("#p-2");
    const original = place.locator('[lang="de"]', { hasText: "Ein Teig braucht" });
    await expect(original).toBeHidden();
    await place.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(original).toBeVisible();
    await expect(original.locator("strong")).toHaveText("Zeit");
  });

  test("says who approved a paragraph, and which nobody has checked", async ({ page }) => {
    await page.goto(address("en", "en"));
    const { displayName } = account("editor");
    await expect(page.locator("#p-1 summary")).toContainText(new RegExp(`approved by .?${displayName}`));
    await expect(page.locator("#p-2 summary")).toContainText("Machine translation, not checked yet");
    await expect(page.getByText("10 of 19 paragraphs have been checked")).toBeVisible();
  });

  test("offers the article from the front page, in each language, and signs nobody in", async ({
    page,
    context,
  }) => {
    await page.goto("/de");
    await page.getByRole("link", { name: `${article.title} in English` }).click();
    await expect(page).toHaveURL(address("de", "en"));
    await expect(page.locator("h1")).toHaveText(`${article.title} in English`);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.locator("article")).toHaveAttribute("lang", "en");
    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
  });

  test("remembers the language that somebody switched to, and takes the browser's otherwise", async ({
    page,
  }) => {
    const bare = `/en/articles/${article.slug}`;
    await page.goto(bare);
    await expect(page).toHaveURL(address("en", "en"));
    await page
      .getByRole("navigation", { name: "Languages of this article" })
      .getByRole("link", { name: "العربية" })
      .click();
    await expect(page).toHaveURL(address("en", "ar"));
    await page.goto(bare);
    await expect(page).toHaveURL(address("en", "ar"));
  });

  test("prints the state of each paragraph in words, and no navigation", async ({ page }) => {
    await page.goto(address("en", "en"));
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Languages of this article" })).toBeHidden();
    const word = page.locator("#p-2").getByText("Machine translation, not checked yet").first();
    expect((await word.boundingBox())?.width).toBeGreaterThan(80);
  });

  test("lays rows level side by side, and as pairs below each other on a telephone", async ({ page }) => {
    await page.goto(address("en", "en", "/parallel?with=ar"));
    expect(await topOf(page, "p-8-en")).toBe(await topOf(page, "p-8-ar"));
    await expect(page.locator("#p-9")).toBeAttached();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await topOf(page, "p-8-ar")).toBeGreaterThan((await topOf(page, "p-8-en")) + 20);
    await page.getByRole("link", { name: "Swap sides" }).click();
    await expect(page).toHaveURL(address("en", "ar", "/parallel?with=en"));
  });
});

test("copies paragraphs as text: without marks, notes and ways", async ({ page }) => {
  const copied = (from: string, to: string) =>
    page.evaluate(
      ([first, last]) => {
        const [start, end] = [document.querySelector(first ?? ""), document.querySelector(last ?? "")];
        if (start && end) getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length);
        return getSelection()
          ?.toString()
          .trim()
          .split(/\s*\n\s*/);
      },
      [from, to],
    );
  await page.goto(address("en", "en"));
  expect(await copied("#p-2", "#p-6")).toEqual([
    "A dough needs time, and time is not for sale.",
    "What you need",
    "Flour",
    "freshly ground",
    "Those who wait will eat.",
  ]);
  await page.goto(address("en", "en", "/parallel?with=de"));
  expect(await copied("#p-6", "#p-6")).toEqual(["Those who wait will eat.", "Wer wartet, wird satt."]);
});

test("shows the number of an item of a numbered list, also where one reads from right to left", async ({
  page,
}) => {
  for (const path of ["de", "ar", "ar/parallel?with=en"]) {
    await page.goto(address("en", path));
    const lists = page.locator("main ol");
    for (const list of await lists.all()) {
      await expect(list).toHaveAttribute("start", "3");
      await expect(list.locator("> li")).toHaveCSS("list-style-type", "decimal");
      await expect(list.getByRole("listitem").first()).toBeVisible();
    }
    await expect(lists).toHaveCount(path.includes("parallel") ? 2 : 1);
  }
});

test.describe("with script", () => {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    test(`lands each switch at the same paragraph within 8 px, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(address("en", "de"));
      await page.locator("#p-12").evaluate((place) => place.scrollIntoView({ behavior: "instant" }));
      const languages = page.getByRole("navigation", { name: "Languages of this article" });
      for (const name of ["English", "العربية", "Deutsch", "Side by side"]) {
        const before = await topOf(page, "p-12");
        await languages.getByRole("link", { name }).click();
        await page.waitForURL(/#p-12$/);
        await page.waitForLoadState("load");
        await expect.poll(async () => Math.abs((await topOf(page, "p-12")) - before)).toBeLessThanOrEqual(8);
      }
    });
  }

  test("keeps paragraph and focus when the switch is made by keyboard", async ({ page }) => {
    await page.goto(address("en", "en", "#p-12"));
    const languages = page.getByRole("navigation", { name: "Languages of this article" });
    await languages.getByRole("link", { name: "العربية" }).focus();
    const before = await topOf(page, "p-12");
    await page.keyboard.press("Enter");
    await page.waitForURL(address("en", "ar", "#p-12"));
    await expect(languages.getByRole("link", { name: "العربية" })).toBeFocused();
    await expect.poll(async () => Math.abs((await topOf(page, "p-12")) - before)).toBeLessThanOrEqual(8);
  });

  test("carries less than 3 kB of script, in a file of its own", async ({ page, request }) => {
    await page.goto(address("en", "en"));
    const scripts = await page
      .locator('script:not([type="application/ld+json"])')
      .evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
    expect(scripts).toHaveLength(1);
    const text = await (await request.get(scripts[0] ?? "")).text();
    expect(text).toContain("reading-place");
    expect(Buffer.byteLength(text)).toBeLessThan(3_000);
  });

  for (const ui of ["de", "en"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`has no accessibility violations and fits 320 px (${ui}, ${colorScheme})`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        const paths = [
          `/${ui}`,
          `/${ui}?language=ar&review=all&year=1999`,
          `/${ui}/search?q=Teig`,
          ...["de", "en", "ar"].map((language) => address(ui, language)),
          address(ui, "en", "/parallel"),
          `/${ui}/articles/nothing-here/en`,
        ];
        for (const path of paths) {
          await page.setViewportSize({ width: 1280, height: 800 });
          await page.goto(path);
          const marks = page.locator("article summary");
          if ((await marks.count()) > 0) await marks.nth(1).click();
          await expectAccessible(page);
          await page.setViewportSize({ width: 320, height: 640 });
          expect(await overflow(page), path).toBeLessThanOrEqual(0);
          await expectAccessible(page);
        }
      });
    }
  }
});

test("names one address for each language, whatever the interface, and the others beside it", async ({
  page,
}) => {
  await page.goto(address("de", "en"));
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  expect(new URL(canonical ?? "").pathname).toBe(address("en", "en"));
  const alternates = await page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("hreflang"), new URL((link as HTMLLinkElement).href).pathname]),
    );
  expect(Object.fromEntries(alternates)).toEqual({
    de: address("de", "de"),
    en: address("en", "en"),
    ar: address("en", "ar"),
    "x-default": `/articles/${article.slug}`,
  });
});

test("tells machines what it is: data, feed and sitemap, none of them after a withdrawal", async ({
  page,
  request,
}) => {
  const own = await publishArticle();
  await page.goto(`/en/articles/${own.slug}/ar`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data).toMatchObject({ "@type": "Article", inLanguage: "ar", headline: "عجين" });
  expect(new URL(data.translationOfWork["@id"]).pathname).toBe(`/de/articles/${own.slug}/de`);
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const addresses = [new URL(feed ?? "", page.url()).pathname, "/sitemap.xml"];
  for (const path of addresses) {
    const answer = await request.get(path);
    expect(await answer.text(), path).toContain(`/en/articles/${own.slug}/ar`);
    const etag = answer.headers().etag ?? "";
    expect((await request.get(path, { headers: { "if-none-match": etag } })).status(), path).toBe(304);
  }
  await own.withdraw();
  for (const path of addresses) expect(await (await request.get(path)).text(), path).not.toContain(own.slug);
});

test("answers 404 for what is unknown, and for every address of an article that was withdrawn", async ({
  request,
}) => {
  const withdrawn = await publishArticle();
  const paths = ["", "/de", "/en", "/ar", "/en/parallel", "/de/parallel?with=ar"].map(
    (rest) => `/en/articles/${withdrawn.slug}${rest}`,
  );
  for (const path of paths) expect((await request.get(path)).status(), path).toBe(200);
  await withdrawn.withdraw();
  for (const path of [...paths, `/en/articles/${article.slug}/xx`, `/en/articles/${article.slug}/%00`]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text()).not.toContain(withdrawn.title);
  }
});
