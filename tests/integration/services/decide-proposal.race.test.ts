import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { propose } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 100;

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 4 * ROUNDS }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  );
});
afterAll(() => the.close());

/** Reads the tables without any of the services: chains without gap or fork, one decision and one event per end. */
async function brokenInvariants(): Promise<readonly string[]> {
  const checks: Readonly<Record<string, string>> = {
    "a revision chain forks or has a gap": `
      SELECT "segmentId" FROM "Revision" GROUP BY "segmentId"
      HAVING max("number") <> count(*) OR count(DISTINCT "number") <> count(*)
             OR count(*) FILTER (WHERE "parentId" IS NULL) <> 1`,
    "a segment does not point at its last revision": `
      SELECT s."id" FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
      WHERE r."number" <> (SELECT max("number") FROM "Revision" x WHERE x."segmentId" = s."id")`,
    "an ended proposal has not exactly one decision": `
      SELECT p."id" FROM "Proposal" p LEFT JOIN "Decision" d ON d."proposalId" = p."id"
      GROUP BY p."id" HAVING count(d."id") <> (CASE WHEN p."state" = 'open' THEN 0 ELSE 1 END)`,
    "an ended proposal has not exactly one event of its end": `
      SELECT p."id" FROM "Proposal" p LEFT JOIN "Event" e ON e."subjectId" = p."id"::text
        AND e."type" IN ('proposal.accepted', 'proposal.declined', 'proposal.withdrawn')
      GROUP BY p."id" HAVING count(e."sequence") <> (CASE WHEN p."state" = 'open' THEN 0 ELSE 1 END)`,
    "an accepted proposal has not exactly one revision with its text": `
      SELECT p."id" FROM "Proposal" p LEFT JOIN "Revision" r ON r."proposalId" = p."id" AND r."textHash" = p."textHash"
      GROUP BY p."id" HAVING count(r."id") <> (CASE WHEN p."state" = 'accepted' THEN 1 ELSE 0 END)`,
    "somebody decided on their own words": `
      SELECT d."id" FROM "Decision" d JOIN "ProposalContributor" c ON c."proposalId" = d."proposalId"
      WHERE d."kind" <> 'withdraw' AND c."userId" = d."actorId"`,
    "a segment was approved twice as it stands": `
      SELECT "segmentId" FROM "Decision" WHERE "kind" = 'approve' GROUP BY "segmentId", "revisionId" HAVING count(*) > 1`,
  };
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(checks)) {
    const { rowCount } = await the.db.pool.query(sql);
    if (rowCount) broken.push(`${name}: ${rowCount}`);
  }
  return broken;
}

const outcome = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? "won" : result.error.code;

it(`lets exactly one of two editors accept one proposal, ${ROUNDS} times`, async () => {
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const proposal = await propose(the, "translator", round, `Better ${round}.`);
    const outcomes = (
      await Promise.all([
        acceptProposal(the.as("editor"), proposal),
        acceptProposal(the.as("editor2"), proposal),
      ])
    ).map(outcome);
    expect(outcomes.filter((o) => o === "won")).toHaveLength(1);
    for (const o of outcomes) tally[o] = (tally[o] ?? 0) + 1;
    expect((await rowAt(the, round)).revisionNumber).toBe(2);
  }
  expect(tally).toEqual({ won: ROUNDS, "not-open": ROUNDS });
  expect(await brokenInvariants()).toEqual([]);
});

it(`lets exactly one of two proposals of one segment win, ${ROUNDS} times, and keeps the other readable`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = ROUNDS + round;
    const [one, two] = [
      await propose(the, "translator", index, `One ${round}.`),
      await propose(the, "translator2", index, `Two ${round}.`),
    ];
    const results = await Promise.all([
      acceptProposal(the.as("editor"), one),
      acceptProposal(the.as("editor2"), two),
    ]);
    expect(results.map(outcome).sort()).toEqual(["conflict", "won"]);
    const current = (await rowAt(the, index)).targetText;
    const lost = results.find((result) => !result.ok);
    expect(lost).toMatchObject({ error: { currentText: current } });
    const open = await the.db.prisma.proposal.findMany({
      where: { segmentId: the.segmentIds[index] ?? "", state: "open" },
    });
    expect(open.map((p) => p.targetText)).toEqual([
      current === `One ${round}.` ? `Two ${round}.` : `One ${round}.`,
    ]);
  }
  expect(await brokenInvariants()).toEqual([]);
});

it("gives one outcome when accept, decline, withdraw and revise meet on one proposal", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = 2 * ROUNDS + round;
    const proposal = await propose(the, "translator", index, `Contested ${round}.`);
    const row = await rowAt(the, index);
    const results = await Promise.all([
      acceptProposal(the.as("editor"), proposal),
      declineProposal(the.as("editor2"), { ...proposal, note: "Not like this." }),
      withdrawProposal(the.as("translator"), { proposalId: proposal.proposalId, version: 1 }),
      reviseProposal(the.as("translator"), {
        proposalId: proposal.proposalId,
        version: 1,
        baseRevisionId: row.revisionId,
        targetText: `Revised ${round}.`,
        comment: "",
        reason: null,
      }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  }
  expect(await brokenInvariants()).toEqual([]);
});

it("approves a text as it stands once, or accepts the proposal on it, never both on one revision", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = 3 * ROUNDS + round;
    const row = await rowAt(the, index);
    const look = { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
    const proposal = await propose(the, "translator", index, `Corrected ${round}.`);
    const [first, second, accepted] = await Promise.all([
      approveSegment(the.as("editor"), look),
      approveSegment(the.as("editor2"), look),
      acceptProposal(the.as("editor2"), proposal),
    ]);
    expect([first, second].filter((result) => result.ok).length).toBeLessThanOrEqual(1);
    expect(accepted.ok || accepted.error.code === "conflict").toBe(true);
  }
  expect(await brokenInvariants()).toEqual([]);
});
