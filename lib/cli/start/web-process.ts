import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Environment } from "@/lib/config/environment";
import { webAddress } from "@/lib/config/environment";
import type { Secrets } from "@/lib/config/secrets";
import { root } from "./root.mjs";

/** The web server, in a process of its own that ends with this one. */
export interface WebProcess {
  /** Resolves when it has ended, with its exit code. */
  readonly ended: Promise<number | null>;
  /** Lets running requests finish, ends live streams, and is over after five seconds at most. */
  stop(): Promise<void>;
}

interface WebOptions {
  readonly environment: Environment;
  readonly secrets: Secrets;
  readonly databaseUrl: string;
  readonly isDevelopment: boolean;
}

const STOP_TIMEOUT_MS = 5_000;

/** Starts it and waits until it answers. Rejects with `EADDRINUSE` in `code` when the port is taken. */
export async function startWeb(options: WebOptions): Promise<WebProcess> {
  const child = options.isDevelopment ? forkDevelopment(options) : forkProduction(options);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  await new Promise<void>((resolve, reject) => {
    if (options.isDevelopment) resolve(); // `next dev` says itself when it is ready
    child.on("message", (message: { type: string; code?: string; text?: string }) => {
      if (message.type === "listening") resolve();
      if (message.type === "failed") reject(Object.assign(new Error(message.text), { code: message.code }));
    });
    child.once("exit", (code) => reject(new Error(`The web server ended with code ${code} while starting.`)));
  });
  return { ended, stop: () => stop(child, ended) };
}

function forkProduction(options: WebOptions): ChildProcess {
  return fork(path.join(root, "lib/cli/start/web-server.mjs"), [], {
    cwd: root,
    execArgv: ["--enable-source-maps"],
    env: { ...webEnvironment(options), NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "true" },
  });
}

function forkDevelopment(options: WebOptions): ChildProcess {
  const { host, port } = options.environment;
  return fork(path.join(root, "node_modules/next/dist/bin/next"), ["dev", "-H", host, "-p", String(port)], {
    cwd: root,
    execArgv: ["--import", path.join(root, "lib/cli/start/end-with-parent.mjs")],
    env: { ...webEnvironment(options), NODE_ENV: "development" },
  });
}

function webEnvironment({ environment, secrets, databaseUrl }: WebOptions): NodeJS.ProcessEnv {
  const { host, port, dataDir, databasePoolSize, publicUrl } = environment;
  return {
    ...process.env,
    HOST: host,
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: "", // what serves people may not rewrite history
    DATABASE_POOL_SIZE: String(databasePoolSize),
    NEXTAUTH_URL: publicUrl ?? webAddress(host, port),
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.send({ type: "stop" });
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(late);
}
