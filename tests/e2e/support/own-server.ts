import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "@/lib/db/embedded/free-port";
import { findRunningDatabase } from "@/lib/db/embedded/running-database";

const root = path.resolve(import.meta.dirname, "../../..");
const START_TIMEOUT_MS = 60_000;

/** A second server of ours, beside the one that all tests share. */
export interface OwnServer {
  readonly address: string;
  stop(): Promise<void>;
}

function sharedDatabase() {
  const running = findRunningDatabase(path.resolve(process.env.E2E_DATA_DIR ?? ""));
  if (!running) throw new Error("the server under test has no database");
  return running;
}

/** A port for `startOwnServer`, for those who must know the address before. */
export const ownPort = (): Promise<number> => freePort(null);

/** `npm start` with settings of its own, without the sample, on the shared database unless told otherwise. */
export async function startOwnServer(
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<OwnServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "gegenlesen-e2e-own-"));
  const child = spawn(process.execPath, ["lib/cli/start.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DATABASE_URL: sharedDatabase().url,
      DATABASE_POOL_SIZE: "4",
      SAMPLE: "none",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = once(child, "close");
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + START_TIMEOUT_MS; ; await sleep(50)) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return { address, stop };
    if (child.exitCode === null && Date.now() < deadline) continue;
    await stop();
    throw new Error(`the second server does not start:\n${output}`);
  }
}

/** The same on a database in which nobody has an account yet. */
export async function startEmptyServer(): Promise<OwnServer> {
  const { url, adminUrl } = sharedDatabase();
  const name = `empty_${randomBytes(6).toString("hex")}`;
  const own = new URL(url);
  await query(adminUrl, `CREATE DATABASE ${name} OWNER ${pg.escapeIdentifier(own.username)}`);
  own.pathname = `/${name}`;
  const server = await startOwnServer(await ownPort(), { DATABASE_URL: own.href });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await query(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
