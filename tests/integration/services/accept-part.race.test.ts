import { afterAll, beforeAll, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { ProposalId } from "@/lib/core/shared/ids";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { check } from "@/tests/fault/check";
import { propose, seen } from "@/tests/support/acts";
import { brokenProposals } from "@/tests/support/proposal-invariants";
import { RACE_ROUNDS as ROUNDS } from "@/tests/support/race-rounds";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const BASE = "The night train to Trieste departs at noon from the old platform under the roof of glass.";
const NEXT = BASE.replace("night", "slow").replace("noon", "midnight").replace("glass", "iron");
const RIVAL = BASE.replace("noon", "midnight").replace("platform", "quay");

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 4 * ROUNDS }, () => ["Der Nachtzug.", BASE] as const));
});
afterAll(() => the.close());

const hunk = (at: number): string[] => [proposalHunks(BASE, NEXT, { locale: "en" }).hunks[at]?.id ?? ""];
const outcome = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? "won" : result.error.code;

it(`lets one of two editors accept a change of a proposal while the other accepts another, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const proposal = await propose(the, "translator", round, NEXT);
    const results = await Promise.all([
      acceptPart(the.as("editor"), { ...proposal, hunks: hunk(0) }),
      acceptPart(the.as("editor2"), { ...proposal, hunks: hunk(1) }),
    ]);
    expect(results.map(outcome).sort()).toEqual(["not-open", "won"]);
    const { targetText, revisionNumber } = await rowAt(the, round);
    const taken = results[0]?.ok ? ["night", "slow"] : ["noon", "midnight"];
    expect({ targetText, revisionNumber }).toEqual({
      targetText: BASE.replace(taken[0] ?? "", taken[1] ?? ""),
      revisionNumber: 2,
    });
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: { currentText: targetText, proposedText: NEXT },
    });
  }
  expect(await brokenProposals(the)).toEqual([]);
});

it(`lets one of two editors win on competing proposals, and brings the other one along, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = ROUNDS + round;
    const [one, two] = [
      await propose(the, "translator", index, NEXT),
      await propose(the, "translator2", index, RIVAL),
    ];
    const results = await Promise.all([
      acceptPart(the.as("editor"), { ...one, hunks: hunk(2) }),
      acceptProposal(the.as("editor2"), two),
    ]);
    expect(results.map(outcome).sort()).toEqual(["changed-meanwhile", "won"]);
    const open = await the.db.prisma.proposal.findMany({
      where: { segmentId: the.segmentIds[index] ?? "", state: "open" },
    });
    const both = NEXT.replace("platform", "quay");
    const expected = results[0]?.ok ? [NEXT, RIVAL.replace("glass", "iron")] : [both];
    expect(open.map(({ targetText }) => targetText).sort()).toEqual([...expected].sort());
    const { revisionId } = await rowAt(the, index);
    expect(open.every(({ baseRevisionId }) => baseRevisionId === revisionId)).toBe(true);
  }
  expect(await brokenProposals(the)).toEqual([]);
});

it(`never approves a text that was rebased between look and click, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = 2 * ROUNDS + round;
    const row = await rowAt(the, index);
    const [mover, target] = [
      await propose(the, "translator", index, NEXT),
      await propose(the, "translator2", index, RIVAL),
    ];
    const [moved, accepted, approved] = await Promise.all([
      acceptPart(the.as("editor"), { ...mover, hunks: hunk(0) }),
      acceptProposal(the.as("editor2"), target),
      approveSegment(the.as("editor2"), {
        segmentId: row.id,
        revisionId: row.revisionId,
        textHash: row.textHash,
      }),
    ]);
    expect([moved, accepted].filter((result) => result.ok)).toHaveLength(1);
    const text = (await rowAt(the, index)).targetText;
    expect(text).toBe(moved.ok ? BASE.replace("night", "slow") : RIVAL);
    expect(approved.ok || approved.error.code === "changed-meanwhile").toBe(true);
    const rest = await the.db.prisma.proposal.findFirstOrThrow({
      where: {
        segmentId: row.id,
        state: "open",
        authorId: the.people[moved.ok ? "translator2" : "translator"],
      },
    });
    const again = await acceptProposal(the.as("editor"), await seen(the, index, rest.id as ProposalId));
    expect(again.ok).toBe(true);
  }
  expect(await brokenProposals(the)).toEqual([]);
});

it(`accepts a part or stores the author's change of it, never a part of words nobody saw, ${ROUNDS} times`, async () => {
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const index = 3 * ROUNDS + round;
    const proposal = await propose(the, "translator", index, NEXT);
    const row = await rowAt(the, index);
    const [part, revised] = await Promise.all([
      acceptPart(the.as("editor"), { ...proposal, hunks: hunk(1) }),
      reviseProposal(the.as("translator"), {
        proposalId: proposal.proposalId,
        version: 1,
        baseRevisionId: row.revisionId,
        targetText: NEXT.replace("midnight", "dawn"),
        comment: "",
        reason: null,
      }),
    ]);
    expect([outcome(part), outcome(revised)].sort()).toEqual(["changed-meanwhile", "won"]);
    tally[part.ok ? "part" : "change"] = (tally[part.ok ? "part" : "change"] ?? 0) + 1;
    const text = (await rowAt(the, index)).targetText;
    expect(text).toBe(part.ok ? BASE.replace("noon", "midnight") : BASE);
  }
  expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(ROUNDS);
  expect(await brokenProposals(the)).toEqual([]);
  expect(await check(the.url)).toEqual([]);
});
