import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { check } from "@/tests/fault/check";
import { propose } from "@/tests/support/acts";
import { RACE_ROUNDS as ROUNDS } from "@/tests/support/race-rounds";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 4 * ROUNDS }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  );
});
afterAll(() => the.close());

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
  expect(await check(the.url)).toEqual([]);
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
  expect(await check(the.url)).toEqual([]);
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
  expect(await check(the.url)).toEqual([]);
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
  expect(await check(the.url)).toEqual([]);
});
