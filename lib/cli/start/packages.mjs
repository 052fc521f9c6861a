import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { root } from "./root.mjs";
import { runStep, say } from "./step.mjs";

const STAMP = "node_modules/.gegenlesen-packages";
const locked = () => fingerprint(["package.json", "package-lock.json"]);

/** Installs the packages when they are missing or the lock file says others than last time. */
export async function ensurePackages() {
  if (isStamped(STAMP, locked())) return;
  if (!existsSync(path.join(root, STAMP)) && isInstalledByHand()) return stamp(STAMP, locked());
  say("Installing packages …");
  const args = ["install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const seconds = await (npm?.endsWith(".js")
    ? runStep("npm install", process.execPath, [npm, ...args])
    : runStep("npm install", "npm", args));
  stamp(STAMP, locked()); // npm may have rewritten the lock file
  say(`Installed packages in ${seconds.toFixed(0)} s.`);
}

// npm leaves a copy of the lock file behind once everything is in place.
function isInstalledByHand() {
  const done = statSync(path.join(root, "node_modules/.package-lock.json"), { throwIfNoEntry: false });
  const wanted = statSync(path.join(root, "package-lock.json"), { throwIfNoEntry: false });
  return done !== undefined && wanted !== undefined && done.mtimeMs >= wanted.mtimeMs;
}
