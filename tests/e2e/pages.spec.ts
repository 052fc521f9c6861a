import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { publishArticle } from "./reader-article";
import { changeAccount, createAccount, enter, sampleProjectId } from "./support/accounts";
import { createDocument, firstSegment, serverDatabase } from "./support/documents";
import { type OwnServer, startEmptyServer } from "./support/own-server";
import { fileRemark } from "./support/reports";
import { expect, expectAccessible, test } from "./support/test";

const TREE = path.resolve(import.meta.dirname, "../../app/[locale]");

/** Routes of the application as its folders spell them: "documents", "review/[translationId]", "". */
function routes(): string[] {
  return readdirSync(TREE, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) =>
      path
        .dirname(file)
        .split(path.sep)
        .filter((part) => !part.startsWith("(") && part !== ".")
        .join("/"),
    )
    .sort();
}

interface Site {
  readonly slug: string;
  readonly translationId: string;
  readonly projectId: string;
  readonly importId: string;
  readonly documentId: string;
  readonly versionId: string;
  readonly segmentId: string;
  readonly accountId: string;
  readonly reportToken: string;
}

/** Who looks: a visitor, somebody who may do everything, or the first person of an empty installation. */
type Viewer = "visitor" | "administrator" | "first";

/** One address for each route, without the language in front. */
const PAGES: Readonly<Record<string, readonly [Viewer, (site: Site) => string, status?: number]>> = {
  "": ["visitor", () => ""],
  account: ["administrator", () => "/account"],
  admin: ["administrator", () => "/admin"],
  "admin/accounts": ["administrator", () => "/admin/accounts"],
  "admin/revert/[userId]": ["administrator", ({ accountId }) => `/admin/revert/${accountId}`],
  "admin/projects/[projectId]": ["administrator", ({ projectId }) => `/admin/projects/${projectId}`],
  "articles/[slug]": ["visitor", ({ slug }) => `/articles/${slug}`],
  "articles/[slug]/[lang]": ["visitor", ({ slug }) => `/articles/${slug}/en`],
  "articles/[slug]/[lang]/changes": ["visitor", ({ slug }) => `/articles/${slug}/en/changes`],
  "articles/[slug]/[lang]/made": ["visitor", ({ slug }) => `/articles/${slug}/en/made`],
  "articles/[slug]/[lang]/versions/[number]": ["visitor", ({ slug }) => `/articles/${slug}/en/versions/1`],
  "articles/[slug]/[lang]/report": ["visitor", ({ slug }) => `/articles/${slug}/en/report?paragraph=p-2`],
  "articles/[slug]/[lang]/parallel": ["visitor", ({ slug }) => `/articles/${slug}/en/parallel`],
  documents: ["administrator", () => "/documents"],
  import: ["administrator", () => "/import"],
  "import/[importId]": ["administrator", ({ importId }) => `/import/${importId}`],
  "import/version": ["administrator", ({ documentId }) => `/import/version?document=${documentId}`],
  "import/version/[importId]": ["administrator", ({ versionId }) => `/import/version/${versionId}`],
  mine: ["administrator", () => "/mine"],
  queue: ["administrator", () => "/queue"],
  "queue/together": ["administrator", () => "/queue/together"],
  "queue/second-look": ["administrator", () => "/queue/second-look"],
  "queue/reports": ["administrator", () => "/queue/reports"],
  "reports/[token]": ["visitor", ({ reportToken }) => `/reports/${reportToken}`],
  "review/[translationId]": ["administrator", ({ translationId }) => `/review/${translationId}`],
  "review/[translationId]/carried": [
    "administrator",
    ({ translationId }) => `/review/${translationId}/carried`,
  ],
  "review/[translationId]/history/[segmentId]": [
    "administrator",
    ({ translationId, segmentId }) => `/review/${translationId}/history/${segmentId}`,
  ],
  "review/[translationId]/align": ["administrator", ({ translationId }) => `/review/${translationId}/align`],
  "preview/[token]": ["visitor", () => "/preview/no-link", 404], // with a link: publication.spec.ts
  "review/[translationId]/publication": [
    "administrator",
    ({ translationId }) => `/review/${translationId}/publication`,
  ],
  search: ["visitor", () => "/search?q=dough"],
  setup: ["first", () => "/setup"],
  "sign-in": ["visitor", () => "/sign-in?error=CredentialsSignin"],
};

const WIDTHS = [1440, 390, 320] as const;

/** These are looked at in both languages and both schemes nowhere else; of the others two of four will do here. */
const IN_ALL_FOUR = /^(account|admin|setup|sign-in)/;

test.describe.configure({ timeout: 180_000 }); // ten pages a test, on a machine that may be busy

let site: Site;
let empty: OwnServer;
let session: Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

test.beforeAll(async ({ browser }, { project }) => {
  const { baseURL = "" } = project.use;
  const [article, document, account] = await Promise.all([
    publishArticle(),
    createDocument("Jede Seite", [["Der Tag beginnt.", "The day begin."]]),
    createAccount("Every Page", "admin"),
  ]);
  await changeAccount(account.userId, { kind: "make-administrator" });
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await enter(page, account, "/en/import");
  const importId = await importTexts(page);
  const documentId = await documentOf(document.translationId);
  const versionId = await bringVersion(page, documentId);
  session = await context.storageState();
  await context.close();
  const [{ slug }, { translationId }] = [article, document];
  const [projectId, segmentId] = [await sampleProjectId(), await firstSegment(translationId)];
  const accountId = await accountWithWords();
  const reportToken = await fileRemark(slug, "p-2");
  const own = { importId, documentId, versionId, segmentId, accountId, reportToken };
  site = { slug, translationId, projectId, ...own };
  empty = await startEmptyServer();
});
test.afterAll(() => empty?.stop());

/** Two texts up to the preview, whose address is the only way to that page. */
async function importTexts(page: Page): Promise<string> {
  for (const [side, text] of [
    ["Source text", "Der Tag beginnt um 6 Uhr.\n\nNiemand ist wach."],
    ["Machine translation", "The day begins at 6 clock.\n\nNobody is awake."],
  ] as const) {
    const fields = page.getByRole("group", { name: side });
    await fields.getByRole("textbox", { name: "Paste the text here" }).fill(text);
  }
  await page.getByRole("textbox", { name: "Title" }).fill("Der Tag");
  await page.getByRole("button", { name: "Read and align" }).click();
  await page.waitForURL(/\/en\/import\/[0-9a-f-]{36}$/);
  return path.basename(new URL(page.url()).pathname);
}

/** Somebody who has written in the sample. */
async function accountWithWords(): Promise<string> {
  const db = serverDatabase();
  try {
    return (await db.prisma.revision.findFirstOrThrow({ where: { authorId: { not: null } } })).authorId ?? "";
  } finally {
    await db.close();
  }
}

async function documentOf(id: string): Promise<string> {
  const db = serverDatabase();
  try {
    return (await db.prisma.translation.findUniqueOrThrow({ where: { id } })).documentId;
  } finally {
    await db.close();
  }
}

/** A new version of a source up to its preview. */
async function bringVersion(page: Page, documentId: string): Promise<string> {
  await page.goto(`/en/import/version?document=${documentId}`);
  const source = page.getByRole("group", { name: "Source text", exact: true });
  await source
    .getByRole("textbox", { name: "Paste the text here" })
    .fill("Der Tag beginnt.\n\nDie Nacht endet.");
  await page.getByRole("button", { name: "Compare with the present version" }).click();
  await page.waitForURL(/\/en\/import\/version\/[0-9a-f-]{36}$/);
  return path.basename(new URL(page.url()).pathname);
}

test("every page of the application has an address here, and every address is a page", () => {
  expect(routes()).toEqual(Object.keys(PAGES).sort());
});

for (const [locale, colorScheme] of [
  ["en", "light"],
  ["en", "dark"],
  ["de", "light"],
  ["de", "dark"],
] as const) {
  const isOneOfTwo = (locale === "en") === (colorScheme === "light");
  for (const viewer of ["visitor", "administrator", "first"] as const) {
    test(`every page for the ${viewer} is accessible and fits, in ${locale}, ${colorScheme}`, async ({
      openAs,
    }) => {
      const page = await openAs(null, {
        colorScheme,
        ...(viewer === "administrator" && { storageState: session }),
        ...(viewer === "first" && { baseURL: empty.address }),
      });
      for (const [route, [who, addressOf, status = 200]] of Object.entries(PAGES)) {
        if (who !== viewer || !(IN_ALL_FOUR.test(route) || isOneOfTwo)) continue;
        await page.setViewportSize({ width: WIDTHS[0], height: 900 });
        const answer = await page.goto(`/${locale}${addressOf(site)}`);
        expect(answer?.status(), route).toBe(status);
        await expect(page.locator("h1").first()).toBeVisible();
        await expectAccessible(page);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, `${route} at ${width} px`).toBeLessThanOrEqual(width);
        }
      }
    });
  }
}
