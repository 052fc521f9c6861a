import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { check } from "@/tests/fault/check";
import { propose, taken } from "@/tests/support/acts";
import { RACE_ROUNDS as ROUNDS } from "@/tests/support/race-rounds";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 4 * ROUNDS }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  );
});
afterAll(() => the.close());

/** Reads the tables without any of the services. */
async function brokenInvariants(): Promise<readonly string[]> {
  const ENDS = `('accept', 'accept-part', 'decline', 'withdraw')`;
  const checks: Readonly<Record<string, string>> = {
    "a revision chain forks or has a gap": `
      SELECT "segmentId" FROM "Revision" GROUP BY "segmentId"
      HAVING max("number") <> count(*) OR count(*) FILTER (WHERE "parentId" IS NULL) <> 1`,
    "a segment does not point at its last revision": `
      SELECT s."id" FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
      WHERE r."number" <> (SELECT max("number") FROM "Revision" x WHERE x."segmentId" = s."id")`,
    "a proposal is ended by another number of decisions in force than one, or an open one by any": `
      SELECT p."id" FROM "Proposal" p LEFT JOIN "Decision" d ON d."proposalId" = p."id" AND d."kind"::text IN ${ENDS}
        AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
      WHERE p."state"::text NOT IN ('contained', 'rejoined')
      GROUP BY p."id" HAVING count(d."id") <> (CASE WHEN p."state" = 'open' THEN 0 ELSE 1 END)`,
    "an undo has not exactly one event": `
      SELECT d."id" FROM "Decision" d LEFT JOIN "Event" e ON e."type" = 'decision.undone'
        AND e."subjectId" = d."undoesId"::text
      WHERE d."kind" = 'undo' GROUP BY d."id" HAVING count(e."sequence") <> 1`,
    "an approved segment has no approval in force": `
      SELECT s."id" FROM "Segment" s WHERE s."state" = 'reviewed'
        AND NOT EXISTS (SELECT FROM revision_approvals(s."currentRevisionId"))`,
    "a current text is that of a decision that was taken back": `
      SELECT s."id" FROM "Segment" s JOIN "Decision" d ON d."revisionId" = s."currentRevisionId" AND d."kind" = 'accept'
      JOIN "Decision" u ON u."undoesId" = d."id"`,
  };
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(checks)) {
    const { rowCount } = await the.db.pool.query(sql);
    if (rowCount) broken.push(`${name}: ${rowCount}`);
  }
  return broken;
}

const won = (results: readonly { readonly ok: boolean }[]) => results.filter(({ ok }) => ok).length;

it(`lets a bulk act or a single one decide, never both, ${ROUNDS} times`, async () => {
  const tally = { bulk: 0, single: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const proposal = await propose(the, "translator", round, `Better ${round}.`);
    const many = { kind: "accept", items: [proposal], note: "", idempotencyKey: randomUUID() } as const;
    const [bulk, single] = await Promise.all([
      decideMany(the.as("editor"), many),
      round % 2 === 0
        ? acceptProposal(the.as("editor2"), proposal)
        : declineProposal(the.as("editor2"), { ...proposal, reason: "style" }),
    ]);
    if (!bulk.ok) throw new Error(bulk.error.code);
    expect(bulk.value.done.length + won([single])).toBe(1);
    if (single.ok) {
      expect(bulk.value.left).toEqual([{ id: proposal.proposalId, code: "not-open" }]);
      tally.single++;
    } else tally.bulk++;
  }
  expect(tally.bulk + tally.single).toBe(ROUNDS);
  expect(await brokenInvariants()).toEqual([]);
}, 600_000);

it(`lets an undo or the next decision win, never both, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = ROUNDS + round;
    const first = await acceptProposal(
      the.as("editor"),
      await propose(the, "translator", index, `One ${round}.`),
    );
    const decisionId = taken(first);
    const second = await propose(the, "translator2", index, `Two ${round}.`);
    const [undone, accepted] = await Promise.all([
      undoDecision(the.as("editor"), { decisionId }),
      acceptProposal(the.as("editor2"), second),
    ]);
    expect(won([undone, accepted])).toBe(1);
    const { targetText } = await rowAt(the, index);
    expect(targetText).toBe(undone.ok ? `Sentence ${index}.` : `Two ${round}.`);
    if (!undone.ok) expect(undone.error.code).toBe("moved-on");
  }
  expect(await brokenInvariants()).toEqual([]);
}, 600_000);

it(`undoes once when two ask, and never beside a new proposal of the author, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = 2 * ROUNDS + round;
    const proposal = await propose(the, "translator", index, `Other ${round}.`);
    const declined = await declineProposal(the.as("editor"), { ...proposal, reason: "addition" });
    const decisionId = taken(declined);
    const row = await rowAt(the, index);
    const [one, two, fresh] = await Promise.all([
      undoDecision(the.as("editor"), { decisionId }),
      undoDecision(the.as("admin"), { decisionId }),
      createProposal(the.as("translator"), {
        segmentId: row.id,
        baseRevisionId: row.revisionId,
        targetText: `Third ${round}.`,
        comment: "",
        reason: null,
        idempotencyKey: randomUUID(),
      }),
    ]);
    expect(won([one, two])).toBeLessThanOrEqual(1);
    expect(won([one, two]) + won([fresh])).toBe(1);
    const open = await the.db.prisma.proposal.count({ where: { segmentId: row.id, state: "open" } });
    expect(open).toBe(1);
  }
  expect(await brokenInvariants()).toEqual([]);
}, 600_000);

it(`stores an act once that is sent twice, and asks for changes once, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const proposal = await propose(the, "translator", 3 * ROUNDS + round, `Twice ${round}.`);
    const asked = await Promise.all(
      (["editor", "editor2"] as const).map((by) => requestChanges(the.as(by), { ...proposal, note: "Why?" })),
    );
    expect(won(asked)).toBe(1);
    const many = { kind: "accept", items: [proposal], note: "", idempotencyKey: randomUUID() } as const;
    const [one, two] = await Promise.all([
      decideMany(the.as("editor"), many),
      decideMany(the.as("editor"), many),
    ]);
    expect(one).toEqual(two);
    expect(one.ok && one.value.done).toEqual([proposal.proposalId]);
  }
  expect(await the.db.prisma.event.count({ where: { type: "batch.accept" } })).toBe(2 * ROUNDS);
  expect(await brokenInvariants()).toEqual([]);
}, 600_000);

it("leaves a database in which a program that shares nothing with the services finds nothing wrong", async () => {
  expect(await check(the.url)).toEqual([]);
});
