import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export interface StartedServer {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** `npm start` in `cwd` as a process group of its own, without a DATABASE_URL of this test run. */
export function startServer(cwd: string, env: Record<string, string>): StartedServer {
  const { DATABASE_URL: _unused, ...inherited } = process.env;
  const child = spawn(process.execPath, ["lib/cli/start.mjs"], {
    cwd,
    detached: true,
    env: { ...inherited, NODE_ENV: "production", SAMPLE: "none", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, output: () => output, ended };
}

/** Ends it as a person would, and waits for it. */
export async function stopServer({ child, ended }: StartedServer): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await ended;
}

/** Milliseconds until the health check answers. */
export async function firstAnswer(address: string, limit = 60_000): Promise<number> {
  const since = Date.now();
  while (Date.now() - since < limit) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return Date.now() - since;
    await sleep(20);
  }
  throw new Error(`no answer from ${address} within ${limit} ms`);
}
