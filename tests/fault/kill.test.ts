import { readdirSync, readlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { dataFolder } from "@/lib/db/embedded/data-folder";
import { recordedPid } from "@/lib/db/embedded/leftover-server";
import { migrate } from "@/lib/db/migrate";
import { type OwnerProcess, startOwner } from "../support/owner-process";
import { random } from "../support/random";
import { scratchFolder } from "../support/scratch-folder";
import { check } from "./check";
import type { FaultWriter } from "./fault-writer";
import { proposalWriter } from "./proposal-writer";
import { startWriteLoad } from "./write-load";

const WRITERS = 8;
const WRITES_BETWEEN = 50;
const SEED = 20;
const migrationsDir = path.resolve(import.meta.dirname, "../../prisma/migrations");

interface Outcome {
  readonly kills: number;
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: number;
}

interface Running {
  readonly dataDir: string;
  readonly url: string;
  owner: OwnerProcess;
}

type Kill = (running: Running, next: () => number, round: number) => Promise<void>;

const killOwner: Kill = async (running, next, round) => {
  await running.owner.kill();
  if (round % 2 === 1) killServer(running.dataDir, "all");
  await sleep(200 * next()); // an orphaned server goes on acknowledging
  running.owner = await startOwner(running.dataDir, true);
  expect(running.owner.first).toMatchObject({ url: running.url });
};

const killPostgres: Kill = async (running, _next, round) => {
  const restarted = (): number =>
    running.owner.messages.filter(({ event }) => event === "database-restarted").length;
  const before = restarted();
  killServer(running.dataDir, round % 2 === 1 ? "all" : "postmaster");
  await expect.poll(restarted, { timeout: 30_000 }).toBe(before + 1);
};

function killServer(dataDir: string, which: "all" | "postmaster"): void {
  const folder = dataFolder(dataDir);
  const postmaster = recordedPid(folder);
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && cwdOf(name) === folder.cluster);
  expect(all.map(Number)).toContain(postmaster);
  process.kill(postmaster ?? 0, "SIGKILL");
  if (which === "all") for (const pid of all.map(Number)) killIfThere(pid);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // a backend that ended meanwhile
  }
}

function cwdOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

async function killUnderWrites(writer: FaultWriter, kill: Kill, kills: number): Promise<Outcome> {
  const dataDir = path.join(scratchFolder(), "data");
  const next = random(SEED);
  const owner = await startOwner(dataDir, true);
  const url = owner.first.url ?? "";
  const running: Running = { dataDir, url, owner };
  await migrate(url, migrationsDir);
  await writer.prepare(url);
  const load = startWriteLoad(writer, url, WRITERS);
  for (let round = 0; round < kills; round++) {
    const before = load.acknowledged.size;
    await expect
      .poll(() => load.acknowledged.size, { timeout: 60_000 })
      .toBeGreaterThan(before + WRITES_BETWEEN);
    await sleep(300 * next());
    await kill(running, next, round);
  }
  await expect
    .poll(() => load.acknowledged.size, { timeout: 60_000 })
    .toBeGreaterThan(WRITES_BETWEEN * kills);
  await load.stop();
  expect(await check(url, writer.acknowledged([...load.acknowledged]))).toEqual([]);
  const list = await writer.listFound(url);
  const found = new Set(list);
  expect(list).toHaveLength(found.size);
  expect([...found].filter((id) => !load.sent.has(id))).toEqual([]);
  await running.owner.stop();
  const lost = [...load.acknowledged].filter((id) => !found.has(id));
  return {
    kills,
    acknowledged: load.acknowledged.size,
    found: load.acknowledged.size - lost.length,
    lost: lost.length,
  };
}

function report(what: string, { kills, acknowledged, found, lost }: Outcome): void {
  process.stdout.write(
    `${what}: ${kills} × kill -9, ${acknowledged} acknowledged, ${found} found, ${lost} lost\n`,
  );
}

describe.runIf(process.platform === "linux")("the embedded database under writes", () => {
  it("loses no acknowledged proposal over 20 × kill -9 of its owner, half of them with the server", async () => {
    const outcome = await killUnderWrites(proposalWriter, killOwner, 20);
    report("owner", outcome);
    expect(outcome).toMatchObject({ kills: 20, lost: 0 });
  });

  it("loses no acknowledged proposal over 20 × kill -9 of the server, and comes back by itself", async () => {
    const outcome = await killUnderWrites(proposalWriter, killPostgres, 20);
    report("server", outcome);
    expect(outcome).toMatchObject({ kills: 20, lost: 0 });
  });
});
