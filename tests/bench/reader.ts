/**
 * A published article of about 40 kB from our production server, beside nginx with the same bytes in a file, bare
 * node:http, and the framework (rendering for each request, and with a page that it rendered when it was built), 32
 * connections each, in one run: `npm run bench:reader [-- --rounds 3]`. Then nginx in front by lib/pages/nginx.conf, two
 * instances, many articles, long histories, and the bytes of a first visit. Needs nginx, wrk and Chromium.
 */
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { loadSample } from "@/lib/services/sample/load-sample";
import { BENCH_ENGINE, publishedArticle } from "./reader/articles";
import { compare, type Subject } from "./reader/compare";
import { firstVisit } from "./reader/first-visit";
import { growth } from "./reader/growth";
import { startNginx } from "./reader/nginx";
import { startPrerendered } from "./reader/prerendered";
import { syntheticPairs } from "./workbench/bitext";
import { freePort, startBenchServer } from "./workbench/server";

const missing = ["nginx", "wrk"].filter((name) => spawnSync(name, ["-v"]).error);
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(" and ")} not found; on Debian: apt-get install nginx wrk`);
  process.exit(0);
}
const at = process.argv.indexOf("--rounds");
const rounds = at < 0 ? 3 : Number(process.argv[at + 1]);
const GZIP = ["Accept-Encoding: gzip"];
/** Nobody but the framework looks at a page that is asked for with this. */
const BY_FRAMEWORK = [...GZIP, "x-nextjs-data: 0"];

const pairs = syntheticPairs(21);
const folder = mkdtempSync(path.join(tmpdir(), "gegenlesen-bench-reader-"));
const server = await startBenchServer();
const children: { kill(): unknown }[] = [];
try {
  await loadSample(server.databaseUrl); // takes an empty database only
  const article = await publishedArticle(server.db, pairs);
  const page = `/en/articles/${article.slug}/en`;
  const bytes = Buffer.from(await (await fetch(server.address + page)).arrayBuffer());
  console.log(
    `The article: ${(bytes.length / 1000).toFixed(1)} kB, ${gzipSync(bytes, { level: 9 }).length} bytes with gzip\n`,
  );
  const second = await server.another();
  const subjects = await openSubjects(page, bytes, second);
  await compare(subjects, rounds);
  // words follow each other as people write them: made-up sentences shrink to nothing beside any markup
  await firstVisit(server.address + (await sampleArticle()));
  const [, bare] = subjects;
  if (bare) await growth({ server, second, article, page, bare, rounds });
} finally {
  for (const child of children) child.kill();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function sampleArticle(): Promise<string> {
  const { rows } = await server.db.pool.query<{ slug: string; locale: string }>(
    `SELECT d."slug", t."targetLocale" AS "locale" FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId"
     WHERE t."publicationId" IS NOT NULL AND t."mtEngine" <> $1 ORDER BY 1 LIMIT 1`,
    [BENCH_ENGINE],
  );
  if (!rows[0]) throw new Error("the sample publishes nothing");
  return `/en/articles/${rows[0].slug}/${rows[0].locale}`;
}

async function openSubjects(page: string, bytes: Buffer, second: string): Promise<readonly Subject[]> {
  const file = path.join(folder, "files", "page.html");
  mkdirSync(path.dirname(file));
  writeFileSync(file, bytes);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const ports = {
    file: await freePort(),
    cache: await freePort(),
    bare: await freePort(),
    prerendered: await freePort(),
  };
  children.push(await startNginx(folder, ports, [server.address, second]));
  const script = path.join(import.meta.dirname, "reader/bare-server.mjs");
  const bare = fork(script, [String(ports.bare), `${file}.gz`], { execArgv: [] });
  children.push(bare);
  await once(bare, "message");
  children.push(await startPrerendered(pairs, ports.prerendered));
  const local = (port: number, rest: string) => `http://127.0.0.1:${port}${rest}`;
  return [
    { name: "nginx, the bytes in a file", address: local(ports.file, "/page.html"), headers: GZIP },
    { name: "bare node:http", address: local(ports.bare, "/"), headers: GZIP },
    { name: "our server", address: server.address + page, headers: GZIP },
    { name: "the second instance", address: second + page, headers: GZIP },
    { name: "nginx by our configuration, two instances", address: local(ports.cache, page), headers: GZIP },
    { name: "the framework, prerendered", address: local(ports.prerendered, "/"), headers: GZIP },
    { name: "the framework, each request", address: server.address + page, headers: BY_FRAMEWORK },
  ];
}
