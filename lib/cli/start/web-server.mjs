// The production server as a process of its own, started by start.ts with everything in the environment.
import "./end-with-parent.mjs";
import { fork } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";
import { tsImport } from "tsx/esm/api";
import { root } from "./root.mjs";

const GRACE_MS = 4_000;
const hostname = process.env.HOST;
const port = Number(process.env.PORT);
const poolSize = Number(process.env.DATABASE_POOL_SIZE);
const running = new Set();
let front = null;
let stopping = false;

const server = createServer((request, response) => {
  if (!stopping && front.answerKept(request, response)) return;
  running.add(response);
  response.once("close", () => {
    running.delete(response);
    if (stopping) server.closeIdleConnections();
  });
  front.answer(request, response);
});

function tell(message) {
  if (process.connected) process.send(message);
}

function fail(error) {
  tell({ type: "failed", code: error.code, text: error.message });
  console.error(error);
  process.exit(1);
}

// A live stream never ends by itself; its reader connects again by itself.
function stop() {
  if (stopping) return;
  stopping = true;
  void front?.stop();
  server.close(() => process.exit(0));
  for (const response of running) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
  }
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}

// Much of what it does is short-lived: with more room for that, a page takes two thirds of the time.
function startMaker() {
  return fork(fileURLToPath(new URL("./page-maker.mjs", import.meta.url)), [], {
    cwd: root,
    serialization: "advanced", // bytes stay bytes
    execArgv: ["--enable-source-maps", "--max-semi-space-size=64"],
    env: { ...process.env, MAKES_PAGES: "true", DATABASE_POOL_SIZE: String(Math.min(2, poolSize)) },
  });
}

// What Next bundles is its own; this tsx reads, and no other module of this process passes through it.
const loading = tsImport("../../pages/page-front.ts", import.meta.url);
loading.catch(() => {}); // awaited below

process.on("message", (message) => {
  if (message?.type === "stop") stop();
});
process.on("SIGTERM", stop);
process.on("SIGINT", () => {}); // a Ctrl-C reaches the whole group: the parent decides the order

try {
  const app = next({ dev: false, dir: root, hostname, port, httpServer: server });
  const log = console.log;
  console.log = () => {}; // its chatter about how long its configuration took
  await app.prepare();
  console.log = log;
  front = (await loading).openPageFront({
    next: app.getRequestHandler(),
    databaseUrl: process.env.DATABASE_URL,
    publicAddress: process.env.NEXTAUTH_URL,
    root,
    startMaker,
  });
  server.once("error", fail);
  server.listen({ host: hostname, port }, () => tell({ type: "listening" }));
} catch (error) {
  fail(error);
}
