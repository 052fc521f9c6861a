import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database } from "@/lib/db/client";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { propose } from "@/tests/support/acts";
import { type Scenario, scenario } from "@/tests/support/scenario";

const APPEND_ONLY = [
  "Approval",
  "ApprovalTakenBack",
  "Decision",
  "Event",
  "EventSeal",
  "ProjectPolicy",
  "Publication",
  "Revision",
  "RevisionPart",
  "SecondLook",
  "SecondLookDue",
];

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
  await acceptProposal(the.as("editor"), await propose(the, "translator", 1, "It leaves at 3.40 p.m."));
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
});
afterAll(() => the.close());

const changes = async (db: Pick<Database, "pool">, table: string) => {
  const { rows } = await the.db.pool.query<{ column: string }>(
    `SELECT column_name AS "column" FROM information_schema.columns WHERE table_name = $1 LIMIT 1`,
    [table],
  );
  const column = rows[0]?.column ?? "";
  const attempt = (sql: string) =>
    db.pool.query(sql).then(
      () => "done",
      (error) => error.code as string,
    );
  return Promise.all([
    attempt(`UPDATE "${table}" SET "${column}" = "${column}"`),
    attempt(`DELETE FROM "${table}"`),
    attempt(`TRUNCATE "${table}" CASCADE`),
  ]);
};

describe("with the role that owns the tables", () => {
  // Tables without rows have nothing that a row's trigger could refuse.
  it.each(["Decision", "Event", "EventSeal", "Publication", "Revision"])(
    "refuses every change of %s",
    async (table) => {
      expect(await changes(the.db, table)).toEqual(["GL001", "GL001", "GL001"]);
    },
  );

  it("has no table of these that could be emptied", async () => {
    for (const table of APPEND_ONLY) expect((await changes(the.db, table))[2]).toBe("GL001");
  });
});

describe("with a role of the application's own", () => {
  const role = `gegenlesen_probe_${randomBytes(4).toString("hex")}`;
  let app: Database;
  beforeAll(async () => {
    await the.db.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'probe'`);
    await the.db.pool.query("SELECT grant_application($1)", [role]);
    const url = new URL(the.url);
    url.username = role;
    url.password = "probe";
    app = connect(url.toString());
  });
  afterAll(async () => {
    await app.close();
    await the.db.pool.query(`DROP OWNED BY ${role}`);
    await the.db.pool.query(`DROP ROLE ${role}`);
  });

  it.each(APPEND_ONLY)("has no right to change %s, whatever triggers say", async (table) => {
    expect(await changes(app, table)).toEqual(["42501", "42501", "42501"]);
  });

  it("may neither write seals nor move the end of a chain nor switch triggers off", async () => {
    const attempts = [
      `INSERT INTO "EventSeal" SELECT "eventSequence" + 1, "chain", "number" + 1, "hash", "hash" FROM "EventSeal"`,
      `UPDATE "EventChain" SET "length" = 0`,
      `DELETE FROM "EventChain"`,
      `ALTER TABLE "Revision" DISABLE TRIGGER ALL`,
      "SET session_replication_role = replica",
    ];
    for (const sql of attempts) await expect(app.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
  });

  it("proposes, decides and publishes as before, and what it writes is sealed", async () => {
    const as: Scenario["as"] = (name) => ({ ...the.as(name), db: app });
    const proposal = await propose({ ...the, as }, "translator", 2, "No one missed it.");
    expect(await acceptProposal(as("editor"), proposal)).toMatchObject({ ok: true });
    expect(await publishTranslation(as("editor"), { translationId: the.translationId })).toMatchObject({
      ok: true,
    });
    const owner = new pg.Client({ connectionString: the.url });
    await owner.connect();
    expect((await verifyInstallation(owner)).findings).toEqual([]);
    await owner.end();
  });
});
