import { spawnSync } from "node:child_process";
import type { Subject } from "./compare";

export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly errors: number;
}

const CONNECTIONS = 32;

const SECONDS = 3;
const MOST_SECONDS = 24;

/** Asks for an address as fast as it is answered, on 32 connections that stay open; longer if nothing is answered. */
export function load(subject: Subject, seconds = SECONDS): Load {
  const { stdout, stderr, status } = spawnSync(
    "wrk",
    [
      "-t1",
      `-c${CONNECTIONS}`,
      `-d${seconds}s`,
      "--timeout",
      "30s",
      "--latency",
      ...subject.headers.flatMap((header) => ["-H", header]),
      subject.address,
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`wrk: ${stderr}`);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const p99 = milliseconds(/\s99%\s+([\d.]+)(us|ms|s)/.exec(stdout));
  const errors = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  if (perSecond === 0 && seconds < MOST_SECONDS) return load(subject, seconds * 2);
  if (!perSecond) throw new Error(`wrk said: ${stdout}`);
  return { perSecond, p99, errors };
}

const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };
const milliseconds = (found: RegExpExecArray | null): number =>
  Number(found?.[1]) * (UNITS[found?.[2] ?? ""] ?? Number.NaN);

/** Of several rounds. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
