import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserId } from "@/lib/core/shared/ids";
import { connect } from "@/lib/db/client";
import { readHaste } from "@/lib/services/proposals/read-haste";
import { readArticle } from "@/lib/services/publications/read-articles";
import { readSitemap } from "@/lib/services/publications/read-sitemap";
import { loadSample } from "@/lib/services/sample/load-sample";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it("loads the sample once, even when two starts ask for it together, and publishes one article", async () => {
  const [first, second] = await Promise.all([loadSample(database.url), loadSample(database.url)]);
  expect(first.length).toBe(second.length);
  expect(new Set(first.map((signIn) => signIn.role))).toEqual(
    new Set(["reader", "translator", "editor", "admin"]),
  );
  const db = connect(database.url);
  try {
    expect(await db.prisma.project.count()).toBe(1);
    expect(await db.prisma.document.count()).toBe(4);
    expect(await db.prisma.translation.count()).toBe(5);
    expect(await readSitemap({ db }, { part: null })).toMatchObject({
      value: { texts: [{ slug: "nachtzug", locales: ["de", "en"] }, { slug: "nachtzug" }] },
    });
    const article = await readArticle({ db }, { slug: "nachtzug", locale: "EN" });
    expect(article).toMatchObject({
      ok: true,
      value: { locale: "en", languages: [{ locale: "de", isSource: true }, { locale: "en" }] },
    });
    if (article.ok) expect(article.value.snapshot.segments.every((segment) => segment.review)).toBe(true);
    expect(await db.prisma.proposal.count({ where: { state: "open" } })).toBeGreaterThan(3);
    const { id } = await db.prisma.user.findFirstOrThrow({ where: { isAdmin: true } });
    const actor = { kind: "user", userId: id as UserId, isAdmin: true } as const;
    expect(await readHaste({ actor, db, now: () => new Date() })).toEqual([]);
    const last = await db.prisma.decision.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(last.createdAt.getTime()).toBeLessThanOrEqual(Date.now());
  } finally {
    await db.close();
  }
});
