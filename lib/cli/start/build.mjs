import { existsSync } from "node:fs";
import path from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { root } from "./root.mjs";
import { runStep, say } from "./step.mjs";

const STAMP = ".next/gegenlesen-build";
const SOURCES = [
  "app",
  "lib",
  "messages",
  "prisma",
  "next.config.js",
  "proxy.ts",
  "instrumentation.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
// what Next never sees: the command line, the pages in front of it, the generated client (its schema counts), notes, the sample's texts
const isNoSource = (file) =>
  /^(lib\/cli|lib\/pages|lib\/db\/generated|prisma\/(migrations|sample))$|\.md$/.test(file);

/** Builds the application when its sources are others than last time. */
export async function ensureBuild(env = {}) {
  const print = fingerprint(SOURCES, isNoSource);
  if (isStamped(STAMP, print) && existsSync(path.join(root, ".next/BUILD_ID"))) return;
  say("Building the application …");
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const seconds = await runStep("The build", process.execPath, [next, "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...env,
  });
  stamp(STAMP, print);
  say(`Built the application in ${seconds.toFixed(0)} s.`);
}
