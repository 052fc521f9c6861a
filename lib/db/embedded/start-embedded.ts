import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { writePrivately } from "../../config/private-file";
import { isDatabaseError } from "../database-error";
import { connectionStrings, ensureApplicationDatabase } from "./application-database";
import { createCluster } from "./create-cluster";
import {
  checkVersion,
  type DataFolder,
  dataFolder,
  prepareFolders,
  readOrCreatePasswords,
} from "./data-folder";
import { freePort } from "./free-port";
import type { LaunchPlace } from "./launch";
import { stopLeftoverServer } from "./leftover-server";
import { acquireOwnership } from "./owner-lock";
import { findBinaries, type PostgresBinaries } from "./platform-binaries";
import { type Postmaster, startPostmaster } from "./postmaster";
import { serverAccount } from "./server-account";

/** What happens to the server between start and stop that nobody asked for. */
export type EmbeddedEvent = "database-ended" | "database-restarted" | "database-lost";

export interface EmbeddedOptions {
  /** Shown to whoever finds the data folder taken, such as "start" or "import". */
  readonly purpose?: string;
  /** False gives up safety against power cuts for speed: for tests only. */
  readonly durable?: boolean;
  readonly onEvent?: (event: EmbeddedEvent) => void;
}

/** A running embedded database. Both strings contain passwords. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Superuser, for tests and tools. */
  readonly adminUrl: string;
  /** PID of the server. */
  readonly pid: number;
  /** Tells whoever finds the data folder taken where it is served. */
  announce(address: string): void;
  /** Stops the server fast and clean and gives the data folder back. May be called twice. */
  stop(): Promise<void>;
}

const RESTART_DELAYS_MS = [0, 200, 500, 1000, 2000, 4000];
const STABLE_MS = 60_000;

/**
 * Starts the PostgreSQL of `dataDir`, creating it on the first call, and keeps it running until `stop`: a server
 * that ends by itself is started again on the same port, so that connection pools find it. What a killed owner left
 * running is stopped first. Throws `DatabaseError`, among them `data-folder-owned` while another process has it.
 */
export async function startEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const folder = dataFolder(dataDir);
  const durable = options.durable ?? true;
  const account = serverAccount(folder.postgres);
  const binaries = findBinaries(account);
  const ownership = acquireOwnership(folder.root, options.purpose ?? "database");
  try {
    const place = { folder, account };
    prepareFolders(folder, account);
    const passwords = readOrCreatePasswords(folder);
    await createCluster(binaries, place, passwords, durable);
    checkVersion(folder, binaries.major);
    await stopLeftoverServer(folder);
    const { port, postmaster } = await startOnFreePort(binaries, place, durable);
    const start = (): Promise<Postmaster> => startPostmaster(binaries, place, port, durable);
    const supervised = supervise(postmaster, start, folder, options.onEvent ?? (() => {}));
    const urls = connectionStrings(port, passwords);
    await ensureApplicationDatabase(urls.admin, passwords.app).catch(async (error: unknown) => {
      await supervised.stop();
      throw error;
    });
    writePrivately(
      folder.connection,
      JSON.stringify({ url: urls.app, adminUrl: urls.admin, port, owner: process.pid }),
    );
    return {
      url: urls.app,
      adminUrl: urls.admin,
      get pid() {
        return supervised.pid();
      },
      announce: ownership.announce,
      stop: once(async () => {
        await supervised.stop();
        ownership.release();
      }),
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

const START_ATTEMPTS = 4;

// Between looking for a free port and binding it another process may take it, and a server that was just killed may
// hold its shared memory for a moment longer than it is seen.
async function startOnFreePort(binaries: PostgresBinaries, place: LaunchPlace, durable: boolean) {
  let preferred = lastPort(place.folder);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(preferred);
    try {
      return { port, postmaster: await startPostmaster(binaries, place, port, durable) };
    } catch (error) {
      if (!isDatabaseError(error, "database-start-failed") || attempt === START_ATTEMPTS) throw error;
      if (String(error.params.log).includes("could not bind")) preferred = null;
      else await sleep(attempt * 200);
    }
  }
}

// connection.json stays after a stop: it carries the port over, and nobody trusts it without a living owner
function lastPort(folder: DataFolder): number | null {
  try {
    return (JSON.parse(readFileSync(folder.connection, "utf8")) as { port?: number }).port ?? null;
  } catch {
    return null;
  }
}

interface Supervised {
  pid(): number;
  stop(): Promise<void>;
}

function supervise(
  first: Postmaster,
  start: () => Promise<Postmaster>,
  folder: DataFolder,
  report: (event: EmbeddedEvent) => void,
): Supervised {
  let current = first;
  let stopping = false;
  const restart = async (): Promise<boolean> => {
    for (const delay of RESTART_DELAYS_MS) {
      await sleep(delay);
      if (stopping) return false;
      try {
        await stopLeftoverServer(folder); // backends of a killed server hold its shared memory for a moment
        current = await start();
        if (stopping) return false;
        report("database-restarted");
        return true;
      } catch {
        // the next attempt, or "lost"
      }
    }
    report("database-lost");
    return false;
  };
  const watch = async (): Promise<void> => {
    let quickEnds = 0;
    for (;;) {
      const since = Date.now();
      await current.ended;
      if (stopping) return;
      report("database-ended");
      quickEnds = Date.now() - since < STABLE_MS ? quickEnds + 1 : 0;
      await sleep(Math.min(quickEnds, 10) * 100);
      if (!(await restart())) return;
    }
  };
  const watching = watch();
  return {
    pid: () => current.pid,
    stop: async () => {
      stopping = true;
      await current.stop();
      await watching;
      await current.stop();
    },
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
