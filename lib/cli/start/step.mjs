import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/** A step that failed for a reason that is worth saying, without a stack. */
export class StepError extends Error {}

/** One calm line on standard output. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs Node on a script (or npm) in the checkout, silent while all is well: its last lines are part of the
 * StepError otherwise. Answers with the seconds it took.
 */
export async function runStep(what, command, args, env = {}) {
  const since = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const atExit = () => child.kill();
  process.once("exit", atExit);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(-1);
    });
    child.once("close", resolve);
  });
  process.removeListener("exit", atExit);
  if (code !== 0) throw new StepError(`${what} failed:\n\n${lastLines(output)}`);
  return (Date.now() - since) / 1000;
}

function lastLines(output, count = 60) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
