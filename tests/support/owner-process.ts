import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

export interface OwnerMessage {
  readonly url?: string;
  readonly pid?: number;
  readonly event?: string;
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface OwnerProcess {
  readonly child: ChildProcess;
  readonly first: OwnerMessage;
  readonly messages: readonly OwnerMessage[];
  /** kill -9 of its whole process group; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop and waits. */
  stop(): Promise<void>;
}

const script = path.resolve(import.meta.dirname, "embedded-owner.ts");

/** Starts a process that owns the embedded database of `dataDir`, and waits for its first message. */
export async function startOwner(dataDir: string, durable = false): Promise<OwnerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir, durable ? "durable" : ""], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const messages: OwnerMessage[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => messages.push(JSON.parse(line) as OwnerMessage));
  await Promise.race([once(lines, "line"), ended]);
  const [first = {}] = messages;
  return {
    child,
    first,
    messages,
    kill: async () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
