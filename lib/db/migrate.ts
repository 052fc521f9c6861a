import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { connectClient } from "./connect-client";
import { DatabaseError } from "./database-error";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
}

const PRISMA_ADVISORY_LOCK = 72_707_369; // the one that `prisma migrate` takes itself
const LOCK_TIMEOUT_MS = 120_000;
const LOCK_NOT_AVAILABLE = "55P03";

// Prisma's own bookkeeping, so that its tools keep understanding the database.
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations of `dir` (`<name>/migration.sql`, in the order of their names) that the database has not
 * seen, each in one transaction together with its bookkeeping row: a kill or an error leaves it applied or not,
 * never half. Of several starters one applies, the others wait for it. Returns the names applied now.
 * Throws `DatabaseError`: `database-unreachable`, `database-too-old`, `migration-locked` (waited two minutes for
 * another starter), `migration-changed` (name), `migration-unknown` (names: the database was used by a newer
 * version), `migration-unfinished` (name: left behind by another tool), `migration-failed` (name, reason).
 */
export async function migrate(connectionString: string, dir: string): Promise<readonly string[]> {
  const migrations = readMigrations(dir);
  const client = await connectClient(connectionString, "gegenlesen migrate");
  try {
    await lock(client);
    await client.query(BOOKKEEPING);
    const pending = await listPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end().catch(() => {}); // gives the lock back as well
  }
}

function readMigrations(dir: string): readonly Migration[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function lock(client: pg.Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_ADVISORY_LOCK]);
    await client.query("SET lock_timeout = 0");
  } catch (error) {
    if ((error as pg.DatabaseError).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new DatabaseError("migration-locked", { seconds: LOCK_TIMEOUT_MS / 1000 }, { cause: error });
  }
}

async function listPending(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations" ORDER BY started_at`,
  );
  const live = rows.filter((row) => !row.rolled_back_at);
  const unfinished = live.find((row) => !row.finished_at);
  if (unfinished) throw new DatabaseError("migration-unfinished", { name: unfinished.migration_name });
  const applied = new Map(live.map((row) => [row.migration_name, row.checksum]));
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseError("migration-unknown", { names: unknown.join(", ") });
  const changed = migrations.find(
    ({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum,
  );
  if (changed) throw new DatabaseError("migration-changed", { name: changed.name });
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    const before = await transactionId(client);
    await client.query(sql); // without parameters a whole script is one simple query
    if ((await transactionId(client)) !== before)
      throw new Error("the script ends the transaction it runs in");
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new DatabaseError("migration-failed", { name, reason: (error as Error).message }, { cause: error });
  }
}

async function transactionId(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>("SELECT pg_current_xact_id()::text AS id");
  return rows[0]?.id;
}
