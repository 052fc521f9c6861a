import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { findOwner } from "@/lib/db/embedded/owner-lock";
import { findRunningDatabase, withDatabase } from "@/lib/db/embedded/running-database";
import { testDatabase } from "../../support/database";
import { startOwner } from "../../support/owner-process";
import { scratchFolder } from "../../support/scratch-folder";

const migrationsDir = path.resolve(import.meta.dirname, "../../../prisma/migrations");

function placeIn(dataDir: string, databaseUrl: string | null = null) {
  return { databaseUrl, dataDir, migrationsDir };
}

async function countMigrations(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(`SELECT FROM "_prisma_migrations"`);
  await client.end();
  return rowCount ?? 0;
}

describe("a command that needs the database", () => {
  it("starts the embedded one for itself, migrated, and stops it afterwards", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    expect(await withDatabase(placeIn(dataDir), countMigrations)).toBeGreaterThan(0);
    expect(findOwner(dataDir)).toBeNull();
    await expect(
      withDatabase(placeIn(dataDir), async () => {
        throw new Error("work failed");
      }),
    ).rejects.toThrow("work failed");
    expect(findOwner(dataDir)).toBeNull();
  });

  it("uses the one that a server runs, and leaves it running", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const owner = await startOwner(dataDir);
    const url = await withDatabase(placeIn(dataDir), async (found) => found);
    expect(url).toBe(owner.first.url);
    expect(findRunningDatabase(dataDir)?.url).toBe(url);
    await owner.stop();
  });

  it("shares it with others that come meanwhile, and stops it only after the last", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const order: string[] = [];
    const work = (name: string, milliseconds: number) => async (url: string) => {
      await sleep(milliseconds);
      order.push(name);
      return countMigrations(url);
    };
    const first = withDatabase(placeIn(dataDir), work("first", 100));
    await expect.poll(() => findRunningDatabase(dataDir) !== null, { timeout: 20_000 }).toBe(true);
    const others = [1, 2, 3].map((n) => withDatabase(placeIn(dataDir), work(`other ${n}`, 1000 * n)));
    expect(new Set(await Promise.all([first, ...others])).size).toBe(1);
    expect(order).toEqual(["first", "other 1", "other 2", "other 3"]);
    expect(findOwner(dataDir)).toBeNull();
  });

  it("uses the server of DATABASE_URL without touching a data folder", async () => {
    const dataDir = path.join(scratchFolder(), "data");
    const database = await testDatabase();
    expect(await withDatabase(placeIn(dataDir, database.url), async (url) => url)).toBe(database.url);
    expect(findOwner(dataDir)).toBeNull();
    await database.drop();
  });
});
