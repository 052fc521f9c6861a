import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { DecisionId, ProposalId, RevisionId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { listMyProposals } from "@/lib/services/proposals/list-my-proposals";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readDiscussion } from "@/lib/services/threads/read-discussion";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { check } from "@/tests/fault/check";
import { comment, propose, seen, taken } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const LONG = "The old bell of the village rings every day in the tower.";
const LONG_ROWS = [15, 16, 18, 19, 25, 26];
const textOf = (index: number) => (LONG_ROWS.includes(index) ? LONG : `Sentence ${index}.`);
const BETTER = "The new bell of the village rings every day in the church.";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 40 }, (_, i) => [`Satz ${i}.`, textOf(i)] as const));
});
afterAll(() => the.close());

async function accept(index: number, text: string, by: PersonName = "editor") {
  const proposal = await propose(the, "translator", index, text);
  const done = await acceptProposal(the.as(by), proposal);
  return { ...proposal, decisionId: taken(done) };
}

async function decline(index: number, text: string) {
  const proposal = await propose(the, "translator", index, text);
  const done = await declineProposal(the.as("editor"), { ...proposal, reason: "style" });
  return { ...proposal, decisionId: taken(done) };
}

async function approve(index: number, by: PersonName = "editor") {
  const row = await rowAt(the, index);
  const look = { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
  const done = await approveSegment(the.as(by), look);
  return taken(done);
}

const undo = (by: PersonName, decisionId: DecisionId) => undoDecision(the.as(by), { decisionId });

const history = async (index: number) => {
  const detail = await readSegment(the.as("editor"), the.segmentIds[index] as never);
  if (!detail.ok) throw new Error(detail.error.code);
  return detail.value;
};

describe("undoing an acceptance", () => {
  it("brings the text before back as the next revision, with the proposal open on it, and logs one act", async () => {
    const { proposalId, decisionId } = await accept(0, "Sentence zero.");
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true, value: { kind: "accept" } });
    expect(await rowAt(the, 0)).toMatchObject({
      targetText: "Sentence 0.",
      origin: "mt",
      approved: false,
      revisionNumber: 3,
    });
    const { proposals, history: revisions } = await history(0);
    expect(proposals).toMatchObject([
      { id: proposalId, version: 2, conflicted: false, targetText: "Sentence zero." },
    ]);
    expect(revisions.map(({ approverName }) => approverName)).toEqual([null, null, null]);
    const events = await the.db.prisma.event.findMany({ where: { subjectId: decisionId } });
    expect(events.map(({ type }) => type)).toEqual(["decision.undone"]);
  });

  it("lets the proposal be accepted again, whole", async () => {
    const { decisionId, proposalId } = await accept(1, "Sentence one.");
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
    expect(await acceptProposal(the.as("editor2"), await seen(the, 1, proposalId))).toMatchObject({
      ok: true,
    });
    expect(await rowAt(the, 1)).toMatchObject({
      targetText: "Sentence one.",
      approved: true,
      revisionNumber: 4,
    });
  });

  it("gives back the approval that the text before had, with the name of whoever gave it", async () => {
    await approve(2, "editor2");
    const { decisionId } = await accept(2, "Sentence two.");
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
    expect(await rowAt(the, 2)).toMatchObject({
      targetText: "Sentence 2.",
      approved: true,
      revisionNumber: 3,
    });
    expect((await history(2)).history.at(-1)).toMatchObject({ approverName: "editor2" });
  });

  it("keeps the words' writers from approving them after they came back", async () => {
    await accept(3, "Sentence three.");
    const row = await rowAt(the, 3);
    const second = await createProposal(the.as("translator2"), {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText: "Sentence III.",
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    });
    if (!second.ok) throw new Error(second.error.code);
    const done = await acceptProposal(the.as("editor"), await seen(the, 3, second.value.id));
    expect(await undo("editor", taken(done))).toMatchObject({ ok: true });
    const { rows } = await the.db.pool.query<{ userId: string }>(`SELECT * FROM revision_writers($1)`, [
      (await rowAt(the, 3)).revisionId,
    ]);
    expect(rows).toEqual([{ userId: the.people.translator }]);
  });

  it("puts other open proposals back on the text that they were written on", async () => {
    const other = await propose(the, "translator2", 4, "Another four.");
    const { decisionId } = await accept(4, "Sentence four.");
    expect((await history(4)).proposals).toMatchObject([{ conflicted: true }]);
    await undo("editor", decisionId);
    expect(await acceptProposal(the.as("editor"), await seen(the, 4, other.proposalId))).toMatchObject({
      ok: true,
    });
  });

  it("is for the decider and for administrators who wrote none of it", async () => {
    const { decisionId } = await accept(5, "Sentence five.");
    expect(await undo("editor2", decisionId)).toEqual({ ok: false, error: { code: "not-your-decision" } });
    expect(await undo("translator", decisionId)).toEqual({ ok: false, error: { code: "not-allowed" } });
    expect(await undo("stranger", decisionId)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await undo("admin", decisionId)).toMatchObject({ ok: true });
    expect(await undo("admin", decisionId)).toEqual({ ok: false, error: { code: "already-undone" } });
  });

  it("is refused once the paragraph has moved on", async () => {
    const { decisionId } = await accept(6, "Sentence six.");
    await accept(6, "Sentence VI.");
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
  });

  it("is refused while the author has another open proposal for the paragraph", async () => {
    const { decisionId } = await accept(7, "Sentence seven.");
    await propose(the, "translator", 7, "Sentence VII.");
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "author-goes-on" } });
  });

  it("is offered to whoever may do it, and to nobody else", async () => {
    const { decisionId } = await accept(8, "Sentence eight.");
    const offered = async (by: PersonName) => {
      const detail = await readSegment(the.as(by), the.segmentIds[8] as never);
      return detail.ok ? detail.value.undoable.map((one) => one.decisionId) : null;
    };
    expect(await offered("editor")).toEqual([decisionId]);
    expect(await offered("admin")).toEqual([decisionId]);
    expect(await offered("editor2")).toEqual([]);
    expect(await offered("translator")).toEqual([]);
  });
});

describe("undoing the acceptance of a part", () => {
  const takeFirst = async (index: number) => {
    const proposal = await propose(the, "translator", index, BETTER);
    const { hunks } = proposalHunks(LONG, BETTER, { locale: "en" });
    const done = await acceptPart(the.as("editor"), { ...proposal, hunks: [hunks[0]?.id ?? ""] });
    if (!done.ok || !done.value.restId) throw new Error(done.ok ? "no rest" : done.error.code);
    return { ...proposal, ...done.value, restId: done.value.restId };
  };

  it("puts the part back into the proposal, which is whole and open again on the text before", async () => {
    const { decisionId, proposalId, restId } = await takeFirst(15);
    expect((await rowAt(the, 15)).targetText).toBe(LONG.replace("old", "new"));
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true, value: { kind: "accept-part" } });
    expect(await rowAt(the, 15)).toMatchObject({ targetText: LONG, approved: false });
    expect((await history(15)).proposals).toMatchObject([{ id: proposalId, targetText: BETTER }]);
    const rest = await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: restId } });
    expect(rest.state).toBe("rejoined");
    const events = await the.db.prisma.event.findMany({
      where: { subjectId: restId, type: "proposal.rejoined" },
    });
    expect(events.map(({ payload }) => payload)).toMatchObject([{ proposalId }]);
    expect(await acceptProposal(the.as("editor2"), await seen(the, 15, proposalId))).toMatchObject({
      ok: true,
    });
  });

  it("lets a part be accepted again, and again", async () => {
    const first = await takeFirst(18);
    expect(await undo("editor", first.decisionId)).toMatchObject({ ok: true });
    for (let round = 0; round < 2; round++) {
      const { hunks } = proposalHunks(LONG, BETTER, { locale: "en" });
      const proposal = await seen(the, 18, first.proposalId);
      const done = await acceptPart(the.as("editor"), { ...proposal, hunks: [hunks[0]?.id ?? ""] });
      if (!done.ok) throw new Error(done.error.code);
      expect(await undo("editor", done.value.decisionId)).toMatchObject({ ok: true });
    }
    expect(await rowAt(the, 18)).toMatchObject({ targetText: LONG });
    expect(await check(the.url)).toEqual([]);
  });

  it("tells the author nothing of what was left meanwhile, and shows what was said about it", async () => {
    const { decisionId, proposalId, restId } = await takeFirst(19);
    await comment(the, "editor", await seen(the, 19, restId), "Why the church?");
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
    const mine = await listMyProposals(the.as("translator"), 0);
    const ids = mine.ok ? mine.value.items.map(({ id }) => id) : [];
    expect([ids.includes(proposalId), ids.includes(restId)]).toEqual([true, false]);
    expect((await history(19)).decided.map(({ id }) => id)).not.toContain(restId);
    expect((await history(19)).proposals).toMatchObject([{ id: proposalId, comments: 1 }]);
    const said = await readDiscussion(the.as("translator"), proposalId);
    expect(said.ok && said.value.threads[0]?.comments).toMatchObject([{ text: "Why the church?" }]);
  });

  it("goes back step by step: the rest first, then the part", async () => {
    const { decisionId, proposalId, restId } = await takeFirst(25);
    const whole = taken(await acceptProposal(the.as("editor"), await seen(the, 25, restId)));
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
    expect(await undo("editor", whole)).toMatchObject({ ok: true });
    expect((await history(25)).undoable.map((one) => one.decisionId)).toEqual([decisionId]);
    expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
    expect(await rowAt(the, 25)).toMatchObject({ targetText: LONG, approved: false, revisionNumber: 5 });
    expect((await history(25)).proposals).toMatchObject([
      { id: proposalId, targetText: BETTER, conflicted: false },
    ]);
    expect(await check(the.url)).toEqual([]);
  });

  it("is refused once the author has changed the rest", async () => {
    const { decisionId, restId } = await takeFirst(26);
    const { seen: rest } = await seen(the, 26, restId);
    await reviseProposal(the.as("translator"), {
      proposalId: restId,
      version: rest.version,
      baseRevisionId: rest.baseRevisionId,
      targetText: `${BETTER} Always.`,
      comment: "",
      reason: null,
    });
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "moved-on" } });
  });

  it("is refused once the rest was decided", async () => {
    const { decisionId, restId } = await takeFirst(16);
    const rest = await seen(the, 16, restId);
    expect(await declineProposal(the.as("editor2"), { ...rest, reason: "style" })).toMatchObject({
      ok: true,
    });
    expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "decided-since" } });
  });
});

it("opens a proposal again that was closed because the text had it, when the text has it no more", async () => {
  const other = await propose(the, "translator2", 17, "Sentence seventeen.");
  const { decisionId } = await accept(17, "Sentence seventeen.");
  expect(await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: other.proposalId } })).toMatchObject({
    state: "contained",
  });
  expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
  const { proposals } = await history(17);
  expect(proposals.map(({ conflicted, targetText }) => [conflicted, targetText])).toEqual([
    [false, "Sentence seventeen."],
    [false, "Sentence seventeen."],
  ]);
});

it("goes back over two acceptances of two people's words", async () => {
  const one = await accept(27, "Sentence twenty-seven.");
  const two = await propose(the, "translator2", 27, "Sentence XXVII.");
  const last = taken(await acceptProposal(the.as("editor"), two));
  expect(await undo("editor", last)).toMatchObject({ ok: true });
  expect(await undo("editor", one.decisionId)).toMatchObject({ ok: true });
  expect(await rowAt(the, 27)).toMatchObject({ targetText: "Sentence 27.", origin: "mt", approved: false });
  expect((await history(27)).proposals.map(({ id }) => id).sort()).toEqual(
    [one.proposalId, two.proposalId].sort(),
  );
  expect(await check(the.url)).toEqual([]);
});

it("opens the latest of an author's closed proposals again when several were closed by the same text", async () => {
  const { revisionId } = await rowAt(the, 28);
  const words = {
    segmentId: the.segmentIds[28] as never,
    baseRevisionId: revisionId,
    comment: "",
    reason: null,
  };
  const send = async (targetText: string) => {
    const sent = await createProposal(the.as("translator2"), {
      ...words,
      targetText,
      idempotencyKey: randomUUID(),
    });
    if (!sent.ok) throw new Error(sent.error.code);
    return sent.value.id;
  };
  const early = await send("Sentence twenty-eight.");
  const { decisionId } = await accept(28, "Sentence twenty-eight.");
  const late = await send("Sentence twenty-eight.");
  expect(await undo("editor", decisionId)).toMatchObject({ ok: true });
  const after = await the.db.prisma.proposal.findMany({ where: { id: { in: [early, late] } } });
  expect(after.map(({ state }) => state).sort()).toEqual(["contained", "open"]);
  const opened = after.find(({ state }) => state === "open");
  const events = await the.db.prisma.event.findMany({
    where: { type: "proposal.reopened", subjectId: opened?.id ?? "" },
  });
  expect(events.map(({ payload }) => payload)).toMatchObject([{ version: 2 }]);
  expect(await check(the.url)).toEqual([]);
});

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

it("does not take back what readers may have read", async () => {
  const { decisionId } = await accept(30, "Sentence thirty.");
  const published = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  expect(published).toMatchObject({ ok: true });
  expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "published" } });
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
