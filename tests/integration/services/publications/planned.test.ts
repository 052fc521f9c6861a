import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { connect, type Database } from "@/lib/db/client";
import { removeMember, setMember } from "@/lib/db/projects";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { cancelPlan, planPublication } from "@/lib/services/publications/plan-publication";
import { publishDue } from "@/lib/services/publications/publish-due";
import { readPublicationDesk } from "@/lib/services/publications/read-publication-desk";
import { NOW, type Scenario, scenario } from "@/tests/support/scenario";

const HOUR = 3_600_000;
const later = new Date(NOW.getTime() + HOUR);
let the: Scenario;
let second: Database;

beforeAll(async () => {
  the = await scenario();
  second = connect(the.url, 4);
});
afterAll(async () => {
  await second.close();
  await the.close();
});
afterEach(async () => {
  await the.db.pool.query(
    `UPDATE "PublicationPlan" SET "state" = 'cancelled', "endedAt" = "createdAt" WHERE "state" = 'waiting'`,
  );
});

const plan = async (dueAt = later) => {
  const planned = await planPublication(the.as("editor"), { translationId: the.translationId, dueAt });
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value.planId;
};
const at = (time: Date, db = the.db) => publishDue({ db, now: () => time });
const publications = () => the.db.prisma.publication.count();
const stateOf = async (id: string) => {
  const { state, fault } = await the.db.prisma.publicationPlan.findUniqueOrThrow({ where: { id } });
  return [state, fault];
};
const events = async (type: string) => the.db.prisma.event.count({ where: { type } });

describe("a planned publication", () => {
  it("is not carried out a moment before its time, and once when it has come", async () => {
    const before = await publications();
    const id = await plan();
    expect(await at(new Date(later.getTime() - 1))).toBe(0);
    expect(await at(later)).toBe(1);
    expect(await at(later)).toBe(0);
    expect(await publications()).toBe(before + 1);
    expect(await stateOf(id)).toEqual(["published", null]);
    const { publishedById } = await the.db.prisma.publication.findFirstOrThrow({
      orderBy: { number: "desc" },
    });
    expect(publishedById).toBe(the.people.editor);
    expect(await events("publication.planned")).toBeGreaterThan(0);
  });

  it("is carried out by exactly one of two instances that notice at the same moment", async () => {
    for (let round = 0; round < 25; round++) {
      const before = await publications();
      await plan();
      const ended = await Promise.all([at(later), at(later, second), at(later), at(later, second)]);
      expect(ended.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await publications()).toBe(before + 1);
    }
  });

  it("is either carried out or cancelled, never both", async () => {
    for (let round = 0; round < 25; round++) {
      const before = await publications();
      const planId = await plan();
      const [ended, cancelled] = await Promise.all([
        at(later, second),
        cancelPlan(the.as("editor2"), { planId }),
      ]);
      expect(ended + (cancelled.ok ? 1 : 0)).toBe(1);
      expect(await publications()).toBe(before + ended);
      expect((await stateOf(planId))[0]).toBe(cancelled.ok ? "cancelled" : "published");
      if (!cancelled.ok) expect(cancelled.error.code).toBe("changed-meanwhile");
    }
  });

  it("can wait only once for a translation, also when two plan at once", async () => {
    const input = { translationId: the.translationId, dueAt: later };
    const both = await Promise.all([
      planPublication(the.as("editor"), input),
      planPublication({ ...the.as("editor2"), db: second }, input),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "already-planned" } });
  });

  it("fails with its reason when the policy of that moment refuses it, and the editor reads why", async () => {
    // ends after all others here, which end at the time for which they were planned
    const evening = new Date(later.getTime() + 3_600_000);
    const planId = await plan(evening);
    const policy = { ...DEFAULT_POLICY, leastApproved: 100 };
    const { number: _seen, ...rules } = policy;
    const changed = await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy: rules });
    expect(changed.ok).toBe(true);
    const before = await publications();
    expect(await at(evening)).toBe(1);
    expect(await stateOf(planId)).toEqual(["failed", { code: "unreviewed", count: 4 }]);
    expect(await publications()).toBe(before);
    const desk = await readPublicationDesk(the.as("editor2"), { translationId: the.translationId });
    expect(desk).toMatchObject({
      value: {
        waiting: null,
        ended: { state: "failed", fault: { code: "unreviewed", count: 4 }, plannedBy: "editor" },
      },
    });
    expect(await events("publication.plan-failed")).toBe(1);
    await changePolicy(the.as("admin"), {
      projectId: the.projectId,
      seen: 1,
      policy: { ...rules, leastApproved: 0 },
    });
  });

  it("fails when the person may no longer publish, or has no account any more", async () => {
    const first = await plan();
    await removeMember(the.db.pool, the.projectId, the.people.editor);
    await at(later);
    expect(await stateOf(first)).toEqual(["failed", { code: "not-allowed" }]);
    await setMember(the.db.pool, the.projectId, the.people.editor, "editor", NOW);
    const again = await plan();
    await the.db.pool.query(`UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [the.people.editor]);
    await at(later);
    expect(await stateOf(again)).toEqual(["failed", { code: "not-allowed" }]);
    await the.db.pool.query(`UPDATE "User" SET "disabledAt" = NULL WHERE "id" = $1`, [the.people.editor]);
  });

  it.each([
    ["not-in-future", NOW],
    ["too-far", new Date(NOW.getTime() + 400 * 24 * HOUR)],
  ])("is refused as %s", async (code, dueAt) => {
    const refused = await planPublication(the.as("editor"), { translationId: the.translationId, dueAt });
    expect(refused).toEqual({ ok: false, error: { code } });
  });
});
