import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { readFeed } from "@/lib/services/publications/read-feed";
import { readSitemap } from "@/lib/services/publications/read-sitemap";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { propose } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

const publish = () => publishTranslation(the.as("editor"), { translationId: the.translationId });
const slug = "der-zug-aus-triest";

it("shows readers the snapshot, and nothing that is decided afterwards, until it is published again", async () => {
  expect(await readArticle(the, { slug, locale: "en" })).toMatchObject({ ok: false });
  await acceptProposal(the.as("editor"), await propose(the, "translator", 1, "It leaves at 3.40 p.m."));
  expect(await publish()).toMatchObject({ ok: true, value: { number: 1, slug, reviewedShare: 0.25 } });
  await acceptProposal(the.as("editor"), await propose(the, "translator", 2, "Nobody ever missed it."));

  const article = await readArticle(the, { slug, locale: "en" });
  expect(article.ok && article.value.snapshot.segments.map((segment) => segment.target[0]?.text)).toEqual([
    "The train from Trieste",
    "It leaves at 3.40 p.m.",
    "Nobody has ever missed it.",
    "The roof is made of glass.",
  ]);
  expect(
    article.ok && article.value.snapshot.segments.map((segment) => segment.review?.approverName ?? null),
  ).toEqual([null, "editor", null, null]);
  expect(await publish()).toMatchObject({ ok: true, value: { number: 2, reviewedShare: 0.5 } });
});

it("refuses to publish unreviewed paragraphs where the project's policy says so", async () => {
  const policy = { ...DEFAULT_POLICY, leastApproved: 100 };
  expect(await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy })).toEqual({
    ok: true,
    value: { number: 1 },
  });
  expect(await publish()).toEqual({ ok: false, error: { code: "unreviewed", count: 2 } });
  for (const index of [0, 3]) {
    const row = await rowAt(the, index);
    await approveSegment(the.as("editor"), {
      segmentId: row.id,
      revisionId: row.revisionId,
      textHash: row.textHash,
    });
  }
  expect(await publish()).toMatchObject({ ok: true, value: { number: 3, reviewedShare: 1 } });
});

it("numbers publications without a gap when two editors publish at once", async () => {
  const results = await Promise.all([publish(), publish(), publish()]);
  const numbers = results.map((result) => (result.ok ? result.value.number : 0)).sort();
  expect(numbers).toEqual([4, 5, 6]);
});

it("takes a withdrawn translation away from every public read", async () => {
  expect(await withdrawPublication(the.as("editor"), { translationId: the.translationId })).toMatchObject({
    ok: true,
  });
  expect(await withdrawPublication(the.as("editor"), { translationId: the.translationId })).toMatchObject({
    error: { code: "not-published" },
  });
  expect(await readSitemap(the, { part: null })).toMatchObject({ value: { texts: [] } });
  expect(await readFeed(the, { locale: "en", archive: null })).toMatchObject({
    error: { code: "not-found" },
  });
  for (const locale of ["en", "de"])
    expect(await readArticle(the, { slug, locale })).toMatchObject({ ok: false });
});

it("never lets a published snapshot be changed", async () => {
  await expect(the.db.pool.query(`UPDATE "Publication" SET "title" = 'x'`)).rejects.toMatchObject({
    code: "GL001",
  });
});
