import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { acquireOwnership, findOwner } from "@/lib/db/embedded/owner-lock";
import { findProcess } from "@/lib/db/embedded/process-identity";
import { scratchFolder } from "../../support/scratch-folder";

function writeLock(dataDir: string, number: number, content: object): string {
  const folder = path.join(dataDir, "owner");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${number}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const lockOf = (pid: number) => ({
  ...findProcess(pid),
  since: "2026-01-01T00:00:00Z",
  purpose: "x",
  address: null,
});

describe("the lock on a data folder", () => {
  it("is taken, shown to others, and given back", () => {
    const dataDir = scratchFolder();
    expect(findOwner(dataDir)).toBeNull();
    const ownership = acquireOwnership(dataDir, "npm start");
    ownership.announce("http://127.0.0.1:3000");
    expect(findOwner(dataDir)).toMatchObject({ pid: process.pid, address: "http://127.0.0.1:3000" });
    expect(() => acquireOwnership(dataDir, "import")).toThrow(
      expect.objectContaining({
        code: "data-folder-owned",
        params: expect.objectContaining({ pid: process.pid, purpose: "npm start" }),
      }),
    );
    ownership.release();
    expect(findOwner(dataDir)).toBeNull();
    acquireOwnership(dataDir, "import").release();
  });

  it("counts a number that another process got meanwhile as dead", () => {
    const dataDir = scratchFolder();
    writeLock(dataDir, 7, { ...lockOf(process.pid), started: "another start" });
    expect(findOwner(dataDir)).toBeNull();
    acquireOwnership(dataDir, "x").release();
  });

  it.runIf(process.platform === "linux")("counts a zombie as dead", async () => {
    const dataDir = scratchFolder();
    // the shell never waits for its child, which stays a zombie until the shell itself ends
    const shell = spawn("sh", ["-c", "sleep 0.2 & echo $!; exec sleep 30"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = (await once(shell.stdout, "data")) as [Buffer];
    const pid = Number(line.toString());
    writeLock(dataDir, 1, lockOf(pid));
    expect(findOwner(dataDir)?.pid).toBe(pid);
    await sleep(500);
    expect(() => process.kill(pid, 0)).not.toThrow();
    expect(findOwner(dataDir)).toBeNull();
    shell.kill("SIGKILL");
  });

  it("believes an owner on another machine as long as it gives signs of life", () => {
    const dataDir = scratchFolder();
    const file = writeLock(dataDir, 3, { ...lockOf(process.pid), host: "another machine" });
    expect(() => acquireOwnership(dataDir, "x")).toThrow(
      expect.objectContaining({ code: "data-folder-owned" }),
    );
    const minuteAgo = Date.now() / 1000 - 60;
    utimesSync(file, minuteAgo, minuteAgo);
    acquireOwnership(dataDir, "x").release();
  });

  it("survives a lock file that a power cut left empty", () => {
    const dataDir = scratchFolder();
    writeFileSync(writeLock(dataDir, 2, {}), "");
    acquireOwnership(dataDir, "x").release();
  });

  it("goes to exactly one of six that take over from a dead owner at once, in 100 rounds", async () => {
    const contenders = await Promise.all(Array.from({ length: 6 }, startContender));
    for (let round = 0; round < 100; round++) {
      const dataDir = scratchFolder();
      writeLock(dataDir, 1 + round, { ...lockOf(process.pid), started: "dead" });
      const answers = await Promise.all(contenders.map((contender) => contender.try(dataDir)));
      expect(answers.toSorted()).toEqual([...Array(5).fill("data-folder-owned"), "mine"]);
      expect(readdirSync(path.join(dataDir, "owner"))).toHaveLength(1);
    }
    for (const contender of contenders) contender.end();
  });
});

const contender = `
  import { createInterface } from "node:readline";
  import { acquireOwnership } from "@/lib/db/embedded/owner-lock";
  createInterface({ input: process.stdin }).on("line", (dataDir) => {
    try { acquireOwnership(dataDir, "race"); console.log("mine"); } catch (error) { console.log(error.code); }
  }).on("close", () => process.exit());
  console.log("ready");
`;

async function startContender() {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", contender], {
    cwd: path.resolve(import.meta.dirname, "../../.."),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answer = async (): Promise<string> =>
    String(((await once(child.stdout, "data")) as [Buffer])[0]).trim();
  await answer();
  return {
    try: (dataDir: string): Promise<string> => {
      const heard = answer();
      child.stdin.write(`${dataDir}\n`);
      return heard;
    },
    end: () => child.stdin.end(),
  };
}
