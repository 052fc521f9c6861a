import { publishArticle, type ReaderArticle } from "./reader-article";
import { expect, test } from "./support/test";

const MOST_SCRIPT_BYTES = 15_000;

let article: ReaderArticle;
test.beforeAll(async () => {
  article = await publishArticle();
});

test("runs less than 15 kB of scripts, none of them inside the page, and breaks no policy", async ({
  page,
}) => {
  let scripts = 0;
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") scripts += (await response.body()).length;
  });
  for (const path of ["/en", `/en/articles/${article.slug}/en`, `/de/articles/${article.slug}/ar/parallel`]) {
    scripts = 0;
    const response = await page.goto(path, { waitUntil: "networkidle" });
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|nonce/);
    expect(await page.locator("[style], style").count()).toBe(0);
    expect(await page.locator('script:not([src]):not([type="application/ld+json"])').count()).toBe(0);
    expect(scripts, path).toBeLessThan(MOST_SCRIPT_BYTES);
  }
  // what a policy refuses is an error in the console, and fails the test
});

test("answers with one form for each encoding, and with nothing to whoever has it", async ({ request }) => {
  const path = `/en/articles/${article.slug}/en`;
  const tags = new Set<string>();
  for (const encoding of ["br", "gzip", "identity"]) {
    const headers = { "accept-encoding": encoding };
    const answer = await request.get(path, { headers });
    const tag = answer.headers().etag ?? "";
    tags.add(tag);
    expect(answer.headers().vary).toBe("accept-encoding");
    expect(answer.headers()["cache-control"]).toBe("public, max-age=0, s-maxage=1, must-revalidate");
    expect(answer.headers()["set-cookie"]).toBeUndefined();
    expect(await answer.text()).toContain(article.slug);
    const again = await request.get(path, { headers: { ...headers, "if-none-match": tag } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
    const head = await request.fetch(path, { method: "HEAD", headers });
    expect([head.status(), head.headers().etag]).toEqual([200, tag]);
  }
  expect(tags.size).toBe(3);
});

test("tells a choice of language to nobody but who made it", async ({ request, baseURL }) => {
  const path = `/en/articles/${article.slug}/en`;
  const referer = `${baseURL}/de/articles/${article.slug}/de`;
  const chosen = await request.get(path, { headers: { referer } });
  expect(chosen.headers()["set-cookie"]).toMatch(/ui-locale=en;[^\n]*HttpOnly[^\n]*\n?reading-language=en/);
  expect(chosen.headers()["cache-control"]).toBe("private, no-store");
  const reading = await request.get(path, { headers: { referer: `${baseURL}/en`, cookie: "ui-locale=en" } });
  expect(reading.headers()["set-cookie"]).toBeUndefined();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("says in the reader's language that nothing is there, and leads on", async ({ page }) => {
    const { slug } = article;
    const nowhere = [
      "/en/articles/no-such-article/en",
      "/en/articles/no-such-article",
      "/en/articles/no-such-article/en/report?paragraph=p-1",
      `/en/articles/${slug}/fr/made`,
      `/en/articles/${slug}/en/versions/99`,
      "/en/reports/no-such-report",
      "/en/no-such-page",
    ];
    for (const path of nowhere) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe-inline");
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    }
    for (const [path, status] of [
      ["/de/articles/%E0%A4%A", 400],
      ["/de/articles/%00", 404],
      [`/de/articles/${"a".repeat(3_000)}/en`, 404],
    ] as const) {
      const answer = await page.request.get(path);
      expect(answer.status(), path).toBe(status);
      expect(await answer.text(), path).toMatch(/<h1[^>]*>Hier ist nichts/);
    }
    await page.goto(nowhere[0] ?? "");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page).toHaveURL("/de/articles/no-such-article/en");
    await expect(page.getByRole("heading", { level: 1, name: "Hier ist nichts" })).toBeVisible();
    await page.goto(`/en/articles/${slug}/en/report?paragraph=p-999`);
    await expect(page).toHaveURL(`/en/articles/${slug}/en`);
  });
});
