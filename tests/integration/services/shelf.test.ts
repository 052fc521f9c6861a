import { afterAll, beforeAll, expect, it } from "vitest";
import { EVERYTHING, type ShelfWish } from "@/lib/core/publication/shelf";
import type { ProjectId, TranslationId } from "@/lib/core/shared/ids";
import { inTransaction } from "@/lib/db/client";
import { browseArticles } from "@/lib/services/publications/browse-articles";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readRows } from "@/lib/services/translations/read-bitext";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
const made: Record<string, TranslationId> = {};

/** An article of two paragraphs, published at an instant with so many of them approved. */
async function publish(
  name: string,
  sourceLocale: string,
  targetLocale: string,
  approved: number,
  at: string,
) {
  const paragraphs = [1, 2].map((number) => ({
    kind: "paragraph" as const,
    level: 0,
    text: `${name} ${number}`,
  }));
  const beads = [0, 1].map((i) => ({
    sourceFrom: i,
    sourceTo: i + 1,
    targetFrom: i,
    targetTo: i + 1,
    confidence: 1,
  }));
  const { translationId } = await inTransaction(the.db, (tx) =>
    saveBitext(
      tx,
      {
        projectId: the.projectId as ProjectId,
        settings: { title: name, sourceLocale, targetLocale, mtEngine: "" },
        source: { paragraphs, codes: [] },
        target: { paragraphs, codes: [] },
        beads,
        existing: null,
      },
      the.people.importer,
      new Date(at),
    ),
  );
  const ctx = { ...the.as("editor"), now: () => new Date(at) };
  const rows = await readRows(ctx, translationId, 0, approved);
  for (const row of rows.ok ? rows.value : []) {
    const { id: segmentId, revisionId, textHash } = row;
    expect(await approveSegment(ctx, { segmentId, revisionId, textHash })).toMatchObject({ ok: true });
  }
  expect(await publishTranslation(ctx, { translationId })).toMatchObject({ ok: true });
  made[name] = translationId;
}

beforeAll(async () => {
  the = await scenario();
  await publish("Alt", "de", "en", 2, "2024-05-01T10:00:00Z");
  await publish("Silvester", "de", "fr", 1, "2024-12-31T23:30:00Z"); // in Berlin it is 2025
  await publish("Neu", "de", "en", 0, "2026-02-01T10:00:00Z");
  await publish("Ferry", "en", "de", 2, "2026-03-01T10:00:00Z");
});
afterAll(() => the.close());

const browse = (wish: Partial<ShelfWish>, page = 1) =>
  browseArticles(the, { wish: { ...EVERYTHING, ...wish }, page, timeZone: "Europe/Berlin" });
const titles = async (wish: Partial<ShelfWish>) =>
  (await browse(wish)).articles.map(({ sourceTitle }) => sourceTitle);

it("gives everything, last published first, and says what can be wished for", async () => {
  const shelf = await browse({});
  expect(shelf.articles.map(({ sourceTitle }) => sourceTitle)).toEqual(["Ferry", "Neu", "Silvester", "Alt"]);
  expect(shelf).toMatchObject({ found: 4, all: 4, page: 1, pageCount: 1, locales: ["de", "en", "fr"] });
  expect(shelf.facets).toEqual({
    locale: [
      { value: "de", count: 4 },
      { value: "en", count: 3 },
      { value: "fr", count: 1 },
    ],
    review: [
      { value: "all", count: 2 },
      { value: "some", count: 1 },
      { value: "none", count: 1 },
    ],
    year: [
      { value: 2026, count: 2 },
      { value: 2025, count: 1 },
      { value: 2024, count: 1 },
    ],
  });
});

it("counts each choice with the other wishes as they are, and shows as many as it counts", async () => {
  for (const wish of [
    {},
    { locale: "en" },
    { review: "all" },
    { year: 2026 },
    { locale: "EN", year: 2026 },
  ] as const) {
    const { facets, found } = await browse(wish);
    expect(await titles(wish)).toHaveLength(found);
    for (const part of ["locale", "review", "year"] as const) {
      for (const { value, count } of facets[part])
        expect(await titles({ ...wish, [part]: value }), `${part} ${value}`).toHaveLength(count);
    }
  }
});

it("keeps every wish", async () => {
  expect(await titles({ locale: "fr" })).toEqual(["Silvester"]);
  expect(await titles({ year: 2025 })).toEqual(["Silvester"]);
  expect(await titles({ locale: "en", review: "none" })).toEqual(["Neu"]);
  expect(await titles({ locale: "en", review: "all" })).toEqual(["Ferry", "Alt"]);
  expect(await browse({ locale: "ja" })).toMatchObject({ articles: [], found: 0, all: 4, pageCount: 1 });
});

it("gives 50 a page, none twice, none left out, also beyond 200, and the last page for any beyond it", async () => {
  await the.db.pool.query(
    `WITH base AS (SELECT p.*, d."projectId" FROM "Publication" p JOIN "Translation" t ON t."publicationId" = p."id"
                   JOIN "Document" d ON d."id" = t."documentId" WHERE t."id" = $1),
     document AS (
       INSERT INTO "Document" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
         'slug', 'copy-' || n, 'title', 'Copy ' || n))).* FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id",
         generate_series(1, 230) n WHERE t."id" = $1 RETURNING "id"),
     translation AS (
       INSERT INTO "Translation" SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
         'documentId', document."id", 'publicationId', NULL))).* FROM document, "Translation" t WHERE t."id" = $1
       RETURNING "id"),
     publication AS (
       INSERT INTO "Publication" SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
         'translationId', translation."id"))).* FROM translation, "Publication" p
       WHERE p."id" = (SELECT "id" FROM base) RETURNING "id", "translationId")
     SELECT 1`,
    [made.Neu],
  );
  await the.db.pool.query(
    `UPDATE "Translation" t SET "publicationId" = p."id" FROM "Publication" p
     WHERE p."translationId" = t."id" AND t."publicationId" IS NULL AND t."documentId" IN
       (SELECT "id" FROM "Document" WHERE "slug" LIKE 'copy-%')`,
  );
  const seen: string[] = [];
  for (let page = 1; page <= 5; page++) {
    const shelf = await browse({}, page);
    expect(shelf).toMatchObject({ found: 234, page, pageCount: 5 });
    seen.push(...shelf.articles.map(({ slug }) => slug));
  }
  expect(seen).toHaveLength(234);
  expect(new Set(seen).size).toBe(234);
  expect(await browse({}, 99)).toMatchObject({ page: 5, found: 234 });
});

it("shows nothing of what was withdrawn", async () => {
  await withdrawPublication(the.as("editor"), { translationId: made.Silvester as TranslationId });
  const shelf = await browse({});
  expect(shelf.locales).toEqual(["de", "en"]);
  expect(shelf.facets.year.map(({ value }) => value)).toEqual([2026, 2024]);
});
