import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { openPageFront, type PageFront } from "@/lib/pages/page-front";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { type Scenario, scenario } from "@/tests/support/scenario";

const CANARY = "Nobody has ever missed it";
const NONCE = "a nonce of the framework";

let the: Scenario;
let page: string;
const rendered: string[] = [];
const instances: { readonly address: string; readonly front: PageFront; readonly server: Server }[] = [];

/** Stands for the framework: an article of the database with a script of its own, or 404. */
async function framework(request: IncomingMessage, response: ServerResponse): Promise<void> {
  rendered.push(`${request.method} ${request.url} ${request.headers.cookie ?? ""}`);
  const [, , , slug = "", locale = ""] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
  const found = await readArticle(the.as(null), { slug, locale });
  const html = found.ok ? JSON.stringify(found.value.snapshot.segments) : "nothing here";
  response.writeHead(found.ok ? 200 : 404, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `script-src 'nonce-${NONCE}'`,
  });
  response.end(`<!DOCTYPE html><p>${html}</p><script nonce="${NONCE}">hydrate()</script>`);
}

beforeAll(async () => {
  the = await scenario();
  const { slug } = await the.db.prisma.document.findFirstOrThrow();
  page = `/en/articles/${slug}/en`;
  for (let index = 0; index < 2; index++) {
    const front = openPageFront({
      next: framework,
      databaseUrl: the.url,
      publicAddress: "https://gegenlesen.example",
      root: tmpdir(),
      startMaker: () => {
        throw new Error("no page of these is long");
      },
    });
    const server = createServer((request, response) => {
      if (!front.answerKept(request, response)) front.answer(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    instances.push({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, front, server });
  }
});
afterAll(async () => {
  for (const { front, server } of instances) {
    server.close();
    server.closeAllConnections();
    await front.stop();
  }
  await the.close();
});
beforeEach(async () => {
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
  await sleep(1_500); // heard, and made
  rendered.length = 0;
});

const withdraw = () => withdrawPublication(the.as("editor"), { translationId: the.translationId });
const get = (index: number, path = page, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${instances[index]?.address}${path}`, { headers, method, redirect: "manual" });

it("has made the page when the first reader asks, for all instances, without the framework's script", async () => {
  for (const index of [0, 1]) {
    const answer = await get(index);
    const html = await answer.text();
    expect(html).toContain(CANARY);
    expect(html).not.toContain("<script");
    expect(answer.headers.get("content-security-policy")).not.toContain("nonce");
  }
  expect(rendered).toEqual([]);
});

it("answers the same whatever cookies somebody has, and asks the framework without them", async () => {
  const plain = await (await get(0)).text();
  expect(await (await get(0, page, { cookie: "next-auth.session-token=x" })).text()).toBe(plain);
  await get(0, "/en?year=2026", { cookie: "next-auth.session-token=x" });
  expect(rendered[0]).toBe("GET /en?year=2026 ");
});

it("answers a link that carries more than the page asks for with the page, without waking the framework", async () => {
  const plain = await (await get(0)).text();
  const answer = await get(0, `${page}?utm_source=x&fbclid=1`);
  expect([answer.status, await answer.text()]).toEqual([200, plain]);
  expect(rendered).toEqual([]);
});

it("leaves to the framework what changes something, and what only the framework asks for", async () => {
  await get(0, page, {}, "POST");
  await get(0, page, { rsc: "1" });
  await get(0, "/en/documents");
  expect(rendered).toEqual([`POST ${page} `, `GET ${page} `, "GET /en/documents "]);
});

it("keeps nothing that was made for one wish, nor of what was not found", async () => {
  const before = await the.db.prisma.publishedPage.count();
  expect((await get(0, "/en?language=en")).headers.get("cache-control")).toBe("private, no-store");
  expect((await get(0, `${page}x`)).status).toBe(404);
  const missing = await get(0, "/en/articles/no-such-article/en");
  expect([missing.status, missing.headers.get("cache-control")]).toEqual([404, "private, no-store"]);
  expect(await missing.text()).not.toContain("<script");
  expect(await the.db.prisma.publishedPage.count()).toBe(before);
});

it("says readably that nothing is there also under what is no address, and asks the framework for none of it", async () => {
  await get(0, "/de/articles/no-such-article/de");
  rendered.length = 0;
  const wrong = {
    "/de/articles/%E0%A4%A": 400,
    "/de/articles/%00": 404,
    [`/de/articles/${"a".repeat(3_000)}`]: 404,
  };
  for (const [path, status] of Object.entries(wrong)) {
    const answer = await get(0, path);
    expect([answer.status, answer.headers.get("cache-control")], path).toEqual([status, "private, no-store"]);
    expect(await answer.text(), path).toContain("nothing here");
    expect((await get(0, path, {}, "HEAD")).status, path).toBe(status);
  }
  expect(rendered).toEqual([]);
});

it("refuses only whoever refuses every encoding, and says how long to believe what it sends over https", async () => {
  expect((await get(0, page, { "accept-encoding": "identity;q=0, *;q=0" })).status).toBe(406);
  const answer = await get(0, page, { "x-forwarded-proto": "https", referer: `${instances[0]?.address}/de` });
  expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  expect(answer.headers.get("set-cookie")).toMatch(/^ui-locale=en; .*Secure/);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});

it("shows a withdrawn text on neither instance as soon as they have heard of it", async () => {
  for (const index of [0, 1]) expect((await get(index)).status).toBe(200);
  await withdraw();
  const since = performance.now();
  for (const index of [0, 1]) {
    await vi.waitFor(async () => expect((await get(index)).status).toBe(404), { interval: 5 });
  }
  expect(performance.now() - since).toBeLessThan(1_000);
});

it("asks the database for every page while it hears nothing, and shows nothing withdrawn meanwhile", async () => {
  const lose = () =>
    the.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'gegenlesen published' AND datname = current_database()`,
    );
  for (const index of [0, 1]) expect((await get(index)).status).toBe(200);
  await Promise.all([lose(), sleep(50)]);
  expect([(await get(0)).status, rendered.length]).toEqual([200, 0]);
  await lose();
  await withdraw();
  await sleep(20); // the end of a connection takes a moment to be noticed
  for (const index of [0, 1]) expect((await get(index)).status).toBe(404);
});

it("says in the reader's language when to come again for a long page that cannot be made, and asks the framework for none", async () => {
  await the.db.pool.query(`ALTER TABLE "Publication" DISABLE TRIGGER USER`);
  const more = `jsonb_set("snapshot", '{note}', to_jsonb((SELECT string_agg(md5(n::text), '') FROM generate_series(1, 8000) n)))`;
  await the.db.pool.query(`UPDATE "Publication" SET "snapshot" = ${more}`);
  await the.db.pool.query(`ALTER TABLE "Publication" ENABLE TRIGGER USER`);
  const answer = await get(0, `${page.replace("/en/", "/de/")}/made`);
  expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([
    503,
    "30",
    "private, no-store",
  ]);
  const html = await answer.text();
  expect(html).toContain('lang="de"');
  expect(html).toContain("Diese Seite ist noch in Arbeit");
  expect(rendered).toEqual([]);
});
