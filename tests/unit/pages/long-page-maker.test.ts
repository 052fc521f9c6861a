import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LongPageMaker, longPageMaker } from "@/lib/pages/long-page-maker";

const FILE = path.resolve(import.meta.dirname, "../../support/maker-process.mjs");

let started: ChildProcess[];
let maker: LongPageMaker;

const start = () => {
  const child = fork(FILE, [], { serialization: "advanced", execArgv: [] });
  started.push(child);
  return child;
};
const make = async (target: string) => {
  const made = await maker.make({ path: target, tag: "salt", kind: "page", isKept: true });
  return made.kind === "once" ? made.body.toString() : made.kind;
};
const pid = (index: number) => String(started[index]?.pid);

beforeEach(() => {
  started = [];
  maker = longPageMaker(start);
});
afterEach(() => maker.stop());

describe("the process that makes long pages", () => {
  it("is started with the first page, and makes all further ones", async () => {
    expect(started).toEqual([]);
    expect(await Promise.all([make("/a"), make("/b")])).toEqual([`${pid(0)} /a`, `${pid(0)} /b`]);
    expect(await make("/c")).toBe(`${pid(0)} /c`);
    expect(started).toHaveLength(1);
  });

  it("says what could not be made, and goes on", async () => {
    await expect(make("/fails")).rejects.toThrow("the framework did not answer");
    expect(await make("/a")).toBe(`${pid(0)} /a`);
  });

  it("rejects everything that it was asked when it dies, and another one makes the next page", async () => {
    const asked = [make("/hangs"), make("/dies")];
    for (const one of asked) await expect(one).rejects.toThrow("has ended");
    expect(await make("/a")).toBe(`${pid(1)} /a`);
  });

  it("ends when there was nothing to do for a while, not while a page is being made", async () => {
    maker = longPageMaker(start, 50);
    await make("/a");
    const [first] = started;
    if (!first) throw new Error("nothing was started");
    await once(first, "exit");
    const hanging = make("/hangs");
    expect(await make("/b")).toBe(`${pid(1)} /b`);
    expect(await make("/c")).toBe(`${pid(1)} /c`);
    maker.stop();
    await expect(hanging).rejects.toThrow("stopped");
  });

  it("ends with the server, and leaves nobody waiting", async () => {
    const hanging = make("/hangs");
    maker.stop();
    await expect(hanging).rejects.toThrow("stopped");
    const [first] = started;
    if (first && first.exitCode === null && first.signalCode === null) await once(first, "exit");
    expect(first?.signalCode).toBe("SIGKILL");
  });
});
