import { afterAll, beforeAll, expect, it } from "vitest";
import type { TranslationId } from "@/lib/core/shared/ids";
import { withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readSitemap } from "@/lib/services/publications/read-sitemap";
import { publishArticle } from "@/tests/support/published-article";
import { type Scenario, scenario } from "@/tests/support/scenario";

const SIZE = 4;
const day = (number: number) => new Date(Date.UTC(2026, 2, number, 12));

let the: Scenario;
const articles: TranslationId[] = [];
beforeAll(async () => {
  the = await scenario();
  for (let n = 1; n <= 5; n++)
    articles.push(await publishArticle(the, [[`Ebbe ${n}`, `Ebb ${n}`]], { at: day(n) }));
}, 60_000);
afterAll(() => the.close());

async function texts(part: number | null, size = SIZE) {
  const found = await readSitemap(the, { part, size });
  if (!found.ok) return found.error.code;
  return found.value.kind === "texts"
    ? found.value.texts.map(({ slug, locale }) => `${slug}/${locale}`)
    : found.value.parts;
}

it("gives everything at once where it is one part", async () => {
  expect(await texts(null, 100)).toEqual([1, 2, 3, 4, 5].map((n) => `ebbe-${n}/de`));
  expect(await texts(1, 100)).toEqual(await texts(null, 100));
});

it("names the parts of more, with the instant of their last publication, and each holds its own", async () => {
  expect(await texts(null)).toEqual([
    { part: 1, changedAt: "2026-03-02T12:00:00Z" },
    { part: 2, changedAt: "2026-03-04T12:00:00Z" },
    { part: 3, changedAt: "2026-03-05T12:00:00Z" },
  ]);
  expect(await Promise.all([1, 2, 3].map((part) => texts(part)))).toEqual([
    ["ebbe-1/de", "ebbe-2/de"],
    ["ebbe-3/de", "ebbe-4/de"],
    ["ebbe-5/de"],
  ]);
});

it.each([0, 4, -1, 99_999])("knows no part %d", async (part) => {
  expect(await texts(part)).toBe("not-found");
});

it("leaves a gap where something was withdrawn, and adds what is new at the end", async () => {
  await withdrawPublication(the.as("editor"), { translationId: articles[0] as TranslationId });
  await publishArticle(the, [["Ebbe 6", "Ebb 6"]], { at: day(20) });
  expect(await Promise.all([1, 2, 3].map((part) => texts(part)))).toEqual([
    ["ebbe-2/de"],
    ["ebbe-3/de", "ebbe-4/de"],
    ["ebbe-5/de", "ebbe-6/de"],
  ]);
});

it("names every one of six thousand addresses in the parts of an installation", async () => {
  await the.db.pool.query(
    `WITH made AS (
       INSERT INTO "Document" ("projectId", "slug", "title", "sourceLocale")
       SELECT "projectId", 'watt-' || n, 'Watt ' || n, 'de'
       FROM "Document", generate_series(1, 3000) n WHERE "slug" = 'ebbe-2' RETURNING "id"
     ), translated AS (
       INSERT INTO "Translation" ("documentId", "targetLocale", "importedById")
       SELECT "id", 'en', $1 FROM made RETURNING "id"
     ) SELECT count(*) FROM translated`,
    [the.people.importer],
  );
  await the.db.pool.query(
    `INSERT INTO "Publication" ("translationId", "number", "title", "targetLocale", "reviewedShare", "leastIndexed",
                                "snapshot", "hash", "publishedById", "createdAt")
     SELECT t."id", 1, d."title", 'en', 1, 50, '{}', '', t."importedById", '2026-05-01T12:00:00Z'
     FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" WHERE d."slug" LIKE 'watt-%'`,
  );
  await the.db.pool.query(
    `UPDATE "Translation" t SET "publicationId" = p."id" FROM "Publication" p JOIN "Translation" x ON x."id" = p."translationId"
     JOIN "Document" d ON d."id" = x."documentId" WHERE t."id" = p."translationId" AND d."slug" LIKE 'watt-%'`,
  );
  await the.db.pool.query("ANALYZE");
  const index = await readSitemap(the, { part: null });
  if (!index.ok || index.value.kind !== "parts") throw new Error("no index");
  expect(index.value.parts).toHaveLength(2);
  const seen = new Set<string>();
  for (const { part } of index.value.parts) {
    const found = await readSitemap(the, { part });
    if (!found.ok || found.value.kind !== "texts") throw new Error("no part");
    for (const { slug, locale } of found.value.texts) seen.add(`${slug}/${locale}`);
  }
  expect(seen.size).toBe(6_005);
}, 120_000);
