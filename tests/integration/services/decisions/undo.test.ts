import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { check } from "@/tests/fault/check";
import { propose, seen, taken } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { undoable } from "@/tests/support/undoable";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 40 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
});
afterAll(() => the.close());
const { accept, approve, undo, history } = undoable(() => the);

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

it("does not take back what readers may have read", async () => {
  const { decisionId } = await accept(30, "Sentence thirty.");
  const published = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  expect(published).toMatchObject({ ok: true });
  expect(await undo("editor", decisionId)).toEqual({ ok: false, error: { code: "published" } });
});
