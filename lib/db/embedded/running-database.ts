import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { connectClient } from "../connect-client";
import { DatabaseError, isDatabaseError } from "../database-error";
import { migrate } from "../migrate";
import { dataFolder } from "./data-folder";
import { findOwner } from "./owner-lock";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded";

/** Where the database is: a server of one's own, or a data folder. */
export interface DatabasePlace {
  readonly databaseUrl: string | null;
  /** Who migrates there, if not the role of `databaseUrl`. */
  readonly migrationUrl?: string | null;
  readonly dataDir: string;
  readonly migrationsDir: string;
}

interface RunningDatabase {
  readonly url: string;
  readonly adminUrl: string;
}

interface Attachment {
  readonly client: pg.Client;
  readonly url: string;
}

const ATTACHED = "gegenlesen attached";
const PATIENCE_MS = 30_000;

/**
 * The embedded database that a living owner runs in `dataDir`, or null: nobody, or an owner that is still starting.
 * Throws `data-folder-unreadable` when the folder belongs to another user.
 */
export function findRunningDatabase(dataDir: string): RunningDatabase | null {
  const owner = findOwner(dataDir);
  if (!owner) return null;
  const file = dataFolder(dataDir).connection;
  try {
    const connection = JSON.parse(readFileSync(file, "utf8")) as RunningDatabase & { owner: number };
    return connection.owner === owner.pid ? { url: connection.url, adminUrl: connection.adminUrl } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new DatabaseError("data-folder-unreadable", { folder: file }, { cause: error });
  }
}

/**
 * Runs `work` with a migrated database: the server of `databaseUrl`, or the embedded one that runs already, or one
 * that is started for this and stopped afterwards, once nobody else works with it. Throws `DatabaseError` and
 * whatever `work` throws.
 */
export async function withDatabase<T>(
  place: DatabasePlace,
  work: (url: string) => Promise<T>,
  purpose = "command",
): Promise<T> {
  if (place.databaseUrl) {
    await migrate(place.migrationUrl ?? place.databaseUrl, place.migrationsDir);
    return work(place.databaseUrl);
  }
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const attached = await attach(place.dataDir);
    if (attached) return await whileAttached(attached, place, work);
    const own = await startUnlessOwned(place.dataDir, purpose, deadline);
    if (own) return await withOwn(own, place, work);
  }
}

// The open connection tells an owner that ends before us that somebody still works with its database.
async function attach(dataDir: string): Promise<Attachment | null> {
  const running = findRunningDatabase(dataDir);
  if (!running) return null;
  try {
    return { client: await connectClient(running.url, ATTACHED), url: running.url };
  } catch (error) {
    if (isDatabaseError(error, "database-unreachable")) return null; // it is just starting or stopping
    throw error;
  }
}

async function whileAttached<T>(
  attached: Attachment,
  place: DatabasePlace,
  work: (url: string) => Promise<T>,
): Promise<T> {
  try {
    await migrate(attached.url, place.migrationsDir); // its owner may be just about to
    return await work(attached.url);
  } finally {
    await attached.client.end().catch(() => {});
  }
}

async function startUnlessOwned(dataDir: string, purpose: string, deadline: number) {
  try {
    return await startEmbedded(dataDir, { purpose });
  } catch (error) {
    if (isDatabaseError(error, "data-folder-owned") && Date.now() < deadline) return null;
    throw error;
  }
}

async function withOwn<T>(own: EmbeddedDatabase, place: DatabasePlace, work: (url: string) => Promise<T>) {
  try {
    await migrate(own.url, place.migrationsDir);
    return await work(own.url);
  } finally {
    await waitForAttached(own);
    await own.stop();
  }
}

async function waitForAttached(own: EmbeddedDatabase): Promise<void> {
  const client = await connectClient(own.adminUrl, "gegenlesen owner").catch(() => null);
  if (!client) return;
  try {
    for (;;) {
      const { rowCount } = await client.query("SELECT FROM pg_stat_activity WHERE application_name = $1", [
        ATTACHED,
      ]);
      if (!rowCount) return;
      await sleep(50);
    }
  } catch {
    // the server ended: nobody is attached any more
  } finally {
    await client.end().catch(() => {});
  }
}
