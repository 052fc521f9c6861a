import { accessSync, constants, existsSync } from "node:fs";
import { run } from "./command.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PACKAGES = ["chromium", "fonts-liberation", "fonts-noto-core"];

/** Null when there is a Chromium, installed from Debian if need be; else one line that says what to do. */
export async function ensureChromium() {
  if (isExecutable(CHROMIUM)) return null;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium from Debian …");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], env);
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...PACKAGES], env);
    if (isExecutable(CHROMIUM)) return null;
  }
  return `The browser tests need Chromium at ${CHROMIUM}. On Debian: apt-get install ${PACKAGES.join(" ")}`;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
