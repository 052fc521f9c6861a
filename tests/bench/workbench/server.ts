import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { ensureBuild } from "@/lib/cli/start/build.mjs";
import { startWeb } from "@/lib/cli/start/web-process";
import { readEnvironment } from "@/lib/config/environment";
import { loadSecrets } from "@/lib/config/secrets";
import type { UserId } from "@/lib/core/shared/ids";
import { connect, type Database } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { migrate } from "@/lib/db/migrate";

const root = path.resolve(import.meta.dirname, "../../..");

export interface BenchServer {
  readonly address: string;
  readonly db: Database;
  readonly databaseUrl: string;
  /** The same database as somebody who may do anything, to fill it. */
  readonly adminUrl: string;
  /** Value of the session cookie of a person. */
  session(userId: UserId): Promise<string>;
  /** One more instance on the same database; ends with the first. */
  another(): Promise<string>;
  stop(): Promise<void>;
}

/** The production server on a database of its own, built first if the sources changed. */
export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "gegenlesen-bench-"));
  const port = await freePort();
  const environment = readEnvironment({ ...process.env, DATA_DIR: dataDir, PORT: String(port) }, root);
  if (!environment.ok) throw new Error(JSON.stringify(environment.error));
  const secrets = loadSecrets(environment.value);
  await ensureBuild({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey });
  const database = await startEmbedded(dataDir, { purpose: "bench", durable: false });
  await migrate(database.url, path.join(root, "prisma/migrations"));
  const db = connect(database.url, 4);
  // all instances are one installation: they share their pages
  const publicUrl = environment.value.publicUrl ?? `http://127.0.0.1:${port}`;
  const instance = (port: number) =>
    startWeb({
      environment: { ...environment.value, publicUrl, port },
      secrets,
      databaseUrl: database.url,
      isDevelopment: false,
    });
  const running = [await instance(port)];
  return {
    address: `http://127.0.0.1:${port}`,
    db,
    databaseUrl: database.url,
    adminUrl: new URL(new URL(database.url).pathname, database.adminUrl).href,
    another: async () => {
      const further = await freePort();
      running.push(await instance(further));
      return `http://127.0.0.1:${further}`;
    },
    session: async (userId) => {
      const { sessionVersion } = await db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
      return encode({ token: { sub: userId, sessionVersion }, secret: secrets.authSecret, maxAge: 3600 });
    },
    stop: async () => {
      for (const web of running) await web.stop();
      await db.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });
}
