// Started by path from run-align-worker.ts; see import-worker.mjs for why it is plain JavaScript.
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";
import { report } from "./worker-progress.mjs";

register({ tsconfig: path.join(workerData.root, "tsconfig.json") });
const { alignParagraphs } = await import("../core/alignment/align.ts");

const { source, target, ...options } = workerData.input;
const beads = alignParagraphs(source, target, {
  ...options,
  onProgress: (done, total) => report({ stage: "aligning", done, total }),
});
parentPort.postMessage({ result: { ok: true, value: beads } });
