import type { ChildProcess } from "node:child_process";
import { closeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "../database-error";
import { logTail, openLog } from "./data-folder";
import { clusterIn, type LaunchPlace, launch } from "./launch";
import { isReady } from "./leftover-server";
import type { PostgresBinaries } from "./platform-binaries";

/** A running server that is a child of this process. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast and clean: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 60_000; // crash recovery after a long run of writes takes its time

/**
 * Starts PostgreSQL on 127.0.0.1:`port` and waits until it accepts connections.
 * Throws `database-start-failed` with the end of the server's log.
 */
export async function startPostmaster(
  binaries: PostgresBinaries,
  place: LaunchPlace,
  port: number,
  durable: boolean,
): Promise<Postmaster> {
  const log = openLog(place.folder);
  const child = launch(
    binaries.postgres,
    (seen) => serverArguments(clusterIn(seen, place.folder), port, durable),
    place,
    log,
  );
  closeSync(log);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const settle = (): void => {
      over = true;
      process.removeListener("exit", atExit);
      resolve();
    };
    child.once("exit", settle).once("error", settle);
  });
  // when this process ends by an error that nobody caught, the database should not run on without an owner
  const atExit = (): void => void child.kill("SIGINT");
  process.once("exit", atExit);
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(child.pid && isReady(place.folder, child.pid))) {
    if (over || Date.now() > deadline) {
      await stopChild(child, ended);
      throw new DatabaseError("database-start-failed", { port, log: logTail(place.folder) });
    }
    await Promise.race([ended, sleep(10)]);
  }
  return { pid: child.pid, ended, stop: () => stopChild(child, ended) };
}

function serverArguments(cluster: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    fsync: durable ? "on" : "off",
    synchronous_commit: "on",
    full_page_writes: durable ? "on" : "off",
    jit: "off", // short statements: compiling them costs more than it saves
    timezone: "UTC",
    log_timezone: "UTC",
    log_destination: "stderr",
    logging_collector: "off",
    lc_messages: "C",
  };
  return ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const { signal, wait } of [
    { signal: "SIGINT", wait: 20_000 },
    { signal: "SIGQUIT", wait: 5_000 },
    { signal: "SIGKILL", wait: 5_000 },
  ] as const) {
    child.kill(signal);
    const timer = new AbortController();
    const late = sleep(wait, true, { signal: timer.signal }).catch(() => false);
    const isLate = await Promise.race([ended.then(() => false), late]);
    timer.abort();
    if (!isLate) return;
  }
}
