import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "@/lib/cli/start/root.mjs";

/** A program that does nothing until it is told something, and then answers; as the worker of `next dev` begins. */
const WAITS = `process.on("message", (text) => process.send(text + " heard"));`;

function start(): ChildProcess {
  const program = path.join(mkdtempSync(path.join(os.tmpdir(), "gegenlesen-waits-")), "waits.mjs");
  writeFileSync(program, WAITS);
  return fork(program, [], {
    execArgv: ["--import", path.join(root, "lib/cli/start/end-with-parent.mjs")],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

it("leaves a program alive that waits for nothing but its parent's word", async () => {
  const child = start();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(child.exitCode).toBeNull();
  child.send("Word");
  expect(await once(child, "message")).toEqual(["Word heard", undefined]);
  child.kill();
});

it("ends the program when its parent is gone", async () => {
  const child = start();
  child.send("Word");
  await once(child, "message");
  child.disconnect();
  expect(await once(child, "exit")).toEqual([1, null]);
});
