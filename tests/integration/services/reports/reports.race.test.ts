import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { answerReport, proposeFromReport } from "@/lib/services/reports/answer-report";
import { fileReport } from "@/lib/services/reports/file-report";
import { readReportStatus } from "@/lib/services/reports/read-reports";
import { check } from "@/tests/fault/check";
import { propose } from "@/tests/support/acts";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { forgetLimits, publish, report, waiting } from "@/tests/support/reports";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = Math.ceil(RACE_ROUNDS / 4);

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 4 * ROUNDS + 1 }, (_, i) => [`Satz ${i}.`, `Sentence ${i} is odd.`] as const),
  );
  await publish(the);
});
afterAll(() => the.close());

const about = (index: number, input = {}) =>
  report({
    slug: "satz-0",
    anchor: `p-${index + 1}`,
    passage: `Sentence ${index}`,
    wording: `Clause ${index}`,
    ...input,
  });
const codes = (results: readonly ({ ok: true } | { ok: false; error: { code: string } })[]) =>
  results.map((result) => (result.ok ? "ok" : result.error.code)).sort();

it(`makes one report of the same words that two readers send at once, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const both = await Promise.all([
      fileReport(the.as(null), about(round)),
      fileReport(the.as(null), about(round)),
    ]);
    const known = both.map((done) => done.ok && done.value.wasKnown).sort();
    expect(known).toEqual([false, true]);
    if (round % 5 === 4) await forgetLimits(the);
  }
  const { rows } = await the.db.pool.query(
    `SELECT count(*)::int AS "reports", count(DISTINCT "proposalId")::int AS "proposals",
            (SELECT count(*)::int FROM "ReportReceipt") AS "receipts" FROM "Report"`,
  );
  expect(rows).toEqual([{ reports: ROUNDS, proposals: ROUNDS, receipts: 2 * ROUNDS }]);
});

it(`loses no report while its row is decided on, ${ROUNDS} times`, async () => {
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const index = ROUNDS + round;
    const proposal = await propose(the, "translator", index, `Sentence ${index} is even.`);
    const [accepted, filed] = await Promise.all([
      acceptProposal(the.as("editor"), proposal),
      fileReport(the.as("reader"), about(index)),
    ]);
    expect(codes([accepted, filed])).toEqual(["ok", "ok"]);
    const [open] = await the.db.prisma.proposal.findMany({
      where: { segmentId: the.segmentIds[index] ?? "", state: "open" },
    });
    // whichever came first: the reader's words stand on the text that the editor accepted
    expect(open?.targetText).toBe(`Clause ${index} is even.`);
    expect(open?.baseRevisionId).toBe((await rowAt(the, index)).revisionId);
    const cause = open?.versionCause ?? "";
    tally[cause] = (tally[cause] ?? 0) + 1;
    if (round % 5 === 4) await forgetLimits(the);
  }
  expect(tally).toEqual({ rebased: ROUNDS });
  expect(await check(the.url)).toEqual([]);
});

it(`takes a report on what was just being published anew, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = 2 * ROUNDS + round;
    const [published, filed] = await Promise.all([
      publishTranslation(the.as("editor"), { translationId: the.translationId }),
      fileReport(the.as("reader"), about(index)),
    ]);
    expect(codes([published, filed])).toEqual(["ok", "ok"]);
    if (round % 5 === 4) await forgetLimits(the);
  }
  expect(await check(the.url)).toEqual([]);
});

it(`gives a report one answer when two people answer it and two take it up, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = 3 * ROUNDS + round;
    const filed = await fileReport(the.as("reader"), about(index, { wording: "", remark: "Odd." }));
    const [waits] = await waiting(the);
    if (!waits || !filed.ok) throw new Error("nothing waits");
    const [reportId, baseRevisionId] = [waits.id, waits.currentRevisionId];
    const text = (by: string) => ({ reportId, baseRevisionId, targetText: `${by} ${index}.` });
    const results = await Promise.all([
      answerReport(the.as("editor"), { reportId, state: "answered", answer: "Thank you." }),
      answerReport(the.as("editor2"), { reportId, state: "declined", answer: "It is not." }),
      proposeFromReport(the.as("translator"), text("Mine")),
      proposeFromReport(the.as("translator2"), text("Ours")),
    ]);
    expect(codes(results)).toEqual(["ok", "settled-meanwhile", "settled-meanwhile", "settled-meanwhile"]);
    expect(await waiting(the)).toEqual([]);
    if (round % 5 === 4) await forgetLimits(the);
  }
  expect(await check(the.url)).toEqual([]);
});

it("tells a reader one outcome when their proposal is declined and answered to at once", async () => {
  const index = 4 * ROUNDS;
  const filed = await fileReport(the.as("reader"), about(index));
  if (!filed.ok) throw new Error(filed.error.code);
  const { rows } = await the.db.pool.query(
    `SELECT r."id", p."id" AS "proposalId", p."textHash", p."baseRevisionId" FROM "Report" r
     JOIN "Proposal" p ON p."id" = r."proposalId" WHERE r."anchor" = $1`,
    [`p-${index + 1}`],
  );
  const { id, proposalId, ...seen } = rows[0];
  const results = await Promise.all([
    declineProposal(the.as("editor"), {
      proposalId,
      seen: { version: 1, ...seen },
      reason: "style",
      note: "",
    }),
    answerReport(the.as("editor2"), { reportId: id, state: "answered", answer: "Thank you." }),
  ]);
  expect(codes(results)).toEqual(["ok", "settled-meanwhile"]);
  const status = await readReportStatus(the, filed.value.token);
  expect(status).toMatchObject({ value: { outcome: "declined", declineReason: "style" } });
});
