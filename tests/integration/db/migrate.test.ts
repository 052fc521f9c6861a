import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectClient } from "@/lib/db/connect-client";
import { migrate } from "@/lib/db/migrate";
import { emptyDatabase, type TestDatabase } from "../../support/database";
import { withDatabaseName } from "../../support/database-url";

const real = path.resolve(import.meta.dirname, "../../../prisma/migrations");

let dir: string;
let database: TestDatabase;

beforeEach(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), "gegenlesen-migrations-"));
  database = await emptyDatabase();
});
afterEach(async () => {
  rmSync(dir, { recursive: true, force: true });
  await database.drop();
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}

async function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = await connectClient(database.url, "test");
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const tables = async (): Promise<string[]> =>
  (
    await query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    )
  ).map(({ name }) => name);

describe("the migration runner", () => {
  it("applies in the order of the names, once, and then only what is new", async () => {
    write("2_second", "ALTER TABLE a ADD COLUMN b int;");
    write("1_first", "CREATE TABLE a (id int);");
    expect(await migrate(database.url, dir)).toEqual(["1_first", "2_second"]);
    expect(await migrate(database.url, dir)).toEqual([]);
    write("3_third", "CREATE TABLE c (id int);");
    expect(await migrate(database.url, dir)).toEqual(["3_third"]);
    expect(await tables()).toEqual(["_prisma_migrations", "a", "c"]);
  });

  it("keeps the books as Prisma does: SHA-256 of the file, one finished step", async () => {
    write("1_first", "SELECT 1;");
    await migrate(database.url, dir);
    const rows = await query(
      `SELECT migration_name, checksum, applied_steps_count, finished_at >= started_at AS finished, rolled_back_at
       FROM "_prisma_migrations"`,
    );
    expect(rows).toEqual([
      {
        migration_name: "1_first",
        // printf 'SELECT 1;' | sha256sum
        checksum: "17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a",
        applied_steps_count: 1,
        finished: true,
        rolled_back_at: null,
      },
    ]);
  });

  it("applies each exactly once when six start at the same moment", async () => {
    for (let n = 1; n <= 8; n++)
      write(`${n}_step`, `CREATE TABLE t${n} (id int); INSERT INTO t${n} SELECT 1;`);
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(database.url, dir)));
    expect(applied.flat().toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `${n + 1}_step`));
    expect(await query("SELECT count(*)::int AS n FROM t8")).toEqual([{ n: 1 }]);
  });

  it("leaves the state before a migration that fails in its middle, and finishes when it is mended", async () => {
    write("1_first", "CREATE TABLE a (id int);");
    write("2_broken", "CREATE TABLE b (id int); INSERT INTO nowhere VALUES (1);");
    write("3_third", "CREATE TABLE c (id int);");
    await expect(migrate(database.url, dir)).rejects.toMatchObject({
      code: "migration-failed",
      params: { name: "2_broken", reason: 'relation "nowhere" does not exist' },
    });
    expect(await tables()).toEqual(["_prisma_migrations", "a"]);
    write("2_broken", "CREATE TABLE b (id int);");
    expect(await migrate(database.url, dir)).toEqual(["2_broken", "3_third"]);
  });

  it("applies a whole migration or nothing when its connection is cut", async () => {
    write("1_slow", "CREATE TABLE a (id int); SELECT pg_sleep(20); CREATE TABLE b (id int);");
    const running = migrate(database.url, dir);
    const failed = expect(running).rejects.toMatchObject({ code: "migration-failed" });
    await expect
      .poll(
        async () => {
          const [row] = await query<{ cut: number }>(
            `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event = 'PgSleep'`,
          );
          return row?.cut;
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    await failed;
    expect(await tables()).toEqual(["_prisma_migrations"]);
  });

  it("refuses a script that ends the transaction it runs in", async () => {
    write("1_commits", "CREATE TABLE a (id int); COMMIT; CREATE TABLE b (id int);");
    await expect(migrate(database.url, dir)).rejects.toMatchObject({ code: "migration-failed" });
  });

  it("refuses a migration that was changed after it was applied", async () => {
    write("1_first", "CREATE TABLE a (id int);");
    await migrate(database.url, dir);
    write("1_first", "CREATE TABLE a (id bigint);");
    write("2_second", "CREATE TABLE b (id int);");
    await expect(migrate(database.url, dir)).rejects.toMatchObject({
      code: "migration-changed",
      params: { name: "1_first" },
    });
    expect(await tables()).toEqual(["_prisma_migrations", "a"]);
  });

  it("refuses a database that a newer version has used", async () => {
    write("1_first", "CREATE TABLE a (id int);");
    write("2_newer", "CREATE TABLE b (id int);");
    await migrate(database.url, dir);
    rmSync(path.join(dir, "2_newer"), { recursive: true });
    await expect(migrate(database.url, dir)).rejects.toMatchObject({
      code: "migration-unknown",
      params: { names: "2_newer" },
    });
  });

  it("refuses to go on over a migration that another tool never finished", async () => {
    write("1_first", "CREATE TABLE a (id int);");
    await migrate(database.url, dir);
    await query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(migrate(database.url, dir)).rejects.toMatchObject({ code: "migration-unfinished" });
  });

  it("says which address cannot be reached, without the password", async () => {
    const url = "postgresql://someone:hunter2@127.0.0.1:1/nothing";
    const failure = await migrate(url, dir).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: "database-unreachable",
      params: { address: "127.0.0.1:1/nothing" },
    });
    expect(JSON.stringify(failure) + String(failure)).not.toContain("hunter2");
    const missing = withDatabaseName(database.url, "there_is_none");
    await expect(migrate(missing, dir)).rejects.toMatchObject({ code: "database-unreachable" });
  });

  it("applies this project's own migrations to an empty database", async () => {
    cpSync(real, dir, { recursive: true });
    expect((await migrate(database.url, dir)).length).toBeGreaterThan(0);
    expect(await migrate(database.url, dir)).toEqual([]);
  });
});
