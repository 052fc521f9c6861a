import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY, type Policy } from "@/lib/core/policy/policy";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { mayApproveAgain } from "@/lib/core/review/objection";
import type { DecisionId, ProposalId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { takeBackApproval } from "@/lib/services/proposals/take-back-approval";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { check } from "@/tests/fault/check";
import { propose, seen, taken } from "@/tests/support/acts";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 20 + RACE_ROUNDS }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  );
});
afterAll(() => the.close());

let policies = 0;
async function inForce(changed: Partial<Policy> = {}): Promise<void> {
  const policy = { ...DEFAULT_POLICY, secondLooks: 100, ...changed };
  const done = await changePolicy(the.as("admin"), { projectId: the.projectId, seen: policies, policy });
  if (!done.ok) throw new Error(done.error.code);
  policies = done.value.number;
}

async function object(who: PersonName, index: number, decisionId: DecisionId) {
  const { revisionId, textHash } = await rowAt(the, index);
  const seen = { revisionId, textHash };
  return takeSecondLook(the.as(who), { decisionId, seen, outcome: "reopened", note: "It says less." });
}

/** The editor accepts the text, and editor2 objects to it. */
async function objected(index: number, text: string): Promise<DecisionId> {
  const decisionId = taken(
    await acceptProposal(the.as("editor"), await propose(the, "translator", index, text)),
  );
  expect(await object("editor2", index, decisionId)).toMatchObject({ ok: true });
  return decisionId;
}

async function approve(who: PersonName, index: number): Promise<string> {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
  const done = await approveSegment(the.as(who), { segmentId, revisionId, textHash });
  return done.ok ? `missing ${done.value.missing}` : done.error.code;
}

const accept = async (who: PersonName, by: PersonName, index: number, text: string) => {
  const done = await acceptProposal(the.as(who), await propose(the, by, index, text));
  return done.ok ? "done" : done.error.code;
};

it("keeps the first approver from approving the text again, and lets somebody else", async () => {
  await inForce();
  await objected(0, "Better 0.");
  expect(await approve("editor", 0)).toBe("objected");
  expect((await rowAt(the, 0)).approved).toBe(false);
  expect(await approve("admin", 0)).toBe("missing 0");
});

it("lets the one who objected change their mind, and the first approver accept another text", async () => {
  await objected(1, "Better 1.");
  expect(await approve("editor2", 1)).toBe("missing 0");
  await objected(2, "Better 2.");
  expect(await accept("editor", "translator2", 2, "Best 2.")).toBe("done");
});

it("knows the text again when it comes back by another way", async () => {
  await objected(3, "Better 3.");
  expect(await accept("editor2", "translator2", 3, "Best 3.")).toBe("done");
  expect(await accept("editor", "translator", 3, "Better 3.")).toBe("objected");
  expect(await accept("editor", "translator2", 3, "Good 3.")).toBe("done");
});

it("knows it again after the acceptance was undone", async () => {
  const decisionId = await objected(4, "Better 4.");
  const { proposalId } = await the.db.prisma.decision.findUniqueOrThrow({ where: { id: decisionId } });
  expect(await undoDecision(the.as("editor"), { decisionId })).toMatchObject({ ok: true });
  const open = await seen(the, 4, proposalId as ProposalId);
  expect(await acceptProposal(the.as("editor"), open)).toMatchObject({ error: { code: "objected" } });
  expect(await acceptProposal(the.as("admin"), open)).toMatchObject({ ok: true });
});

it("knows it again as a part of a longer proposal", async () => {
  await objected(5, "New Sentence 5.");
  expect(await accept("editor2", "translator2", 5, "Sentence 5.")).toBe("done");
  const longer = "New Sentence 5 indeed.";
  const open = await propose(the, "translator", 5, longer);
  const hunks = proposalHunks("Sentence 5.", longer, { locale: "en" })
    .hunks.slice(0, 1)
    .map(({ id }) => id);
  expect(await acceptPart(the.as("editor"), { ...open, hunks })).toMatchObject({
    error: { code: "objected" },
  });
  expect(await acceptPart(the.as("admin"), { ...open, hunks })).toMatchObject({ ok: true });
  expect((await rowAt(the, 5)).targetText).toBe("New Sentence 5.");
});

it("asks for nobody else where the policy does without four eyes", async () => {
  await objected(6, "Better 6.");
  await inForce({ fourEyes: false });
  expect(await approve("editor", 6)).toBe("missing 0");
  await inForce();
});

it("counts no approval from before the objection, and the first approver's after somebody else's", async () => {
  await inForce({ approvals: 2 });
  expect(await approve("editor", 7)).toBe("missing 1");
  expect(await approve("editor2", 7)).toBe("missing 0");
  const last = await the.db.prisma.decision.findFirstOrThrow({
    where: { segmentId: (await rowAt(the, 7)).id },
  });
  expect(await object("admin", 7, last.id as DecisionId)).toMatchObject({ ok: true });
  expect(await approve("editor", 7)).toBe("objected");
  expect(await approve("editor2", 7)).toBe("objected");
  expect(await approve("admin", 7)).toBe("missing 1");
  const segment = { kind: "segment" as const, id: (await rowAt(the, 7)).id };
  expect(await takeBackApproval(the.as("admin"), segment)).toMatchObject({ ok: true });
  expect(await approve("editor", 7)).toBe("objected");
  expect(await approve("admin", 7)).toBe("missing 1");
  expect(await approve("editor", 7)).toBe("missing 0");
  await inForce();
});

it("is the rule of the core, in the database", async () => {
  const people = ["editor", "editor2", "admin"] as const;
  for (const index of [0, 1, 3, 4, 6, 7]) {
    const { id, textHash } = await rowAt(the, index);
    const { rows } = await the.db.pool.query<{ userId: string; objections: number }>(
      `SELECT * FROM approvers_of($1, $2)`,
      [id, textHash],
    );
    const last = Math.max(0, ...rows.map(({ objections }) => objections));
    const text = {
      beforeIds: rows.filter(({ objections }) => objections < last).map(({ userId }) => userId),
      sinceIds: rows.filter(({ objections }) => objections === last).map(({ userId }) => userId),
    };
    for (const who of people) {
      const stands = await the.db.pool.query<{ stands: boolean }>(
        `SELECT objection_stands($1, $2, $3, $4) AS "stands"`,
        [id, textHash, the.people[who], last],
      );
      expect(stands.rows[0]?.stands).toBe(!mayApproveAgain(text, the.people[who] as string));
    }
  }
});

it(`never lets the first approver in when the objection comes at the same moment, ${RACE_ROUNDS} times`, async () => {
  for (let round = 0; round < RACE_ROUNDS; round++) {
    const index = 20 + round;
    const first = await propose(the, "translator", index, `Better ${index}.`);
    const decisionId = taken(await acceptProposal(the.as("editor"), first));
    const [looked, again] = await Promise.all([
      object("editor2", index, decisionId),
      approve("editor", index),
    ]);
    expect(looked.ok).toBe(true);
    expect(["objected", "changed-meanwhile"]).toContain(again);
    const [own, other] = await Promise.all([approve("editor", index), approve("admin", index)]);
    expect(other).toBe("missing 0");
    expect(["objected", "changed-meanwhile"]).toContain(own);
  }
  expect(await check(the.url)).toEqual([]);
}, 600_000);

it("is found by the check of the whole history where somebody got round the database", async () => {
  const found = async () => {
    const result = await verifyInstallation(the.db.pool);
    return result.findings.map(({ code }) => code).filter((code) => code === "approved-after-objection");
  };
  expect(await found()).toEqual([]);
  await objected(8, "Better 8.");
  await the.db.pool.query(`ALTER TABLE "Decision" DISABLE TRIGGER "Decision_after_objection"`);
  expect(await approve("editor", 8)).toBe("missing 0");
  await the.db.pool.query(`ALTER TABLE "Decision" DISABLE TRIGGER USER`);
  await the.db.pool.query(
    `UPDATE "Decision" SET "objections" = 1 WHERE "kind" = 'approve' AND "segmentId" = $1`,
    [(await rowAt(the, 8)).id],
  );
  await the.db.pool.query(`ALTER TABLE "Decision" ENABLE TRIGGER USER`);
  expect(await found()).toEqual(["approved-after-objection"]);
  expect(await check(the.url)).toEqual([
    expect.stringContaining("somebody approved a text again to which others had objected"),
  ]);
});
