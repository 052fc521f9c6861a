// The process that makes long pages, started by web-server.mjs when there is one to make.
import "./end-with-parent.mjs";
import os from "node:os";
import next from "next";
import { tsImport } from "tsx/esm/api";
import { root } from "./root.mjs";

const BELOW_THE_SERVER = 10;

process.on("SIGINT", () => {}); // a Ctrl-C reaches the whole group: the server decides
if (os.getPriority() < BELOW_THE_SERVER) os.setPriority(BELOW_THE_SERVER);

console.log = () => {}; // the framework's chatter; the server's process has said it already
const app = next({ dev: false, dir: root, hostname: process.env.HOST, port: Number(process.env.PORT) });
const ready = Promise.all([tsImport("../../pages/answer-maker.ts", import.meta.url), app.prepare()]).then(
  ([{ answerMaker }]) => answerMaker(app.getRequestHandler(), process.env.NEXTAUTH_URL),
);
// without these the process ends, and whoever asked hears of that
process.on("message", async (address) => process.send(await (await ready)(address)));
