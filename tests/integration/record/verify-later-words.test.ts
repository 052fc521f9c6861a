import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { check } from "@/tests/fault/check";
import { comment, propose, seen, taken } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

async function revise(index: number, proposalId: ProposalId, targetText: string) {
  const { seen: saw } = await seen(the, index, proposalId);
  const { version, baseRevisionId } = saw;
  const change = { proposalId, version, baseRevisionId, targetText, comment: "", reason: null };
  expect(await reviseProposal(the.as("translator"), change)).toMatchObject({ ok: true });
}

async function edit(index: number, proposalId: ProposalId, targetText: string) {
  const { revisionId: currentRevisionId } = await rowAt(the, index);
  const { seen: saw } = await seen(the, index, proposalId);
  const change = { proposalId, seen: saw, currentRevisionId, targetText };
  expect(await editProposal(the.as("editor"), change)).toMatchObject({ value: { outcome: "waits" } });
}

async function expectNothingWrong() {
  expect((await verifyInstallation(the.db.pool)).findings).toEqual([]);
  expect(await check(the.url)).toEqual([]);
}

it("finds nothing wrong with an editor who asks for changes, and later writes in the new version", async () => {
  const proposal = await propose(the, "translator", 0, "A train from Trieste");
  taken(await requestChanges(the.as("editor"), { ...proposal, note: "Keep the article." }));
  await revise(0, proposal.proposalId, "The fast train from Trieste");
  await edit(0, proposal.proposalId, "The night train from Trieste");
  await expectNothingWrong();
});

it("finds nothing wrong with an editor who asks for changes, and then makes them", async () => {
  const proposal = await propose(the, "translator", 2, "It smelt of wax and of paper.");
  taken(await requestChanges(the.as("editor"), { ...proposal, note: "One “of” too many." }));
  await edit(2, proposal.proposalId, "It smelt of wax and old paper.");
  await expectNothingWrong();
});

it("finds nothing wrong with an editor who accepts, takes it back, and then writes in it", async () => {
  const proposal = await propose(the, "translator", 1, "It leaves at 3.40 p.m.");
  const decisionId = taken(await acceptProposal(the.as("editor"), proposal));
  expect(await undoDecision(the.as("editor"), { decisionId })).toMatchObject({ ok: true });
  await edit(1, proposal.proposalId, "It leaves at 3.40 in the afternoon.");
  await expectNothingWrong();
  const second = await seen(the, 1, proposal.proposalId);
  expect(await acceptProposal(the.as("editor2"), second)).toMatchObject({ ok: true });
  await expectNothingWrong();
});

it("finds nothing wrong with an author who takes over what the editor had suggested in a comment", async () => {
  const proposal = await propose(the, "translator", 3, "The roof is of glass.");
  const { proposalId } = proposal;
  taken(await requestChanges(the.as("editor"), { ...proposal, note: "See my comment." }));
  const text = "Better: The roof is all of glass.";
  await comment(the, "editor", proposal, text);
  await revise(3, proposalId, "The roof is all of glass.");
  const contributor = { proposalId, userId: the.people.editor };
  expect(await the.db.prisma.proposalContributor.count({ where: contributor })).toBe(1);
  await expectNothingWrong();
});

it("goes on finding a decision on words that were the decider's at that time", async () => {
  const client = await the.db.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      `UPDATE "Decision" d SET "actorId" = $1 WHERE "kind" = 'accept'
         AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")`,
      [the.people.editor],
    );
    const found = (await verifyInstallation(client)).findings.map(({ code }) => code);
    expect(found).toContain("decided-own-words");
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});
