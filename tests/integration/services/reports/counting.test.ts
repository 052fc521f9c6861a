import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { TranslationId } from "@/lib/core/shared/ids";
import { declineProposal } from "@/lib/services/proposals/decide-proposal";
import { forgetAttempts } from "@/lib/services/rate-limit";
import { countReport, FREE_REPORTS, household } from "@/lib/services/reports/count-report";
import { fileReport, WAITING_LIMIT } from "@/lib/services/reports/file-report";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { filed, onlyItem, publish, queued, report, statusOf, waiting } from "@/tests/support/reports";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  await the?.close();
  the = await scenario();
  await publish(the);
});
afterAll(() => the.close());

describe("counting", () => {
  it("forgets from where reports came as soon as the count is over", async () => {
    await fileReport(the.as(null), report({ networkAddress: "192.0.2.77" }));
    const counts = () => the.db.pool.query(`SELECT 1 FROM "RateLimit" WHERE "key" LIKE '%192.0.2.77'`);
    const at = (seconds: number) => ({ db: the.db, now: () => new Date(Date.now() + seconds * 1_000) });
    await forgetAttempts(at(FREE_REPORTS.seconds - 30));
    expect((await counts()).rowCount).toBe(2); // of attempts, and of what was taken
    expect(await forgetAttempts(at(FREE_REPORTS.seconds + 1))).toBeGreaterThan(0);
    expect((await counts()).rowCount).toBe(0);
  });

  it("stores the same thing once, and tells both readers what became of it", async () => {
    const first = await filed(the, null, { remark: "Nobody says that." });
    const second = await filed(the, null, { remark: "  nobody says THAT.", wording: "3.40 p.m. " });
    expect(second).toMatchObject({ wasKnown: true });
    expect(second.token).not.toBe(first.token);
    const proposal = await onlyItem(the);
    await declineProposal(the.as("editor"), { ...proposal, reason: "no-improvement" });
    for (const { token } of [first, second])
      expect(await statusOf(the, token)).toMatchObject({ outcome: "declined" });
    expect(
      await statusOf(the, (await filed(the, null, { remark: "Nobody says that." })).token),
    ).toMatchObject({
      outcome: "declined",
    });
    expect(await queued(the)).toEqual([]);
  });

  it("counts per network address in the database, and says when the next report is free", async () => {
    const from = (networkAddress: string, at: number) =>
      fileReport(the.as(null), report({ networkAddress, remark: `Number ${at}` }));
    const answers = await Promise.all(
      Array.from({ length: FREE_REPORTS.address + 4 }, (_, at) => from(`2001:db8:1:2::${at}`, at)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(FREE_REPORTS.address);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: "too-many-attempts" } });
    expect(await from("192.0.2.7", 99)).toMatchObject({ ok: true });
  });

  it("has a limit of what may wait on one article, and takes no more from nobody known", async () => {
    await the.db.pool.query(
      `INSERT INTO "Report" ("translationId", "publicationId", "segmentId", "anchor", "passage", "remark", "wording",
                             "contentHash")
       SELECT t."id", t."publicationId", $1, 'p-1', '', 'x', '', n::text
       FROM "Translation" t, generate_series(1, $2) n WHERE t."id" = $3`,
      [the.segmentIds[0], WAITING_LIMIT, the.translationId],
    );
    expect(await fileReport(the.as(null), report())).toEqual({
      ok: false,
      error: { code: "too-many-waiting" },
    });
    expect(await fileReport(the.as("reader"), report())).toMatchObject({ ok: true });
  });

  it("gives one form that is sent twice one receipt, and counts its reader once", async () => {
    const form = report({ wording: "", remark: "Odd." });
    const rounds = Math.ceil(RACE_ROUNDS / 4);
    for (let round = 0; round < rounds; round++) {
      const both = await Promise.all([fileReport(the.as(null), form), fileReport(the.as(null), form)]);
      for (const done of both) expect(done).toMatchObject({ ok: true, value: { token: form.receiptToken } });
    }
    expect(await waiting(the)).toMatchObject([{ remark: "Odd.", readers: 1 }]);
    // somebody else, who says the same
    await filed(the, null, { wording: "", remark: "Odd." });
    expect(await waiting(the)).toMatchObject([{ remark: "Odd.", readers: 2 }]);
  });

  it("shows the first receipt even to somebody who may report no more", async () => {
    const from = (remark: string) => report({ networkAddress: "192.0.2.8", wording: "", remark });
    const forms = Array.from({ length: FREE_REPORTS.address }, (_, at) => from(`Number ${at}`));
    for (const form of forms) expect((await fileReport(the.as(null), form)).ok).toBe(true);
    expect(await fileReport(the.as(null), from("One more"))).toMatchObject({
      error: { code: "too-many-attempts" },
    });
    const first = forms[0] ?? from("");
    expect(await fileReport(the.as(null), first)).toMatchObject({ value: { token: first.receiptToken } });
  });

  it("where no address is known closes one article to nobody known, and nothing else to anybody", async () => {
    for (let at = 0; at < FREE_REPORTS.article; at++)
      await filed(the, null, { wording: "", remark: `${at}` });
    expect(await fileReport(the.as(null), report())).toMatchObject({
      error: { code: "article-busy", retryInSeconds: expect.any(Number) },
    });
    expect(await fileReport(the.as("reader"), report())).toMatchObject({ ok: true });
    expect(await fileReport(the.as(null), report({ networkAddress: "192.0.2.9" }))).toMatchObject({
      ok: true,
    });
    const other = { userId: null, networkAddress: null, translationId: randomUUID() as TranslationId };
    expect(await countReport({ db: the.db }, other)).toMatchObject({ ok: true });
  });

  it("takes no more than the fence of all together from nobody known, over however many articles", async () => {
    const from = () =>
      countReport(
        { db: the.db },
        { userId: null, networkAddress: null, translationId: randomUUID() as TranslationId },
      );
    for (let at = 0; at < FREE_REPORTS.all; at += 20) {
      const twenty = await Promise.all(Array.from({ length: 20 }, from));
      expect(twenty.every(({ ok }) => ok)).toBe(true);
    }
    expect(await from()).toMatchObject({ error: { code: "article-busy" } });
  });

  it.each([
    ["2001:db8:1:2:3::7", "2001:db8:1:2"],
    ["2001:DB8::1", "2001:db8:0:0"],
    ["fe80::", "fe80:0:0:0"],
    ["::ffff:192.0.2.7", "::ffff:192.0.2.7"],
    ["::ffff:c000:207", "ffff:c000:207"],
    ["192.0.2.7", "192.0.2.7"],
  ])("takes %s for the household %s", (address, expected) => {
    expect(household(address)).toBe(expected);
  });

  it("counts somebody who is signed in by their account, wherever they are", async () => {
    for (let at = 0; at < FREE_REPORTS.user; at++)
      await filed(the, "reader", { wording: "", remark: `${at}`, networkAddress: `192.0.2.${at}` });
    expect(await fileReport(the.as("reader"), report())).toMatchObject({
      error: { code: "too-many-attempts" },
    });
    expect(await fileReport(the.as("translator"), report())).toMatchObject({ ok: true });
  });

  it("refuses endless attempts before it reads an article for them, whatever they say", async () => {
    const attempt = () => fileReport(the.as(null), report({ networkAddress: "192.0.2.1", anchor: "p-99" }));
    const answers = await Promise.all(Array.from({ length: 10 * FREE_REPORTS.address + 3 }, attempt));
    const codes = answers.map((answer) => (answer.ok ? "ok" : answer.error.code)).sort();
    expect(codes).toEqual([
      ...Array.from({ length: 10 * FREE_REPORTS.address }, () => "not-found"),
      ...Array.from({ length: 3 }, () => "too-many-attempts"),
    ]);
  });
});
