import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProposalId, RevisionId } from "@/lib/core/shared/ids";
import { declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { listMyProposals } from "@/lib/services/proposals/list-my-proposals";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { propose, taken } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { undoable } from "@/tests/support/undoable";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 40 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
});
afterAll(() => the.close());
const { accept, decline, approve, undo } = undoable(() => the);

describe("undoing a decline", () => {
  it("opens the proposal again without the reason, and a late decision on the version before does nothing", async () => {
    const { decisionId, proposalId, seen: before } = await decline(10, "Sentence ten.");
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true, value: { kind: "decline" } });
    expect(await declineProposal(the.as("editor"), { proposalId, seen: before, note: "late" })).toMatchObject(
      {
        error: { code: "changed-meanwhile" },
      },
    );
    const row = await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(row).toMatchObject({
      state: "open",
      version: 2,
      decisionReason: null,
      decisionNote: null,
      decidedById: null,
    });
  });

  it("is refused after the author has proposed something else", async () => {
    const { decisionId } = await decline(11, "Sentence eleven.");
    await propose(the, "translator", 11, "Sentence XI.");
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "author-goes-on" } });
  });
});

describe("undoing an approval", () => {
  it("leaves the text and takes the approval away, so that somebody may approve it again", async () => {
    const decisionId = await approve(12);
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true, value: { kind: "approve" } });
    expect(await rowAt(the, 12)).toMatchObject({ approved: false, revisionNumber: 1 });
    await approve(12, "editor2");
    expect(await rowAt(the, 12)).toMatchObject({ approved: true });
  });

  it("is refused once a proposal on the text was accepted", async () => {
    const decisionId = await approve(13);
    await accept(13, "Sentence thirteen.");
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
  });
});

describe("requesting changes", () => {
  const request = async (index: number) => {
    const proposal = await propose(the, "translator", index, `Sentence no. ${index}.`);
    const done = await requestChanges(the.as("editor"), { ...proposal, note: "Please keep the article." });
    return { ...proposal, decisionId: taken(done) };
  };
  const isQueued = async (proposalId: ProposalId) => {
    const queue = await listOpenQueue(the.as("editor"), 0);
    return queue.ok && queue.value.items.some(({ id }) => id === proposalId);
  };

  it("needs words, and takes the proposal out of the queue until its author sends another version", async () => {
    const proposal = await propose(the, "translator", 20, "Sentence twenty.");
    expect(await requestChanges(the.as("editor"), { ...proposal, note: " " })).toEqual({
      ok: false,
      error: { code: "reason-required" },
    });
    expect(await requestChanges(the.as("editor"), { ...proposal, note: "Which twenty?" })).toMatchObject({
      ok: true,
    });
    expect(await isQueued(proposal.proposalId)).toBe(false);
    const mine = await listMyProposals(the.as("translator"), 0);
    expect(mine.ok && mine.value.items.find(({ id }) => id === proposal.proposalId)).toMatchObject({
      state: "open",
      request: { name: "editor", note: "Which twenty?" },
    });
    const row = await rowAt(the, 20);
    await reviseProposal(the.as("translator"), {
      proposalId: proposal.proposalId,
      version: 1,
      baseRevisionId: row.revisionId as RevisionId,
      targetText: "Sentence number twenty.",
      comment: "",
      reason: null,
    });
    expect(await isQueued(proposal.proposalId)).toBe(true);
  });

  it("is done once, not by the author, and not on what was not seen", async () => {
    const { proposalId, seen: look } = await request(21);
    const again = { proposalId, seen: look, note: "Again." };
    expect(await requestChanges(the.as("editor2"), again)).toMatchObject({
      error: { code: "already-requested" },
    });
    const other = await propose(the, "editor", 22, "Mine.");
    expect(await requestChanges(the.as("editor"), { ...other, note: "Hm." })).toMatchObject({
      error: { code: "own-words" },
    });
    const stale = { ...other, seen: { ...other.seen, version: 2 }, note: "Hm." };
    expect(await requestChanges(the.as("editor2"), stale)).toMatchObject({
      error: { code: "changed-meanwhile" },
    });
  });

  it("can be taken back until the author has answered", async () => {
    const first = await request(23);
    expect(await undo("editor", first.decisionId)).toMatchObject({
      ok: true,
      value: { kind: "request_changes" },
    });
    expect(await isQueued(first.proposalId)).toBe(true);
    const second = await request(24);
    await reviseProposal(the.as("translator"), {
      proposalId: second.proposalId,
      version: 1,
      baseRevisionId: (await rowAt(the, 24)).revisionId,
      targetText: "Another 24.",
      comment: "",
      reason: null,
    });
    expect(await undo("editor", second.decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
  });
});

it("stores the reason of a decline as a code beside the words, and demands words for “other” alone", async () => {
  const proposal = await propose(the, "translator", 31, "Sentence 31, perhaps.");
  expect(await declineProposal(the.as("editor"), { ...proposal, reason: "other" })).toMatchObject({
    error: { code: "reason-required" },
  });
  expect(await declineProposal(the.as("editor"), { ...proposal, reason: "terminology" })).toMatchObject({
    ok: true,
  });
  const stored = await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: proposal.proposalId } });
  expect(stored).toMatchObject({ decisionReason: "terminology", decisionNote: null });
});
