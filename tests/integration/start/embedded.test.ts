import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { dataFolder } from "@/lib/db/embedded/data-folder";
import { findOwner } from "@/lib/db/embedded/owner-lock";
import { findRunningDatabase } from "@/lib/db/embedded/running-database";
import { type EmbeddedEvent, startEmbedded } from "@/lib/db/embedded/start-embedded";
import { startOwner } from "../../support/owner-process";
import { scratchFolder } from "../../support/scratch-folder";

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe("the embedded database", () => {
  it("keeps its rows from one start to the next, below a folder that nobody else may enter", async () => {
    const closed = scratchFolder();
    chmodSync(closed, 0o700);
    const dataDir = path.join(closed, "data");
    const first = await startEmbedded(dataDir, { durable: false });
    await query(first.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('Grüße')");
    await first.stop();
    expect(findRunningDatabase(dataDir)).toBeNull();
    const second = await startEmbedded(dataDir, { durable: false });
    expect(await query(second.url, "SELECT word FROM kept")).toEqual([{ word: "Grüße" }]);
    await second.stop();
  });

  it("is durable, local, private, and no superuser's", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const database = await startEmbedded(dataDir);
    const settings = await query<{ name: string; setting: string }>(
      database.url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes',
         'listen_addresses', 'password_encryption') ORDER BY name`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "127.0.0.1",
      password_encryption: "scram-sha-256",
      synchronous_commit: "on",
    });
    expect(await query(database.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([
      { rolsuper: false },
    ]);
    const folder = dataFolder(dataDir);
    expect([folder.root, folder.postgres, folder.cluster].map(modeOf)).toEqual(["700", "700", "700"]);
    expect([folder.connection, folder.passwords, folder.log].map(modeOf)).toEqual(["600", "600", "600"]);
    const wrong = database.url.replace(/:[^:@/]+@/, ":wrong@");
    await expect(query(wrong, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    await database.stop();
  });

  it("classifies and sorts letters beyond ASCII", async () => {
    const database = await startEmbedded(path.join(scratchFolder(), "data"), { durable: false });
    await query(
      database.url,
      "CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION btree_gin",
    );
    const [row] = await query<{ umlaut: number; plain: number; lower: string }>(
      database.url,
      `SELECT cardinality(show_trgm('grüße')) AS umlaut, cardinality(show_trgm('gruese')) - 1 AS plain,
              lower('ÄÖÜ') AS lower`,
    );
    expect(row).toEqual({ umlaut: 6, plain: 6, lower: "äöü" });
    await database.stop();
  });

  it("tells a second start who has the data folder, and leaves the first alone", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const owner = await startOwner(dataDir);
    await expect(startEmbedded(dataDir, { durable: false })).rejects.toMatchObject({
      code: "data-folder-owned",
      params: { pid: owner.child.pid, purpose: "test owner" },
    });
    expect(await query(findRunningDatabase(dataDir)?.url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await owner.stop();
    expect(findRunningDatabase(dataDir)).toBeNull();
  });

  it("starts after a kill -9 of its owner, which left the server running", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const owner = await startOwner(dataDir);
    await query(owner.first.url ?? "", "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
    await owner.kill();
    const orphan = owner.first.pid ?? 0;
    expect(() => process.kill(orphan, 0)).not.toThrow();
    expect(findRunningDatabase(dataDir)).toBeNull();
    const database = await startEmbedded(dataDir, { durable: false });
    expect(database.pid).not.toBe(orphan);
    expect(await query(database.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    await database.stop();
  });

  it("starts over a postmaster.pid whose number another process has by now", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    await (await startEmbedded(dataDir, { durable: false })).stop();
    const { cluster } = dataFolder(dataDir);
    writeFileSync(
      path.join(cluster, "postmaster.pid"),
      `${process.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const database = await startEmbedded(dataDir, { durable: false });
    await database.stop();
    expect(() => process.kill(process.pid, 0)).not.toThrow();
  });

  it("brings a killed server back on the same address while its owner lives", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const events: EmbeddedEvent[] = [];
    const database = await startEmbedded(dataDir, { onEvent: (event) => events.push(event) });
    await query(database.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
    for (let round = 1; round <= 3; round++) {
      const { pid } = database;
      process.kill(pid, "SIGKILL");
      await expect
        .poll(() => events.filter((event) => event === "database-restarted").length, { timeout: 15_000 })
        .toBe(round);
      expect(database.pid).not.toBe(pid);
      expect(await query(database.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    }
    await database.stop();
    expect(events).not.toContain("database-lost");
  });

  it("creates a whole cluster after a start that was killed while it created one", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const { postgres, cluster } = dataFolder(dataDir);
    const drafts = (): string[] =>
      existsSync(postgres) ? readdirSync(postgres).filter((name) => /^draft-[0-9a-f]+$/.test(name)) : [];
    for (const delay of [0, 100, 200]) {
      const before = drafts();
      const starting = startOwner(dataDir);
      await expect
        .poll(() => drafts().some((name) => !before.includes(name)), { timeout: 20_000, interval: 5 })
        .toBe(true);
      await sleep(delay);
      process.kill(-(findOwner(dataDir)?.pid ?? 0), "SIGKILL");
      await starting;
      expect(existsSync(cluster)).toBe(false);
    }
    const database = await startEmbedded(dataDir, { durable: false });
    expect(await query(database.url, "SELECT current_database() AS name")).toEqual([{ name: "gegenlesen" }]);
    await database.stop();
  });

  it("refuses a cluster of another major version and one whose passwords are lost", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const folder = dataFolder(dataDir);
    mkdirSync(folder.cluster, { recursive: true });
    writeFileSync(path.join(folder.cluster, "PG_VERSION"), "17\n");
    await expect(startEmbedded(dataDir, { durable: false })).rejects.toMatchObject({
      code: "data-folder-passwords",
    });
    writeFileSync(folder.passwords, JSON.stringify({ admin: "a", app: "b" }));
    await expect(startEmbedded(dataDir, { durable: false })).rejects.toMatchObject({
      code: "data-folder-version",
      params: { found: "17", needed: "18" },
    });
  });
});
