import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LongPageError, type LongPageMaker, longPageMaker } from "@/lib/pages/long-page-maker";

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

  it("rejects what it was at when it dies, and another one makes the next page", async () => {
    const asked = [make("/dies"), make("/a"), make("/dies"), make("/b")];
    await expect(asked[0]).rejects.toThrow("has ended");
    expect(await asked[1]).toBe(`${pid(1)} /a`);
    await expect(asked[2]).rejects.toThrow(LongPageError);
    expect(await asked[3]).toBe(`${pid(2)} /b`);
  });

  it("gives a page up that takes too long, and no other that waits behind it", async () => {
    maker = longPageMaker(start, { mostMs: 1_000 });
    const hanging = make("/hangs");
    const behind = make("/a");
    await expect(hanging).rejects.toThrow("too long");
    expect(await behind).toBe(`${pid(1)} /a`);
  });

  it("rejects, and harms nobody else, when it cannot be started", async () => {
    maker = longPageMaker(() => fork(FILE, [], { execPath: "/nowhere/node", serialization: "advanced" }));
    await expect(make("/a")).rejects.toThrow(LongPageError);
    await expect(make("/b")).rejects.toThrow(LongPageError);
  });

  it("lets nobody wait behind more than it can make in time", async () => {
    maker = longPageMaker(start, { mostWaiting: 2 });
    const asked = [make("/a"), make("/b")];
    await expect(make("/c")).rejects.toThrow("too many");
    expect(await Promise.all(asked)).toEqual([`${pid(0)} /a`, `${pid(0)} /b`]);
    expect(await make("/d")).toBe(`${pid(0)} /d`);
  });

  it("ends when there was nothing to do for a while, not while a page is being made", async () => {
    maker = longPageMaker(start, { idleMs: 50, mostMs: 500 });
    await make("/a");
    const [first] = started;
    if (!first) throw new Error("nothing was started");
    await once(first, "exit");
    await expect(make("/hangs")).rejects.toThrow("too long"); // ten times as long as it may be idle
    expect(started).toHaveLength(2);
  });

  it("ends with the server, and leaves nobody waiting", async () => {
    await make("/a");
    const hanging = make("/hangs");
    await Promise.resolve().then(() => {}); // it has been sent
    maker.stop();
    await expect(hanging).rejects.toThrow("stopped");
    const [first] = started;
    if (first && first.exitCode === null && first.signalCode === null) await once(first, "exit");
    expect(first?.signalCode).toBe("SIGKILL");
    await expect(make("/a")).rejects.toThrow("stopped");
    expect(started).toHaveLength(1);
  });
});
