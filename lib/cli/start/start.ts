import path from "node:path";
import { type Environment, readEnvironment, webAddress } from "@/lib/config/environment";
import { loadSecrets, type Secrets } from "@/lib/config/secrets";
import { connectClient } from "@/lib/db/connect-client";
import { DatabaseError, isDatabaseError } from "@/lib/db/database-error";
import { findPortProblem } from "@/lib/db/embedded/free-port";
import { findOwner } from "@/lib/db/embedded/owner-lock";
import { type EmbeddedDatabase, type EmbeddedEvent, startEmbedded } from "@/lib/db/embedded/start-embedded";
import { migrate } from "@/lib/db/migrate";
import { ensureBuild } from "./build.mjs";
import { databaseWords, environmentWords, portWords } from "./problem-words";
import { root } from "./root.mjs";
import { loadSampleOnce } from "./sample";
import { StepError, say } from "./step.mjs";
import { startWeb, type WebProcess } from "./web-process";

interface Running {
  embedded: EmbeddedDatabase | null;
  web: WebProcess | null;
  isEnding: boolean;
}

/** Brings everything up and serves until a signal comes. Throws `StepError` with words for people. */
export async function start({ isDevelopment }: { isDevelopment: boolean }): Promise<void> {
  const running: Running = { embedded: null, web: null, isEnding: false };
  const end = endOnce(running);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  endWithShell(end);
  try {
    await bringUp(running, isDevelopment, end);
  } catch (error) {
    if (running.isEnding) return; // a signal came first: what fails now fails because of it
    await running.web?.stop();
    await running.embedded?.stop();
    throw isDatabaseError(error) ? new StepError(databaseWords(error)) : error;
  }
}

// A signal to npm goes on to the shell between npm and us, which dies of it without a word.
function endWithShell(end: (code: number) => Promise<void>): void {
  const shell = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => {
    if (process.ppid !== shell) void end(0);
  }, 200).unref();
}

async function bringUp(running: Running, isDevelopment: boolean, end: (code: number) => Promise<void>) {
  const environment = await checkedEnvironment();
  const secrets = readSecrets(environment);
  if (!isDevelopment) await ensureBuild({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey });
  const url = await databaseUrl(environment, running, end);
  const applied = await migrate(environment.migrationUrl ?? url, path.join(root, "prisma/migrations"));
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}.`);
  const loading = environment.loadsSample ? loadSampleOnce(url) : Promise.resolve([]);
  // a new database must not be seen before its sample; an old one only has its sign-ins checked meanwhile
  if (applied.length > 0) await loading;
  const serving = serve(environment, secrets, url, isDevelopment).then((web) => {
    running.web = web;
    return web;
  });
  const [web, signIns] = await Promise.all([serving, loading]);
  const address = environment.publicUrl ?? webAddress(environment.host, environment.port);
  running.embedded?.announce(address);
  say(`\nGegenlesen is ready at ${address}`);
  for (const { role, email, password } of signIns) say(`  ${role.padEnd(10)} ${email}  ${password}`);
  void web.ended.then((code) => end(code || 1));
}

async function checkedEnvironment(): Promise<Environment> {
  const read = readEnvironment(process.env, root);
  if (!read.ok) throw new StepError(read.error.map(environmentWords).join("\n"));
  const environment = read.value;
  if (environment.databaseUrl) await (await connectClient(environment.databaseUrl, "gegenlesen start")).end();
  const owner = environment.databaseUrl ? null : findOwner(environment.dataDir);
  if (owner) {
    const { pid, since, purpose, address } = owner;
    throw new DatabaseError("data-folder-owned", { pid, since, purpose, address: address ?? "" });
  }
  await checkPort(environment);
  return environment;
}

function readSecrets(environment: Environment): Secrets {
  try {
    return loadSecrets(environment);
  } catch (error) {
    const { message: reason } = error as Error;
    throw new DatabaseError(
      "data-folder-unusable",
      { folder: environment.dataDir, reason },
      { cause: error },
    );
  }
}

const PORT_PATIENCE_MS = 2_000;

// The web server of a start that was killed lets go of the port a moment later.
async function checkPort({ port, host }: Environment): Promise<void> {
  let problem: string | null = null;
  for (const deadline = Date.now() + PORT_PATIENCE_MS; Date.now() < deadline; ) {
    problem = await findPortProblem(port, host);
    if (problem !== "EADDRINUSE") break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (problem) throw new StepError(portWords(problem, port, host));
}

const EVENTS: Readonly<Record<EmbeddedEvent, string>> = {
  "database-ended": "The database ended unexpectedly; starting it again …",
  "database-restarted": "The database runs again.",
  "database-lost": "The database does not start any more; see postgres.log in the data folder.",
};

async function databaseUrl(environment: Environment, running: Running, end: (code: number) => Promise<void>) {
  if (environment.databaseUrl) return environment.databaseUrl;
  running.embedded = await startEmbedded(environment.dataDir, {
    purpose: "npm start",
    onEvent: (event) => {
      say(EVENTS[event]);
      if (event === "database-lost") void end(1);
    },
  });
  return running.embedded.url;
}

async function serve(environment: Environment, secrets: Secrets, url: string, isDevelopment: boolean) {
  try {
    return await startWeb({ environment, secrets, databaseUrl: url, isDevelopment });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StepError(code ? portWords(code, environment.port, environment.host) : message);
  }
}

function endOnce(running: Running): (code: number) => Promise<void> {
  let ending: Promise<void> | null = null;
  return (code) => {
    running.isEnding = true;
    ending ??= (async () => {
      await running.web?.stop();
      await running.embedded?.stop();
      process.exit(code);
    })();
    return ending;
  };
}
