import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BULK_LIMIT } from "@/lib/core/proposal/bulk";
import type { BatchId } from "@/lib/core/shared/ids";
import { decideMany } from "@/lib/services/decisions/decide-many";
import { undoMany } from "@/lib/services/decisions/undo-many";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { propose } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const MANY = 1_000;

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: MANY + 40 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  );
});
afterAll(() => the.close());

const send = (items: Parameters<typeof decideMany>[1]["items"], more: object = {}) =>
  decideMany(the.as("editor"), {
    kind: "accept",
    items,
    note: "",
    idempotencyKey: randomUUID(),
    ...more,
  });

it("accepts what is as it was shown, and gives back what changed, what was decided and what is one's own", async () => {
  const fine = await propose(the, "translator", 0, "Sentence zero.");
  const changed = await propose(the, "translator", 1, "Sentence one.");
  const gone = await propose(the, "translator", 2, "Sentence two.");
  const own = await propose(the, "editor", 3, "Sentence three.");
  await reviseProposal(the.as("translator"), {
    proposalId: changed.proposalId,
    version: 1,
    baseRevisionId: changed.seen.baseRevisionId,
    targetText: "Sentence I.",
    comment: "",
    reason: null,
  });
  await acceptProposal(the.as("editor2"), gone);
  const done = await send([fine, changed, gone, own]);
  expect(done).toMatchObject({
    ok: true,
    value: {
      done: [fine.proposalId],
      left: [
        { id: changed.proposalId, code: "changed-meanwhile" },
        { id: gone.proposalId, code: "not-open" },
        { id: own.proposalId, code: "own-words" },
      ],
    },
  });
  expect((await rowAt(the, 1)).approved).toBe(false);
});

it("never calls declined what was accepted under the same key", async () => {
  const accepted = await propose(the, "translator", 20, "Sentence twenty, accepted.");
  const waits = await propose(the, "translator", 21, "Sentence twenty-one.");
  const idempotencyKey = randomUUID();
  await send([accepted], { idempotencyKey });
  const done = await send([accepted, waits], { kind: "decline", reason: "style", idempotencyKey });
  expect(done).toMatchObject({
    value: { done: [waits.proposalId], left: [{ id: accepted.proposalId, code: "not-open" }] },
  });
});

it("is one act in the log, with a decision and an event of its own for each proposal", async () => {
  const items = [await propose(the, "translator", 4, "Four."), await propose(the, "translator", 5, "Five.")];
  const done = await send(items, { kind: "decline", reason: "no-improvement" });
  if (!done.ok) throw new Error(done.error.code);
  const { batchId } = done.value;
  const log = await the.db.prisma.event.findMany({ where: { subjectId: batchId } });
  expect(log.map(({ type, payload }) => [type, payload])).toEqual([
    ["batch.decline", { requested: 2, reason: "no-improvement" }],
  ]);
  const decisions = await the.db.prisma.decision.findMany({ where: { batchId } });
  expect(decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["decline", "no-improvement"],
    ["decline", "no-improvement"],
  ]);
});

it("asks for a reason before it declines anything, and for no more than it can hold", async () => {
  const item = await propose(the, "translator", 6, "Six.");
  expect(await send([item], { kind: "decline" })).toEqual({ ok: false, error: { code: "reason-required" } });
  const tooMany = Array.from({ length: BULK_LIMIT + 1 }, () => item);
  expect(await send(tooMany)).toEqual({ ok: false, error: { code: "too-many" } });
});

it("is undone as one act, except for what was built on", async () => {
  const items = [
    await propose(the, "translator", 7, "Seven."),
    await propose(the, "translator", 8, "Eight."),
  ];
  const done = await send(items);
  if (!done.ok) throw new Error(done.error.code);
  await acceptProposal(the.as("editor2"), await propose(the, "translator", 8, "Number eight."));
  const input = { batchId: done.value.batchId, idempotencyKey: randomUUID() };
  expect(await undoMany(the.as("editor2"), input)).toEqual({ ok: false, error: { code: "not-found" } });
  const undone = await undoMany(the.as("editor"), input);
  expect(undone).toMatchObject({
    ok: true,
    value: { done: [expect.any(String)], left: [{ code: "moved-on" }] },
  });
  expect(await undoMany(the.as("editor"), input)).toMatchObject({ value: { done: [expect.any(String)] } });
  expect((await rowAt(the, 7)).targetText).toBe("Sentence 7.");
  expect((await rowAt(the, 8)).targetText).toBe("Number eight.");
  const log = await the.db.prisma.event.findMany({ where: { type: "batch.undo" } });
  expect(log.map(({ payload }) => payload)).toMatchObject([{ undoesId: done.value.batchId, requested: 2 }]);
});

it("is the same act when it is sent twice at the same moment", async () => {
  const items = await Promise.all(
    [9, 10, 11].map((index) => propose(the, "translator", index, `No. ${index}.`)),
  );
  const same = { idempotencyKey: randomUUID() };
  const [one, two] = await Promise.all([send(items, same), send(items, same)]);
  expect(one).toEqual(two);
  expect(one.ok && one.value.done).toHaveLength(3);
  expect(await the.db.prisma.decision.count({ where: { batchId: one.ok ? one.value.batchId : "" } })).toBe(3);
});

it(`holds for ${MANY} proposals, and so does its undo`, async () => {
  await the.db.pool.query(
    `WITH added AS (
       INSERT INTO "Proposal" ("segmentId", "baseRevisionId", "authorId", "targetText", "textHash", "idempotencyKey")
       SELECT s."id", s."currentRevisionId", $1, r."targetText" || '!',
              encode(sha256(convert_to(r."targetText" || '!', 'UTF8')), 'hex'), gen_random_uuid()
       FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId" WHERE s."position" >= 40 RETURNING "id"
     ) INSERT INTO "ProposalContributor" ("proposalId", "userId") SELECT "id", $1 FROM added`,
    [the.people.translator],
  );
  const open = await the.db.prisma.proposal.findMany({
    where: { state: "open", targetText: { endsWith: "!" } },
  });
  expect(open).toHaveLength(MANY);
  const items = open.map(({ id, version, textHash, baseRevisionId }) => ({
    proposalId: id as never,
    seen: { version, textHash, baseRevisionId: baseRevisionId as never },
  }));
  const done = await send(items);
  expect(done.ok && [done.value.done.length, done.value.left.length]).toEqual([MANY, 0]);
  const undone = await undoMany(the.as("editor"), {
    batchId: (done.ok ? done.value.batchId : "") as BatchId,
    idempotencyKey: randomUUID(),
  });
  expect(undone.ok && [undone.value.done.length, undone.value.left.length]).toEqual([MANY, 0]);
  expect(
    await the.db.prisma.proposal.count({ where: { state: "open", targetText: { endsWith: "!" } } }),
  ).toBe(MANY);
}, 300_000);
