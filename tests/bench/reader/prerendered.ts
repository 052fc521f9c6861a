import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "@/lib/cli/start/root.mjs";
import { runStep } from "@/lib/cli/start/step.mjs";
import type { Pair } from "../workbench/bitext";

const NEXT = path.join(root, "node_modules/next/dist/bin/next");
/** Below the project, so that the framework finds its packages; kept, because building takes a minute. */
const PLACE = path.join(root, ".next/cache/bench-prerendered");

/** The same paragraphs and originals as a page that the framework renders when it builds, served by `next start`. */
export async function startPrerendered(pairs: readonly Pair[], port: number): Promise<ChildProcess> {
  await build(JSON.stringify(pairs));
  const child = spawn(process.execPath, [NEXT, "start", "--hostname", "127.0.0.1", "--port", String(port)], {
    cwd: PLACE,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let tries = 0; tries < 150; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) return child;
    await sleep(200);
  }
  child.kill();
  throw new Error("next start does not answer");
}

async function build(article: string): Promise<void> {
  const built = path.join(PLACE, "built.json");
  if (existsSync(built) && readFileSync(built, "utf8") === article) return;
  mkdirSync(PLACE, { recursive: true });
  cpSync(path.join(import.meta.dirname, "prerendered"), PLACE, { recursive: true });
  writeFileSync(path.join(PLACE, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const file = path.join(PLACE, "article.json");
  writeFileSync(file, article);
  await runStep("The build of the prerendered page", process.execPath, [NEXT, "build", PLACE], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    BENCH_ARTICLE: file,
    BENCH_ROOT: root,
  });
  writeFileSync(built, article);
}
