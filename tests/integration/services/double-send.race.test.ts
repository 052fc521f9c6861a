import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 50;

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

it("stores a proposal once that is sent four times at the same moment, and tells each sender the same", async () => {
  const row = await rowAt(the, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const input = {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText: `The train from Trieste, ${round}`,
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    };
    const answers = await Promise.all([1, 2, 3, 4].map(() => createProposal(the.as("translator"), input)));
    const stored = answers.map((answer) => (answer.ok ? answer.value.id : answer.error.code));
    expect(new Set(stored).size, `round ${round}: ${stored.join(", ")}`).toBe(1);
    const [first] = answers;
    if (!first?.ok) throw new Error("nothing was stored");
    expect(await the.db.prisma.event.count({ where: { subjectId: first.value.id } })).toBe(1);
    await withdrawProposal(the.as("translator"), { proposalId: first.value.id, version: 1 });
  }
});

it("tells a second, different proposal of the same author that one is open", async () => {
  const row = await rowAt(the, 1);
  const send = (targetText: string) =>
    createProposal(the.as("translator"), {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText,
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    });
  const answers = await Promise.all([send("One"), send("Two")]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.error.code)).sort()).toEqual([
    "already-open",
    "ok",
  ]);
});
