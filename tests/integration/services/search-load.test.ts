import { afterAll, beforeAll, expect, it } from "vitest";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { searchArticles } from "@/lib/services/publications/search-articles";
import { type Scenario, scenario } from "@/tests/support/scenario";

const TEXTS = 3_000;

let the: Scenario;
beforeAll(async () => {
  the = await scenario([
    ["Das Haus am Fluss", "The house by the river"],
    ["Nele wohnte darin.", "Nele lived there."],
  ]);
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
  await the.db.pool.query(
    `INSERT INTO "PublishedText" ("translationId", "side", "position", "locale", "anchor", "text", "words")
     SELECT $1, 'target', 100 + n, 'en', 'p-' || (100 + n), 'Every barge, number ' || n,
            to_tsvector('english', 'Every barge, number ' || n)
     FROM generate_series(1, $2::int) n`,
    [the.translationId, TEXTS],
  );
});
afterAll(() => the.close());

const search = (query: string, locale: string | null = null) => searchArticles(the, { query, locale });

it.each(["-zzz", "-zzz -Nele", "Nele or -zzz", '-"by the river"', "-barge"])(
  "refuses %j, which only says what is left out, and would match everything",
  async (query) => {
    expect(await search(query)).toMatchObject({
      articles: [],
      hitCount: 0,
      isCut: false,
      trouble: "no-word",
    });
  },
);

it("refuses words that stand everywhere only in the languages in which they do", async () => {
  expect(await search("the", "en")).toMatchObject({ articles: [], trouble: "no-word" });
  expect(await search("Nele -zzz", "en")).toMatchObject({
    articles: [{ hits: [{ anchor: "p-2" }] }],
    trouble: null,
  });
  expect(await search("unheard")).toMatchObject({ articles: [], trouble: null });
});

it("gives the best of a frequent word without looking at every text that has it", async () => {
  const found = await search("barge");
  expect(found).toMatchObject({ hitCount: 1_000, isCut: true, articleCount: 1, trouble: null });
  expect(found.articles.map(({ hits, hitCount }) => [hits.length, hitCount])).toEqual([[3, 1_000]]);
  expect(await search('"number 2999"')).toMatchObject({
    articles: [{ hits: [{ anchor: "p-3099" }] }],
    hitCount: 1,
    isCut: false,
  });
});

it("leaves all connections of everything else free while searches hang, and ends every one of them", async () => {
  const holder = await the.db.pool.connect();
  await holder.query("BEGIN");
  await holder.query(`LOCK TABLE "PublishedText" IN ACCESS EXCLUSIVE MODE`);
  const begun = performance.now();
  const searches = Promise.all(Array.from({ length: 40 }, () => search("barge")));
  try {
    for (let round = 0; round < 20; round++) {
      const asked = performance.now();
      await the.db.prisma.user.count();
      expect(performance.now() - asked).toBeLessThan(1_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const troubles = (await searches).map(({ trouble }) => trouble);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(new Set(troubles)).toEqual(new Set(["took-too-long", "too-many"]));
  } finally {
    await holder.query("ROLLBACK");
    holder.release();
    await searches;
  }
  expect(await search("Nele", "en")).toMatchObject({
    articles: [{ hits: [{ anchor: "p-2" }] }],
    trouble: null,
  });
}, 30_000);

it("reads from the beginning on each connection, so that pages of one search fit together", async () => {
  const settings = await Promise.all(
    [1, 2, 3, 4].map(() =>
      the.db.searchPool.query("SELECT current_setting('synchronize_seqscans') AS s, pg_sleep(0.05)"),
    ),
  );
  expect(settings.map(({ rows }) => rows[0].s)).toEqual(["off", "off", "off", "off"]);
});
