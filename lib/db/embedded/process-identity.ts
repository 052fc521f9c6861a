import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import os from "node:os";

/**
 * A process that can be told from another one that got the same number later: PID and start time, and the
 * PID namespace of the machine on which both mean something.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

interface ProcessState {
  readonly started: string;
  readonly zombie: boolean;
}

/** Identity of the process `pid` (default: this one), or null when there is none or only a zombie is left. */
export function findProcess(pid: number = process.pid): ProcessIdentity | null {
  const state = process.platform === "linux" ? readProc(pid) : readPs(pid);
  return state && !state.zombie ? { pid, started: state.started, host: thisHost() } : null;
}

/** "unknown" when the process belongs to another machine or container: only a sign of life can tell then. */
export function isRunning(identity: ProcessIdentity): boolean | "unknown" {
  if (identity.host !== thisHost()) return "unknown";
  return findProcess(identity.pid)?.started === identity.started;
}

function thisHost(): string {
  const namespace = process.platform === "linux" ? readlinkSync("/proc/self/ns/pid") : "";
  return `${os.hostname()} ${namespace}`.trim();
}

// proc(5): fields after the last ")" because a command may contain spaces and parentheses; state is the third
// field, the start in clock ticks since boot the twenty-second. The boot id tells boots apart.
function readProc(pid: number): ProcessState | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { started: `${boot} ${fields[19]}`, zombie: fields[0] === "Z" || fields[0] === "X" };
  } catch {
    return null;
  }
}

function readPs(pid: number): ProcessState | null {
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const [, stat = "", started = ""] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
    return started ? { started, zombie: stat.startsWith("Z") } : null;
  } catch {
    return null;
  }
}
