import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder";
import { findProcess } from "./process-identity";

/** PID in the cluster's postmaster.pid, or null. Says nothing about whether that process lives or is a server. */
export function recordedPid(folder: DataFolder): number | null {
  const pid = Number.parseInt(readPidFile(folder)[0] ?? "", 10);
  return pid > 0 ? pid : null;
}

/** True once the postmaster `pid` accepts connections (it writes its state into line 8). */
export function isReady(folder: DataFolder, pid: number): boolean {
  const lines = readPidFile(folder);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

function readPidFile(folder: DataFolder): string[] {
  try {
    return readFileSync(path.join(folder.cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

const SIGNALS = [
  { signal: "SIGINT", wait: 15_000 }, // fast shutdown: roll back, checkpoint, end
  { signal: "SIGQUIT", wait: 5_000 }, // immediate: end now, recover at the next start
  { signal: "SIGKILL", wait: 5_000 },
] as const;

/**
 * Ends what a killed owner left running in the cluster, the postmaster first and then backends that lost theirs,
 * and removes a postmaster.pid whose number means another process by now or a zombie, for both of which PostgreSQL
 * would refuse to start. The caller owns the data folder. Nothing committed is lost by any of these signals.
 */
export async function stopLeftoverServer(folder: DataFolder): Promise<void> {
  for (const { signal, wait } of SIGNALS) {
    const pids = serverProcesses(folder);
    const recorded = recordedPid(folder);
    const postmaster = pids.find((pid) => pid === recorded);
    // without a postmaster the backends end by themselves as soon as they notice: only SIGKILL is for them
    if (postmaster !== undefined) signalProcess(postmaster, signal);
    else if (signal === "SIGKILL") for (const pid of pids) signalProcess(pid, signal);
    if (await gone(folder, pids.length === 0 ? 0 : wait)) break;
  }
  rmSync(path.join(folder.cluster, "postmaster.pid"), { force: true });
}

async function gone(folder: DataFolder, wait: number): Promise<boolean> {
  const end = Date.now() + wait;
  while (serverProcesses(folder).length > 0) {
    if (Date.now() >= end) return false;
    await sleep(20);
  }
  return true;
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ended meanwhile
  }
}

// Every process of a server has the cluster as its working directory; nothing else has any business there.
function serverProcesses(folder: DataFolder): number[] {
  if (process.platform !== "linux") return recordedServer(folder);
  let cluster: string;
  try {
    cluster = realpathSync(folder.cluster);
  } catch {
    return [];
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && workingDirectory(name) === cluster)
    .map(Number);
}

function workingDirectory(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null; // a kernel thread, a zombie, or somebody else's
  }
}

function recordedServer(folder: DataFolder): number[] {
  const pid = recordedPid(folder);
  if (pid === null || !findProcess(pid)) return [];
  try {
    const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes(folder.cluster) ? [pid] : [];
  } catch {
    return [];
  }
}
