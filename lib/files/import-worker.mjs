// Started by path from run-import-worker.ts. Plain JavaScript, so that it runs the same under the
// built server, the command line and the tests; the TypeScript sources are loaded through tsx.
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// What is loaded before tsx is not translated by it: the language model alone takes half the time so.
for (const name of [
  "eld/medium",
  "unified",
  "remark-parse",
  "remark-gfm",
  "parse5",
  "saxes",
  "yauzl",
  "jschardet",
]) {
  await import(name);
}
register({ tsconfig: path.join(workerData.root, "tsconfig.json") });
const { importBitext } = await import("./import-bitext.ts");

const INTERVAL = 100;
let last = { stage: "", at: 0 };

/** At most ten messages a second and one at each change of stage: the rest would only fill the queue. */
function report(progress) {
  const at = performance.now();
  const isDone = progress.done === progress.total;
  if (progress.stage === last.stage && !isDone && at - last.at < INTERVAL) return;
  last = { stage: progress.stage, at };
  parentPort.postMessage({ progress });
}

parentPort.postMessage({ result: await importBitext(workerData.input, report) });
