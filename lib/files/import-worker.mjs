// Started by path through run-worker.ts. Plain JavaScript, so that it runs the same under the
// built server, the command line and the tests; the TypeScript sources are loaded through tsx.
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";
import { report } from "./worker-progress.mjs";

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

parentPort.postMessage({ result: await importBitext(workerData.input, report) });
