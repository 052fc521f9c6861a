import { parentPort } from "node:worker_threads";

const INTERVAL = 100;
let last = { stage: "", at: 0 };

/** At most ten messages a second and one at each change of stage: the rest would only fill the queue. */
export function report(progress) {
  const at = performance.now();
  const isDone = progress.done === progress.total;
  if (progress.stage === last.stage && !isDone && at - last.at < INTERVAL) return;
  last = { stage: progress.stage, at };
  parentPort.postMessage({ progress });
}
