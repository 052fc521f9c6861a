import { afterAll, beforeAll, expect, it } from "vitest";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { searchArticles } from "@/lib/services/publications/search-articles";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario([
    ["Das Haus am Fluss", "The house by the river"],
    ["Die Häuser wurden 1904 gebaut.", "The houses were built in 1904 & <b>later</b>."],
    ["Niemand wohnte darin, bis Nele kam.", "Nobody lived there until Nele came."],
    ["Nele kaufte zwei Häuser.", "Nele was buying two of the houses."],
  ]);
});
afterAll(() => the.close());

const publish = () => publishTranslation(the.as("editor"), { translationId: the.translationId });
const search = async (query: string, locale: string | null = null) => {
  const { articles } = await searchArticles(the, { query, locale, slug: "das-haus-am-fluss" });
  return articles.flatMap(({ hits }) => hits.map((hit) => `${hit.locale} ${hit.anchor}`)).sort();
};

it("finds nothing of what is not published", async () => {
  expect(await searchArticles(the, { query: "house", locale: null })).toMatchObject({
    articles: [],
    hitCount: 0,
    locales: [],
  });
});

it("finds paragraphs by the stems of their own language, in one language or in all", async () => {
  await publish();
  expect(await search("house", "en")).toEqual(["en p-1", "en p-2", "en p-4"]);
  expect(await search("Haus", "de")).toEqual(["de p-1", "de p-2", "de p-4"]);
  expect(await search("bought", "en")).toEqual([]);
  expect(await search("buy", "EN")).toEqual(["en p-4"]);
  expect(await search("Nele")).toEqual(["de p-3", "de p-4", "en p-3", "en p-4"]);
  expect(await search("Nele", "fr")).toEqual(["de p-3", "de p-4", "en p-3", "en p-4"]);
});

it("knows phrases, alternatives and exclusions", async () => {
  expect(await search('"by the river"')).toEqual(["en p-1"]);
  expect(await search("river or 1904", "en")).toEqual(["en p-1", "en p-2"]);
  expect(await search("Nele -houses", "en")).toEqual(["en p-3"]);
});

it("marks the words that were found and gives everything else as the text that it is", async () => {
  const { articles } = await searchArticles(the, { query: "1904", locale: "en" });
  const pieces = [
    { text: "The houses were built in ", isHit: false },
    { text: "1904", isHit: true },
    { text: " & <b>later</b>.", isHit: false },
  ];
  expect(articles).toEqual([
    {
      slug: "das-haus-am-fluss",
      title: "The house by the river",
      locale: "en",
      hitCount: 1,
      hits: [{ locale: "en", anchor: "p-2", pieces }],
    },
  ]);
});

it.each(["", "   ", "the", "'", '"', "-", "a & | ! b:*", "\0", "\ud800", "\\", "%", "x".repeat(5000), "<7>"])(
  "answers the request %j without an error",
  async (query) => {
    const { articles, hitCount } = await searchArticles(the, { query, locale: null });
    expect(articles.length).toBe(hitCount === 0 ? 0 : 1);
  },
);

it("replaces what is found when it is published anew, and forgets all of it when it is withdrawn", async () => {
  await publish();
  expect(await search("river")).toEqual(["en p-1"]);
  await withdrawPublication(the.as("editor"), { translationId: the.translationId });
  expect(await search("river")).toEqual([]);
  expect(await the.db.prisma.publishedText.count()).toBe(0);
});
