/**
 * A published article of 40 kB from our production server, beside nginx with the same bytes in a file, bare node:http,
 * and the framework's own rendering, 32 connections each, in one run: `npm run bench:reader [-- --rounds 3]`. Then
 * nginx in front by lib/pages/nginx.conf, two instances, many articles, long histories, and the bytes of a first visit.
 * Needs nginx and wrk.
 */
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { copyArticle, growHistory, publishedArticle } from "./reader/articles";
import { firstVisit } from "./reader/first-visit";
import { load, median } from "./reader/load";
import { startNginx } from "./reader/nginx";
import { printTable } from "./support/table";
import { syntheticPairs } from "./workbench/bitext";
import { freePort, startBenchServer } from "./workbench/server";

const missing = ["nginx", "wrk"].filter((name) => spawnSync(name, ["-v"]).error);
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(" and ")} not found; on Debian: apt-get install nginx wrk`);
  process.exit(0);
}
const at = process.argv.indexOf("--rounds");
const rounds = at < 0 ? 3 : Number(process.argv[at + 1]);
const SECONDS = 3;
const GZIP = ["Accept-Encoding: gzip"];
/** Nobody but the framework looks at a page that is asked for with this. */
const BY_FRAMEWORK = [...GZIP, "x-nextjs-data: 0"];

const folder = mkdtempSync(path.join(tmpdir(), "gegenlesen-bench-reader-"));
const server = await startBenchServer();
const children: { kill(): unknown }[] = [];
try {
  const article = await publishedArticle(server.db, syntheticPairs(28));
  const page = `/en/articles/${article.slug}/en`;
  const bytes = Buffer.from(await (await fetch(server.address + page)).arrayBuffer());
  console.log(
    `The article: ${(bytes.length / 1000).toFixed(1)} kB, ${gzipSync(bytes).length} bytes with gzip\n`,
  );
  const second = await server.another();
  const subjects = await openSubjects(page, bytes, second);
  await compare(subjects);
  await growth(article, page);
  await firstVisit(server.address + page);
} finally {
  for (const child of children) child.kill();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Subject {
  readonly name: string;
  readonly address: string;
  readonly headers: readonly string[];
}

async function openSubjects(page: string, bytes: Buffer, second: string): Promise<readonly Subject[]> {
  const file = path.join(folder, "files", "page.html");
  mkdirSync(path.dirname(file));
  writeFileSync(file, bytes);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const ports = { file: await freePort(), cache: await freePort(), bare: await freePort() };
  children.push(await startNginx(folder, ports, [server.address, second]));
  const bare = fork(
    path.join(import.meta.dirname, "reader/bare-server.mjs"),
    [String(ports.bare), `${file}.gz`],
    {
      execArgv: [],
    },
  );
  children.push(bare);
  await once(bare, "message");
  const local = (port: number, rest: string) => `http://127.0.0.1:${port}${rest}`;
  return [
    { name: "nginx, the bytes in a file", address: local(ports.file, "/page.html"), headers: GZIP },
    { name: "bare node:http", address: local(ports.bare, "/"), headers: GZIP },
    { name: "our server", address: server.address + page, headers: GZIP },
    { name: "the second instance", address: second + page, headers: GZIP },
    { name: "nginx by our configuration, two instances", address: local(ports.cache, page), headers: GZIP },
    { name: "the framework's rendering", address: server.address + page, headers: BY_FRAMEWORK },
  ];
}

/** All subjects once a round, one after the other: what disturbs the machine disturbs all. */
async function compare(subjects: readonly Subject[]): Promise<void> {
  for (const { address, headers } of subjects) load(address, 1, headers);
  const loads = subjects.map(({ address, headers }) => ({
    address,
    headers,
    all: [] as ReturnType<typeof load>[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const one of loads) one.all.push(load(one.address, SECONDS, one.headers));
  }
  const rate = (index: number) => median(loads[index]?.all.map(({ perSecond }) => perSecond) ?? []);
  printTable(
    [
      "32 connections, medians",
      "requests/s",
      "p99 ms",
      "of nginx",
      "of node:http",
      "of the framework",
      "errors",
    ],
    subjects.map(({ name }, index) => [
      name,
      rate(index).toFixed(0),
      median(loads[index]?.all.map(({ p99 }) => p99) ?? []).toFixed(1),
      (rate(index) / rate(0)).toFixed(2),
      (rate(index) / rate(1)).toFixed(2),
      `${(rate(index) / rate(5)).toFixed(1)} x`,
      String(loads[index]?.all.reduce((sum, { errors }) => sum + errors, 0)),
    ]),
  );
}

/** Requests per second of a kept page, and milliseconds until a page that nobody has made is there. */
async function cost(page: string): Promise<readonly string[]> {
  const rates: number[] = [];
  const making: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rates.push(load(server.address + page, SECONDS, GZIP).perSecond);
    await server.db.pool.query(`SELECT touch_published('{}')`);
    await server.db.pool.query(`DELETE FROM "PublishedPage"`);
    const since = performance.now();
    await (await fetch(`${server.address}${page}?made=${round}`)).arrayBuffer();
    making.push(performance.now() - since);
  }
  return [median(rates).toFixed(0), median(making).toFixed(0)];
}

async function growth(article: Awaited<ReturnType<typeof publishedArticle>>, page: string): Promise<void> {
  const rows: string[][] = [];
  await copyArticle(server.db, article.slug, 9);
  rows.push(["10 articles, 1 revision a row", ...(await cost(page))]);
  await growHistory(server.db, article.translationId, 99);
  rows.push(["10 articles, 100 revisions a row", ...(await cost(page))]);
  await copyArticle(server.db, `${article.slug}-1`, 9_990);
  rows.push(["10,000 articles, 100 revisions a row", ...(await cost(page))]);
  printTable(["one article's page", "requests/s", "ms to make it"], rows);
}
