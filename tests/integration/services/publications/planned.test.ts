import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { connect, type Database } from "@/lib/db/client";
import { removeMember, setMember } from "@/lib/db/projects";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { cancelPlan, planPublication } from "@/lib/services/publications/plan-publication";
import { publishDue } from "@/lib/services/publications/publish-due";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readPublicationDesk } from "@/lib/services/publications/read-publication-desk";
import { readBitext } from "@/lib/services/translations/read-bitext";
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

describe("a withdrawal", () => {
  const publish = async () => {
    const published = await publishTranslation(the.as("editor"), { translationId: the.translationId });
    expect(published.ok).toBe(true);
  };
  const withdraw = (db = the.db) =>
    withdrawPublication({ ...the.as("editor2"), db }, { translationId: the.translationId });
  const isPublished = async () =>
    (await the.db.prisma.translation.findUniqueOrThrow({ where: { id: the.translationId } }))
      .publicationId !== null;

  it("cancels what is planned, with its event, so that the text does not come back by itself", async () => {
    await publish();
    const planId = await plan();
    const cancelled = await events("publication.plan-cancelled");
    expect((await withdraw()).ok).toBe(true);
    expect(await stateOf(planId)).toEqual(["cancelled", null]);
    expect(await events("publication.plan-cancelled")).toBe(cancelled + 1);
    expect(await at(later)).toBe(0);
    expect(await isPublished()).toBe(false);
  });

  it("of nothing leaves what is planned as it is", async () => {
    await withdraw();
    const planId = await plan();
    expect(await withdraw()).toEqual({ ok: false, error: { code: "not-published" } });
    expect(await stateOf(planId)).toEqual(["waiting", null]);
  });

  it("leaves nothing published, whether the plan was carried out just before it or not at all", async () => {
    for (let round = 0; round < 40; round++) {
      await publish();
      const planId = await plan();
      const [ended, withdrawn] = await Promise.all([at(later, second), withdraw()]);
      expect(withdrawn.ok).toBe(true);
      expect((await stateOf(planId))[0]).toBe(ended === 1 ? "published" : "cancelled");
      expect(await at(later)).toBe(0);
      expect(await isPublished(), `round ${round}, ${ended} carried out`).toBe(false);
    }
  });

  it("is not survived by a plan that was made a moment before it", async () => {
    for (let round = 0; round < 20; round++) {
      await publish();
      const wish = { translationId: the.translationId, dueAt: later };
      await Promise.all([planPublication({ ...the.as("editor"), db: second }, wish), withdraw()]);
      const { rows } = await the.db.pool.query(
        `SELECT e."type" FROM "Event" e WHERE e."type" IN ('publication.planned', 'translation.withdrawn')
         ORDER BY e."sequence" DESC LIMIT 1`,
      );
      const waits = await the.db.prisma.publicationPlan.count({ where: { state: "waiting" } });
      expect(waits).toBe(rows[0]?.type === "publication.planned" ? 1 : 0);
      await the.db.pool.query(
        `UPDATE "PublicationPlan" SET "state" = 'cancelled', "endedAt" = "createdAt" WHERE "state" = 'waiting'`,
      );
    }
  });

  it("can be asked for with the time of the plan that it cancels, by those who may publish", async () => {
    const head = async (name: "editor" | "translator") => {
      const read = await readBitext(the.as(name), the.translationId);
      return read.ok ? read.value.head.plannedFor : "refused";
    };
    expect(await head("editor")).toBeNull();
    await plan();
    expect(await head("editor")).toBe(later.toISOString());
    expect(await head("translator")).toBeNull();
  });
});

describe("a planned publication that meets with trouble", () => {
  /** Publications fail with this SQLSTATE while `work` is done, as a database in trouble makes them fail. */
  const whileFailing = async (state: string, work: () => Promise<void>) => {
    await the.db.pool.query(
      `CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'trouble' USING ERRCODE = '${state}'; END $$`,
    );
    await the.db.pool.query(
      `CREATE TRIGGER trouble BEFORE INSERT ON "Publication" FOR EACH ROW EXECUTE FUNCTION trouble()`,
    );
    try {
      await work();
    } finally {
      await the.db.pool.query(`DROP FUNCTION trouble() CASCADE`);
    }
  };
  const past = (ms: number) => new Date(later.getTime() + ms);
  const waiting = async () => {
    const desk = await readPublicationDesk(the.as("editor"), { translationId: the.translationId });
    return desk.ok ? desk.value.waiting : null;
  };

  it.each([
    ["57014", "database-busy"],
    ["57P01", "database-unreachable"],
    ["08006", "database-unreachable"],
    ["53200", "database-busy"],
    ["53100", "disk-full"],
    ["40001", "database-busy"],
  ])("of a passing kind (%s) waits, says why, and is carried out later", async (state, trouble) => {
    const id = await plan();
    await whileFailing(state, async () => {
      expect(await at(later)).toBe(0);
      expect(await waiting()).toMatchObject({ id, attempts: 1, trouble, retryAt: past(1_000) });
      expect(await at(past(999))).toBe(0);
      expect(await waiting()).toMatchObject({ attempts: 1 });
      expect(await at(past(1_000))).toBe(0);
      expect(await waiting()).toMatchObject({ attempts: 2, retryAt: past(3_000) });
    });
    expect(await at(past(3_000))).toBe(1);
    expect(await stateOf(id)).toEqual(["published", null]);
  });

  it("of a lasting kind ends at once", async () => {
    const id = await plan();
    await whileFailing("23514", async () => expect(await at(later)).toBe(1));
    expect(await stateOf(id)).toEqual(["failed", { code: "unknown" }]);
  });

  it("ends with its reason when the trouble does not pass, within a night and in 40 attempts", async () => {
    const id = await plan();
    let clock = later;
    let attempts = 0;
    await whileFailing("53200", async () => {
      for (; attempts < 100; attempts++) {
        if ((await at(clock)) === 1) break;
        clock = (await waiting())?.retryAt ?? clock;
      }
    });
    expect(attempts + 1).toBe(40);
    expect(clock.getTime() - later.getTime()).toBeLessThan(4 * HOUR);
    expect(await stateOf(id)).toEqual(["failed", { code: "database-busy" }]);
  });
});
