import { spawn } from "node:child_process";
import { root } from "../../lib/cli/start/root.mjs";

const LIMIT_MS = 40 * 60_000;

/**
 * Runs a program in the checkout. Its output is kept for the report of a failure; lines that begin with "note: " are
 * shown at once. Nothing may hang longer than forty minutes.
 */
export async function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const endGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // over already
    }
  };
  const atExit = () => endGroup("SIGTERM");
  process.once("exit", atExit);
  const limit = setTimeout(() => endGroup("SIGKILL"), LIMIT_MS);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const line of lines) {
        const note = /^\W*note: (.*)$/.exec(line)?.[1]; // behind the dots of a reporter
        if (note) console.log(`  ${note}`);
      }
    });
  }
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(-1);
    });
    child.once("close", resolve);
  });
  clearTimeout(limit);
  process.removeListener("exit", atExit);
  return { code, output };
}

/** Runs a program that an npm package brings. */
export function runPackage(script, args, env) {
  return run(process.execPath, [`node_modules/${script}`, ...args], env);
}
