import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { isSampled } from "@/lib/core/review/second-look";
import type { DecisionId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { listSecondLooks } from "@/lib/services/second-looks/list-second-looks";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { textHash } from "@/lib/services/text-hash";
import { check } from "@/tests/fault/check";
import { propose, taken } from "@/tests/support/acts";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 60 + 2 * RACE_ROUNDS }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  );
});
afterAll(() => the.close());

let policies = 0;
async function lookAt(share: number): Promise<void> {
  const change = {
    projectId: the.projectId,
    seen: policies,
    policy: { ...DEFAULT_POLICY, secondLooks: share },
  };
  const done = await changePolicy(the.as("admin"), change);
  if (!done.ok) throw new Error(done.error.code);
  policies = done.value.number;
}

const accept = async (
  index: number,
  text: string,
  by: PersonName = "translator",
  decider: PersonName = "editor",
) => taken(await acceptProposal(the.as(decider), await propose(the, by, index, text)));

async function look(
  who: PersonName,
  index: number,
  decisionId: DecisionId,
  outcome: "confirmed" | "reopened" = "confirmed",
  note = outcome === "reopened" ? "This is not what it says." : "",
) {
  const { revisionId, textHash: hash } = await rowAt(the, index);
  return takeSecondLook(the.as(who), { decisionId, seen: { revisionId, textHash: hash }, outcome, note });
}

async function due(who: PersonName): Promise<readonly DecisionId[]> {
  const listed = await listSecondLooks(the.as(who));
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value.due.map(({ decisionId }) => decisionId);
}

it("chooses in the transaction of the approval, by the rule that the core states", async () => {
  await lookAt(30);
  for (let index = 0; index < 40; index++) await accept(index, `Better ${index}.`);
  const { sampleSeed } = await the.db.prisma.project.findFirstOrThrow();
  const decisions = await the.db.prisma.decision.findMany({ include: { secondLookDue: true } });
  const chosen = decisions.filter(({ secondLookDue }) => secondLookDue !== null);
  expect(chosen.map(({ id }) => id).sort()).toEqual(
    decisions
      .filter(({ id }) => isSampled(sampleSeed, id as DecisionId, 30, textHash))
      .map(({ id }) => id)
      .sort(),
  );
  expect(decisions).toHaveLength(40);
  const { rows } = await the.db.pool.query<{ picked: number }>(
    `SELECT count(*) FILTER (WHERE is_sampled($1, gen_random_uuid(), 5))::int AS "picked" FROM generate_series(1, 10000)`,
    [sampleSeed],
  );
  expect(rows[0]?.picked).toBeGreaterThan(400);
  expect(rows[0]?.picked).toBeLessThan(600);
});

it("chooses nothing where the policy asks for none", async () => {
  await lookAt(0);
  const decisionId = await accept(40, "Better 40.");
  expect(await look("editor2", 40, decisionId)).toEqual({ ok: false, error: { code: "not-sampled" } });
});

it("shows an approval to other editors only, and lets only them look", async () => {
  await lookAt(100);
  const decisionId = await accept(41, "Better 41.", "editor2");
  expect(await due("admin")).toContain(decisionId);
  for (const who of ["editor", "editor2", "importer"] as const) {
    expect(await due(who)).not.toContain(decisionId);
    expect(await look(who, 41, decisionId)).toEqual({ ok: false, error: { code: "own-words" } });
  }
  expect(await look("translator", 41, decisionId)).toMatchObject({ error: { code: "not-allowed" } });
  expect(await look("admin", 41, decisionId)).toEqual({ ok: true, value: { outcome: "confirmed" } });
  expect(await due("admin")).not.toContain(decisionId);
  expect((await rowAt(the, 41)).approved).toBe(true);
});

it("opens the row again by an objection, which says why, and counts both", async () => {
  const decisionId = await accept(42, "Better 42.");
  expect(await look("editor2", 42, decisionId, "reopened", " ")).toMatchObject({
    error: { code: "note-required" },
  });
  expect(await look("editor2", 42, decisionId, "reopened")).toMatchObject({ ok: true });
  expect(await rowAt(the, 42)).toMatchObject({ approved: false, targetText: "Better 42." });
  expect(await look("admin", 42, decisionId)).toMatchObject({ error: { code: "looked-already" } });
  const listed = await listSecondLooks(the.as("editor"));
  expect(listed).toMatchObject({
    value: {
      tally: { looked: 2, confirmed: 1 },
      objections: [{ rowNumber: 43, name: "editor2", note: "This is not what it says." }],
    },
  });
  const { id: segmentId, revisionId, textHash: hash } = await rowAt(the, 42);
  expect(await approveSegment(the.as("editor2"), { segmentId, revisionId, textHash: hash })).toMatchObject({
    ok: true,
  });
  expect(await check(the.url)).toEqual([]);
});

it("is refused for a text that moved on, and for an approval that was taken back", async () => {
  const overtaken = await accept(43, "Better 43.");
  await accept(43, "Best 43.", "translator2");
  expect(await look("editor2", 43, overtaken)).toMatchObject({ error: { code: "changed-meanwhile" } });
  const undone = await accept(44, "Better 44.");
  await undoDecision(the.as("editor"), { decisionId: undone });
  expect(await look("editor2", 44, undone)).toMatchObject({ error: { code: "changed-meanwhile" } });
  expect(await due("editor2")).not.toContain(undone);
});

it(`counts one of two looks at the same moment, ${RACE_ROUNDS} times`, async () => {
  for (let round = 0; round < RACE_ROUNDS; round++) {
    const index = 60 + round;
    const decisionId = await accept(index, `Better ${index}.`);
    const [one, two] = await Promise.all([
      look("editor2", index, decisionId),
      look("admin", index, decisionId, "reopened"),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect((await rowAt(the, index)).approved).toBe(one.ok);
  }
}, 600_000);

it(`never objects to what was undone at the same moment, ${RACE_ROUNDS} times`, async () => {
  for (let round = 0; round < RACE_ROUNDS; round++) {
    const index = 60 + RACE_ROUNDS + round;
    const decisionId = await accept(index, `Better ${index}.`);
    const [looked, undone] = await Promise.all([
      look("editor2", index, decisionId, "reopened"),
      undoDecision(the.as("editor"), { decisionId }),
    ]);
    expect(undone.ok || looked.ok).toBe(true);
    if (!looked.ok) expect(looked.error.code).toBe("changed-meanwhile");
    expect((await rowAt(the, index)).approved).toBe(false);
  }
  expect(await check(the.url)).toEqual([]);
}, 600_000);

it("cannot be had without having been chosen, whatever the application says", async () => {
  await lookAt(0);
  const decisionId = await accept(45, "Better 45.");
  const insert = `INSERT INTO "SecondLook" ("decisionId", "outcome", "actorId") VALUES ($1, 'confirmed', $2)`;
  await expect(the.db.pool.query(insert, [decisionId, the.people.editor2])).rejects.toMatchObject({
    code: "GL003",
  });
  await expect(the.db.pool.query(`DELETE FROM "SecondLookDue"`)).rejects.toMatchObject({ code: "GL001" });
  expect(
    await takeSecondLook(the.as("editor2"), {
      decisionId: randomUUID() as DecisionId,
      seen: { revisionId: (await rowAt(the, 45)).revisionId, textHash: "" },
      outcome: "confirmed",
      note: "",
    }),
  ).toMatchObject({ error: { code: "not-found" } });
});
