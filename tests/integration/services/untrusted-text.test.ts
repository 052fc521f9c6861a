import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readImport } from "@/lib/services/imports/edit-import";
import { startImport } from "@/lib/services/imports/start-import";
import { readArticleLanguages } from "@/lib/services/publications/read-article-languages";
import { readArticle } from "@/lib/services/publications/read-articles";
import { signInWithPassword } from "@/lib/services/users/sign-in";
import { type Scenario, scenario } from "@/tests/support/scenario";

const ODD = [
  "a\0b",
  "\ud800",
  "\udfff tail",
  "x".repeat(100_000),
  "../..",
  "%",
  "{}",
  "'; DROP TABLE x;--",
  "",
];

describe("texts that nobody should have to read", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario();
  });
  afterAll(() => the.close());

  it.each(ODD)("finds no article under odd address %#", async (slug) => {
    expect(await readArticle(the, { slug, locale: "en" })).toEqual({
      ok: false,
      error: { code: "not-found" },
    });
    expect(await readArticleLanguages(the, { slug })).toEqual({ ok: false, error: { code: "not-found" } });
  });

  it.each(ODD)("takes odd text %# for no password and no address of anybody", async (text) => {
    const attempt = (email: string, password: string) =>
      signInWithPassword(the.as(null), { email, password, networkAddress: null });
    for (const answer of [
      await attempt(text, "right horse battery"),
      await attempt("odd@example.org", text),
    ]) {
      expect(answer).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/wrong-credentials|too-many/) },
      });
    }
  });

  it("makes a title of a text without any space, whole characters only", async () => {
    const words = "磨坊的轮子从一八七四年开始转动直到今天".repeat(10);
    const started = await startImport(the.as("translator"), {
      projectId: the.projectId,
      documentId: null,
      source: { kind: "pasted", text: `${words}😀` },
      target: { kind: "pasted", text: `${"The wheel of the mill has turned since 1874. ".repeat(10)}😀` },
      title: "",
      mtEngine: "",
      sourceLocale: "zh",
      targetLocale: "en",
    });
    expect(started).toMatchObject({ ok: true });
    if (!started.ok) return;
    const preview = await readImport(the.as("translator"), started.value.importId);
    const title = preview.ok ? preview.value.settings.title : "";
    expect(title.isWellFormed()).toBe(true);
    expect(title.length).toBeLessThanOrEqual(122);
    expect(words.startsWith(title.slice(0, -2))).toBe(true);
  });
});
