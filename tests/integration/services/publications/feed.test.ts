import { afterAll, beforeAll, expect, it } from "vitest";
import type { TranslationId } from "@/lib/core/shared/ids";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readFeed } from "@/lib/services/publications/read-feed";
import { publishArticle } from "@/tests/support/published-article";
import { type Scenario, scenario } from "@/tests/support/scenario";

const SIZE = 3;
const day = (number: number) => new Date(Date.UTC(2026, 2, number, 12));

let the: Scenario;
const articles: TranslationId[] = [];
beforeAll(async () => {
  the = await scenario();
  await publishArticle(the, [["Flut", "مد"]], { targetLocale: "ar", at: day(1) });
  for (let n = 1; n <= 8; n++)
    articles.push(await publishArticle(the, [[`Ebbe ${n}`, `Ebb ${n}`]], { at: day(n + 1) }));
}, 60_000);
afterAll(() => the.close());

async function titles(archive: number | null, locale = "en") {
  const feed = await readFeed(the, { locale, archive, size: SIZE });
  return feed.ok ? feed.value.items.map(({ title }) => title) : feed.error.code;
}
const translation = (number: number) => articles[number - 1] as TranslationId;

it("finds the articles of a rare language, however many of others came later", async () => {
  expect(await titles(null, "ar")).toEqual(["مد"]);
  expect(await titles(null, "AR")).toEqual(["مد"]);
  expect(await readFeed(the, { locale: "AR", archive: null })).toMatchObject({ value: { locale: "ar" } });
});

it("has the last published and, by archives, all the others", async () => {
  expect(await titles(null)).toEqual(["Ebb 8", "Ebb 7", "Ebb 6"]);
  expect(await titles(2)).toEqual(["Ebb 6", "Ebb 5", "Ebb 4"]);
  expect(await titles(1)).toEqual(["Ebb 3", "Ebb 2", "Ebb 1"]);
  expect(await readFeed(the, { locale: "en", archive: 1, size: SIZE })).toMatchObject({
    value: { archive: 1, archiveCount: 2 },
  });
});

it.each([0, -1, 3, 1.5, Number.NaN])("knows no archive %d", async (archive) => {
  expect(await titles(archive)).toBe("not-found");
});

it.each(["fr", "", "x y", "\0", "en'--"])("knows no feed of %j", async (locale) => {
  expect(await titles(null, locale)).toBe("not-found");
});

it("leaves every archive as it is when an old article is published anew, and says it first", async () => {
  const editor = { ...the.as("editor"), now: () => day(20) };
  await publishTranslation(editor, { translationId: translation(2) });
  expect(await titles(null)).toEqual(["Ebb 2", "Ebb 8", "Ebb 7"]);
  expect(await titles(1)).toEqual(["Ebb 3", "Ebb 2", "Ebb 1"]);
  expect(await titles(2)).toEqual(["Ebb 6", "Ebb 5", "Ebb 4"]);
});

it("keeps what is in no archive yet, however much is published anew", async () => {
  const editor = { ...the.as("editor"), now: () => day(21) };
  for (const number of [1, 3, 4]) await publishTranslation(editor, { translationId: translation(number) });
  const all = await Promise.all([null, 1, 2].map((archive) => titles(archive)));
  expect([...new Set(all.flat())].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Ebb ${n}`));
});

it("leaves a gap where something was withdrawn, and moves nothing into it", async () => {
  await withdrawPublication(the.as("editor"), { translationId: translation(2) });
  expect(await titles(1)).toEqual(["Ebb 3", "Ebb 1"]);
  expect(await titles(2)).toEqual(["Ebb 6", "Ebb 5", "Ebb 4"]);
  for (const archive of [null, 1, 2]) expect(await titles(archive)).not.toContain("Ebb 2");
});
