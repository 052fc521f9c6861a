import { afterAll, beforeAll, expect, it } from "vitest";
import { withdrawPublication } from "@/lib/services/publications/publish-translation";
import { searchArticles } from "@/lib/services/publications/search-articles";
import { publishArticle } from "@/tests/support/published-article";
import { type Scenario, scenario } from "@/tests/support/scenario";

/** Articles beyond one page, all with the same words, so that only ties decide about their order. */
const MANY = 23;
const ISLANDS = 61;

let the: Scenario;
let withdrawn: Parameters<typeof withdrawPublication>[1];
beforeAll(async () => {
  the = await scenario();
  await publishArticle(the, [
    ["Leuchttürme", "Lighthouses"],
    ["Nichts als Wasser.", "Nothing but water, and a long way off, past the reef and the wrecks, a heron."],
    ["Ein Reiher.", "A heron."],
    ["Reiher, Reiher!", "Heron, heron, heron: a heron and a heron."],
    ["Noch ein Reiher am Rand des Watts.", "One more heron at the edge of the flats."],
    ["Kein Vogel.", "No bird."],
  ]);
  await publishArticle(the, [
    ["Vögel", "Birds"],
    [
      "Ein Reiher steht im Wasser, und niemand sieht ihn dort.",
      "A heron stands in the water, and nobody sees it.",
    ],
  ]);
  const island = (n: number): readonly [string, string] => [`Insel ${n}`, `Island ${n}`];
  await publishArticle(the, [["Inseln", "Isles"], ...Array.from({ length: ISLANDS }, (_, n) => island(n))]);
  for (let n = 0; n < MANY; n++)
    await publishArticle(the, [
      [`Moor ${n}`, `Marsh ${n}`],
      ["Torf.", "There is peat."],
    ]);
  withdrawn = { translationId: await publishArticle(the, [["Reiher", "A heron heron heron"]]) };
  await withdrawPublication(the.as("editor"), withdrawn);
}, 60_000);
afterAll(() => the.close());

const search = (query: string, more: Partial<Parameters<typeof searchArticles>[1]> = {}) =>
  searchArticles(the, { query, locale: "en", ...more });
const anchors = async (query: string, slug: string | null, page = 1) =>
  (await search(query, { slug, page })).articles.flatMap(({ hits }) => hits.map(({ anchor }) => anchor));

it("gives each article once, by its best paragraph, with three of them and the number of all", async () => {
  const found = await search("heron");
  expect(found).toMatchObject({ articleCount: 2, hitCount: 5, isCut: false, page: 1, pageCount: 1 });
  expect(found.articles.map(({ title, hits, hitCount }) => [title, hits.length, hitCount])).toEqual([
    ["Lighthouses", 3, 4],
    ["Birds", 1, 1],
  ]);
  expect(found.articles[0]?.hits[0]?.anchor).toBe("p-4");
});

it("gives all paragraphs of one article, the three that were shown first", async () => {
  const all = await anchors("heron", "leuchttuerme");
  expect([...all].sort()).toEqual(["p-2", "p-3", "p-4", "p-5"]);
  expect((await anchors("heron", null)).slice(0, 3)).toEqual(all.slice(0, 3));
  expect(await search("heron", { slug: "leuchttuerme" })).toMatchObject({ articleCount: 1, hitCount: 4 });
  expect(await search("heron", { slug: "moor-1" })).toMatchObject({ articles: [], hitCount: 0 });
  expect(await search("heron", { slug: "reiher" })).toMatchObject({ articles: [], hitCount: 0 });
});

it("gathers the languages of an article, each paragraph in its own", async () => {
  const { articles } = await search("Moor or Marsh", { locale: null, slug: "moor-7" });
  expect(articles).toHaveLength(1);
  expect(articles[0]?.hits.map(({ locale, anchor }) => `${locale} ${anchor}`)).toEqual(["de p-1", "en p-1"]);
  expect((await search("Moor or Marsh", { locale: "de", slug: "moor-7" })).hitCount).toBe(1);
});

it("leaves no article out and gives none twice from page to page, and the last page for those beyond", async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => search("peat", { page })));
  expect(pages.map(({ page, pageCount }) => `${page}/${pageCount}`)).toEqual(["1/3", "2/3", "3/3"]);
  expect(pages.map(({ articles }) => articles.length)).toEqual([10, 10, 3]);
  const slugs = pages.flatMap(({ articles }) => articles.map(({ slug }) => slug));
  expect(new Set(slugs).size).toBe(MANY);
  expect(await search("peat", { page: 99 })).toEqual(pages[2]);
  for (const again of await Promise.all(Array.from({ length: 6 }, () => search("peat", { page: 2 }))))
    expect(again).toEqual(pages[1]);
});

it("pages through the paragraphs of one article", async () => {
  const [first, second, beyond] = await Promise.all(
    [1, 2, 3].map((page) => anchors("island", "inseln", page)),
  );
  expect([first?.length, second?.length]).toEqual([50, ISLANDS - 50]);
  expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(ISLANDS);
  expect(beyond).toEqual(second);
});

it("takes what cannot be an article for all of them", async () => {
  for (const slug of ["", "../x", "A'B", "\0", "x".repeat(500)])
    expect((await search("heron", { slug })).articleCount).toBe(2);
});
