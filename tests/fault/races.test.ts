/**
 * Two application instances, each with a process, a pool and a cache of its own, on one PostgreSQL: people decide on
 * different ones at the same moment, over HTTP, with the sessions and actions of the pages. A few rounds each here;
 * `npm run bench:races` plays 500.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { propose } from "../support/acts";
import { rowAt, type Scenario, scenario } from "../support/scenario";
import { type Answer, startTwo, type TwoInstances } from "../support/two-instances";
import { type Acknowledged, check } from "./check";

const ROUNDS = Math.min(500, Number(process.env.RACE_ROUNDS) || 10);
const BASE = "The night train to Trieste departs at noon from the old platform under the roof of glass.";
const NEXT = BASE.replace("night", "slow").replace("noon", "midnight");
const HUNKS = proposalHunks(BASE, NEXT, { locale: "en" }).hunks.map(({ id }) => id);

let the: Scenario;
let two: TwoInstances;
/** Everything that a server said is done. */
const acknowledged: Acknowledged[] = [];
let nextRow = 0;

beforeAll(async () => {
  the = await scenario(Array.from({ length: 6 * ROUNDS }, (_, i) => [`Satz ${i}.`, BASE] as const));
  two = await startTwo(the);
}, 900_000);
afterAll(async () => {
  await two?.stop();
  await the.close();
});

/** The page that brings the actions on a single row. */
const review = () => `/en/review/${the.translationId}`;
const outcome = (answer: Answer): string => (answer.ok ? "won" : answer.error.code);

/** Plays a race in every round and says how often it ended in which way. */
async function play(name: string, race: (row: number) => Promise<readonly string[]>): Promise<Set<string>> {
  const tally = new Map<string, number>();
  const since = Date.now();
  for (let round = 0; round < ROUNDS; round++) {
    const ended = (await race(nextRow++)).join(" / ");
    tally.set(ended, (tally.get(ended) ?? 0) + 1);
  }
  const seconds = Math.round((Date.now() - since) / 1_000);
  const told = [...tally].map(([ended, times]) => `${times} × ${ended}`).join(", ");
  process.stdout.write(`${name}: ${ROUNDS} rounds in ${seconds} s: ${told}\n`);
  return new Set(tally.keys());
}

const note = (answer: Answer, id: string): void => {
  if (answer.ok) acknowledged.push({ kind: "decision", id });
};

it("accepts one of two competing proposals", async () => {
  const ended = await play("competing proposals", async (row) => {
    const one = await propose(the, "translator", row, BASE.replace("night", "morning"));
    const rival = await propose(the, "translator2", row, BASE.replace("night", "evening"));
    const answers = await Promise.all([
      two.act(0, "editor", "acceptProposalAction", one),
      two.act(1, "editor2", "acceptProposalAction", rival),
    ]);
    note(answers[0], one.proposalId);
    note(answers[1], rival.proposalId);
    return answers.map(outcome);
  });
  expect([...ended].filter((way) => !/^(won \/ conflict|conflict \/ won)$/.test(way))).toEqual([]);
});

it("approves a text only while it is current", async () => {
  const ended = await play("approve while the base moves", async (row) => {
    const { id: segmentId, revisionId, textHash } = await rowAt(the, row);
    const proposal = await propose(the, "translator", row, BASE.replace("night", "morning"));
    const answers = await Promise.all([
      two.act(0, "editor", "approveSegmentAction", { segmentId, revisionId, textHash }, review()),
      two.act(1, "editor2", "acceptProposalAction", proposal),
    ]);
    note(answers[1], proposal.proposalId);
    return answers.map(outcome);
  });
  expect([...ended].filter((way) => !/^(won|changed-meanwhile) \/ won$/.test(way))).toEqual([]);
});

it("approves a proposal as it was seen, or lets its author change it", async () => {
  const ended = await play("approve while the author edits", async (row) => {
    const proposal = await propose(the, "translator", row, BASE.replace("night", "morning"));
    const { proposalId, seen } = proposal;
    const text = { targetText: BASE.replace("night", "evening"), comment: "", reason: null };
    const revision = { proposalId, version: 1, baseRevisionId: seen.baseRevisionId, ...text };
    const answers = await Promise.all([
      two.act(0, "editor", "acceptProposalAction", proposal),
      two.act(1, "translator", "reviseProposalAction", revision, review()),
    ]);
    note(answers[0], proposalId);
    return answers.map(outcome);
  });
  expect([...ended].filter((way) => (way.match(/won/g) ?? []).length !== 1)).toEqual([]);
});

it("stores once what is sent twice with one key", async () => {
  const ended = await play("double submit", async (row) => {
    const { id: segmentId, revisionId: baseRevisionId } = await rowAt(the, row);
    const targetText = `${BASE} ${row}`;
    const proposal = {
      segmentId,
      baseRevisionId,
      targetText,
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    };
    const answers = await Promise.all([
      two.act(0, "translator", "createProposalAction", proposal, review()),
      two.act(1, "translator", "createProposalAction", proposal, review()),
    ]);
    if (answers[0].ok && answers[1].ok) expect(answers[0].value.id).toBe(answers[1].value.id);
    if (answers.some(({ ok }) => ok)) acknowledged.push({ kind: "proposal", id: targetText });
    return answers.map(outcome);
  });
  expect([...ended]).toEqual(["won / won"]);
});

it("accepts one change of a proposal while somebody else accepts another", async () => {
  const ended = await play("hunk against hunk", async (row) => {
    const proposal = await propose(the, "translator", row, NEXT);
    const answers = await Promise.all([
      two.act(0, "editor", "acceptPartAction", { ...proposal, hunks: HUNKS.slice(0, 1) }),
      two.act(1, "editor2", "acceptPartAction", { ...proposal, hunks: HUNKS.slice(1, 2) }),
    ]);
    for (const answer of answers) note(answer, proposal.proposalId);
    return answers.map(outcome);
  });
  expect([...ended].filter((way) => !/^(won \/ not-open|not-open \/ won)$/.test(way))).toEqual([]);
});

it("decides by an act on many or by a single one", async () => {
  const ended = await play("bulk against single", async (row) => {
    const proposal = await propose(the, "translator", row, BASE.replace("night", "morning"));
    const { proposalId, seen } = proposal;
    const many = { kind: "accept", items: [{ proposalId, seen }], reason: "other", note: "", total: 1 };
    const [bulk, single] = await Promise.all([
      two.act(
        0,
        "editor",
        "decideManyAction",
        { ...many, idempotencyKey: randomUUID() },
        "/en/queue/together",
      ),
      row % 2 === 0
        ? two.act(1, "editor2", "acceptProposalAction", proposal)
        : two.act(1, "editor2", "declineProposalAction", { ...proposal, reason: "style" }),
    ]);
    const isDone = bulk.ok && (bulk.value.done as readonly string[]).length === 1;
    if (isDone || single.ok) acknowledged.push({ kind: "decision", id: proposalId });
    return [isDone ? "won" : outcome(bulk).replace("won", "left"), outcome(single)];
  });
  expect([...ended].filter((way) => !/^(won \/ not-open|left \/ won)$/.test(way))).toEqual([]);
});

it("leaves a database in which a program that shares nothing with the services finds nothing wrong", async () => {
  expect(acknowledged.length).toBeGreaterThan(4 * ROUNDS);
  expect(await check(the.url, acknowledged)).toEqual([]);
  process.stdout.write(`${acknowledged.length} acknowledged acts, each there once; nothing wrong\n`);
});
