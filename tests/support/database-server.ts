import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { findOwner } from "@/lib/db/embedded/owner-lock";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { migrate } from "@/lib/db/migrate";
import { withDatabaseName } from "./database-url";
import { removeDataFolder } from "./remove-data-folder";
import { SCRATCH_PREFIX } from "./scratch-prefix";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: { adminUrl: string; template: string; prefix: string };
  }
}

const FOLDER_PREFIX = "gegenlesen-run-";
const FRESH_MS = 20_000; // a run beside this one may have made its folder and not yet taken it
const SCRATCH_FRESH_MS = 3_600_000;
const DATABASE_PREFIX = "gegenlesen_test_";
const migrationsDir = path.resolve(import.meta.dirname, "../../prisma/migrations");
const ownServer = process.env.DATABASE_URL;

let tidyUp: () => Promise<void> = async () => {};

/** One server for the whole run (the one of DATABASE_URL, else an embedded one) with a migrated template. */
export async function setup(project: TestProject): Promise<void> {
  const { adminUrl, stop } = ownServer
    ? { adminUrl: ownServer, stop: async () => {} }
    : await startScratchServer();
  const run = randomBytes(4).readInt32BE();
  const prefix = `${DATABASE_PREFIX}${run >>> 0}_`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  tidyUp = async () => {
    await dropDatabases(client, prefix);
    await client.end();
    await stop();
  };
  // held as long as this run lives, so that the next one knows whose databases a killed run left behind
  await client.query("SELECT pg_advisory_lock(hashtext('gegenlesen tests'), $1)", [run]);
  await dropLeftDatabases(client);
  const template = `${prefix}template`;
  await client.query(`CREATE DATABASE ${template}`);
  await migrate(withDatabaseName(adminUrl, template), migrationsDir);
  project.provide("databaseServer", { adminUrl, template, prefix });
}

export async function teardown(): Promise<void> {
  await tidyUp();
}

async function startScratchServer() {
  await removeLeftFolders();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), FOLDER_PREFIX));
  const database = await startEmbedded(dataDir, { purpose: "tests", durable: false });
  const stop = async (): Promise<void> => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { adminUrl: database.adminUrl, stop };
}

async function removeLeftFolders(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    try {
      if (name.startsWith(FOLDER_PREFIX)) await removeUnowned(folder, FRESH_MS);
      // a test may be between killing an owner and starting the next
      if (name.startsWith(SCRATCH_PREFIX))
        await removeUnowned(path.join(folder, "data"), SCRATCH_FRESH_MS, folder);
    } catch {
      // another user's: not ours to tidy
    }
  }
}

async function removeUnowned(dataDir: string, freshMs: number, around = dataDir): Promise<void> {
  const isFresh = Date.now() - statSync(around).mtimeMs < freshMs;
  if (isFresh || findOwner(dataDir)) return;
  await removeDataFolder(dataDir);
  rmSync(around, { recursive: true, force: true });
}

async function dropLeftDatabases(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ run: string; dead: boolean }>(
    `SELECT DISTINCT run, NOT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint::bit(32) = hashtext('gegenlesen tests')::bit(32)
         AND objid::bigint = run::bigint AND granted) AS dead
     FROM pg_database, substring(datname FROM '^${DATABASE_PREFIX}(\\d+)_') AS run WHERE run IS NOT NULL`,
  );
  for (const { run, dead } of rows) if (dead) await dropDatabases(client, `${DATABASE_PREFIX}${run}_`);
}

async function dropDatabases(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)",
    [prefix],
  );
  for (const { name } of rows)
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}
