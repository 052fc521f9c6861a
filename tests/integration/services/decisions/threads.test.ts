import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalId, RevisionId } from "@/lib/core/shared/ids";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { listMyMentions, markMentionsSeen } from "@/lib/services/threads/mentions";
import { readDiscussion } from "@/lib/services/threads/read-discussion";
import { settleThread } from "@/lib/services/threads/settle-thread";
import { addComment, openThread } from "@/lib/services/threads/write-comment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { comment, propose } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 20 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
});
afterAll(() => the.close());

const about = async (proposalId: ProposalId, by: PersonName = "translator") => {
  const read = await readDiscussion(the.as(by), proposalId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

it("keeps a conversation about a proposal, changes nothing about it, and counts it", async () => {
  const proposal = await propose(the, "translator", 0, "Sentence zero.");
  const threadId = await comment(the, "editor", proposal, "Why not a numeral?");
  const answer = { threadId, text: "House style.", idempotencyKey: randomUUID() };
  expect(await addComment(the.as("translator"), answer)).toMatchObject({ ok: true });
  expect(await addComment(the.as("translator"), answer)).toMatchObject({ ok: true });
  const { threads, mayWrite } = await about(proposal.proposalId);
  expect(mayWrite).toBe(true);
  expect(threads.map(({ comments }) => comments.map(({ text, mine }) => [text, mine]))).toEqual([
    [
      ["Why not a numeral?", false],
      ["House style.", true],
    ],
  ]);
  const detail = await readSegment(the.as("editor"), the.segmentIds[0] as never);
  expect(detail.ok && detail.value.proposals).toMatchObject([{ version: 1, comments: 2, decidable: true }]);
  expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ ok: true });
});

it("ties a thread to words, follows them through new versions, and keeps their quote when they are gone", async () => {
  const { proposalId } = await propose(the, "translator", 1, "A very fine sentence one.");
  const row = await rowAt(the, 1);
  const opened = await openThread(the.as("editor"), {
    proposalId,
    version: 1,
    anchor: { side: "proposed", revisionId: row.revisionId, from: 7, to: 11 },
    text: "Rather “good”?",
    idempotencyKey: randomUUID(),
  });
  expect(opened).toMatchObject({ ok: true });
  const revise = (version: number, targetText: string) =>
    reviseProposal(the.as("translator"), {
      proposalId,
      version,
      baseRevisionId: row.revisionId as RevisionId,
      targetText,
      comment: "",
      reason: null,
    });
  const anchor = async () => (await about(proposalId)).threads[0]?.anchor;
  expect(await anchor()).toEqual({
    side: "proposed",
    quote: "fine",
    standing: { kind: "here", from: 7, to: 11 },
  });
  await revise(1, "Here is a very fine sentence one.");
  expect(await anchor()).toMatchObject({ standing: { kind: "here", from: 15, to: 19 } });
  await revise(2, "Here is a very good sentence one.");
  expect(await anchor()).toEqual({ side: "proposed", quote: "fine", standing: { kind: "earlier" } });
});

it("ties a thread to words of the source or of the current text, and gives both to mark words in", async () => {
  const { proposalId } = await propose(the, "translator", 8, "Sentence number eight.");
  const row = await rowAt(the, 8);
  const begin = (side: "source" | "current", from: number, to: number) =>
    openThread(the.as("editor"), {
      proposalId,
      version: 1,
      anchor: { side, revisionId: row.revisionId, from, to },
      text: "These words.",
      idempotencyKey: randomUUID(),
    });
  expect(await begin("source", 0, 4)).toMatchObject({ ok: true });
  expect(await begin("current", 9, 10)).toMatchObject({ ok: true });
  expect(await begin("source", 0, 99)).toMatchObject({ error: { code: "changed-meanwhile" } });
  const { threads, texts } = await about(proposalId);
  expect(threads.map(({ anchor }) => [anchor?.side, anchor?.quote, anchor?.standing.kind])).toEqual([
    ["source", "Satz", "here"],
    ["current", "8", "here"],
  ]);
  expect(texts).toEqual({
    current: { text: "Sentence 8.", revisionId: row.revisionId },
    source: { text: "Satz 8.", locale: "de" },
  });
});

it("refuses a passage that the text does not have, and one of a version that was not seen", async () => {
  const { proposalId } = await propose(the, "translator", 2, "Two 🚂 words.");
  const row = await rowAt(the, 2);
  const begin = (version: number, from: number, to: number) =>
    openThread(the.as("editor"), {
      proposalId,
      version,
      anchor: { side: "proposed", revisionId: row.revisionId, from, to },
      text: "Hm.",
      idempotencyKey: randomUUID(),
    });
  for (const [from, to] of [
    [0, 99],
    [3, 3],
    [5, 2],
    [4, 5],
  ] as const) {
    expect(await begin(1, from, to)).toMatchObject({ error: { code: "changed-meanwhile" } });
  }
  expect(await begin(2, 0, 3)).toMatchObject({ error: { code: "changed-meanwhile" } });
  expect(await begin(1, 4, 6)).toMatchObject({ ok: true });
});

it("resolves a thread and opens it again, once each, with an event", async () => {
  const proposal = await propose(the, "translator", 3, "Sentence three.");
  const threadId = await comment(the, "editor", proposal, "Three or 3?");
  expect(await settleThread(the.as("translator"), { threadId, resolved: true })).toEqual({
    ok: true,
    value: null,
  });
  expect(await settleThread(the.as("editor"), { threadId, resolved: true })).toMatchObject({
    error: { code: "changed-meanwhile" },
  });
  expect((await about(proposal.proposalId)).threads).toMatchObject([{ resolvedBy: "translator" }]);
  expect(await settleThread(the.as("editor"), { threadId, resolved: false })).toMatchObject({ ok: true });
  const events = await the.db.prisma.event.findMany({ where: { subjectId: threadId } });
  expect(events.map(({ type }) => type).sort()).toEqual(["thread.reopened", "thread.resolved"]);
});

it("tells people who are named, until they have read it, and nobody who may not read it", async () => {
  const proposal = await propose(the, "translator", 4, "Sentence four.");
  await comment(the, "editor", proposal, "@translator2 and @stranger, what do you say? @editor");
  const mentions = async (by: PersonName) => {
    const listed = await listMyMentions(the.as(by));
    return listed.ok ? listed.value.map(({ text, isNew }) => [text.slice(0, 12), isNew]) : null;
  };
  expect(await mentions("translator2")).toEqual([["@translator2", true]]);
  for (const other of ["stranger", "editor", "translator"] as const)
    expect(await mentions(other)).toEqual([]);
  expect(await markMentionsSeen(the.as("translator2"), proposal)).toEqual({ ok: true, value: { seen: 1 } });
  expect(await mentions("translator2")).toEqual([["@translator2", false]]);
});

it("stores hostile text as it was sent, and refuses what cannot be text", async () => {
  const proposal = await propose(the, "translator", 5, "Sentence five.");
  const hostile = '<img src=x onerror=alert(1)> \u202Eevil\u202C {{count}} \'; DROP TABLE "Comment"; --';
  await comment(the, "editor", proposal, hostile);
  expect((await about(proposal.proposalId)).threads[0]?.comments[0]?.text).toBe(hostile);
  for (const [text, code] of [
    ["a\0b", "nul"],
    ["\ud800", "lone-surrogate"],
    [" \u200b ", "empty"],
    ["x".repeat(5_001), "too-long"],
  ] as const) {
    const input = {
      proposalId: proposal.proposalId,
      version: 1,
      anchor: null,
      text,
      idempotencyKey: randomUUID(),
    };
    expect(await openThread(the.as("editor"), input)).toMatchObject({ error: { code, field: "text" } });
  }
});

it("stores a comment that is sent ten times at once exactly once, without a thread that nobody wrote in", async () => {
  const { proposalId } = await propose(the, "translator", 6, "Sentence six.");
  const input = { proposalId, version: 1, anchor: null, text: "Once.", idempotencyKey: randomUUID() };
  const results = await Promise.all(Array.from({ length: 10 }, () => openThread(the.as("editor"), input)));
  expect(
    new Set(results.map((result) => (result.ok ? result.value.commentId : result.error.code))).size,
  ).toBe(1);
  expect((await about(proposalId)).threads).toHaveLength(1);
});
