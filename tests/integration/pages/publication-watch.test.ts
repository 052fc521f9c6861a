import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { watchPublications } from "@/lib/db/publication-watch";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

const publish = () => publishTranslation(the.as("editor"), { translationId: the.translationId });
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });
const listeners = async () => {
  const { rows } = await the.db.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'gegenlesen published' AND datname = current_database()`,
  );
  return rows.map(({ pid }) => pid);
};

it("hears of publications, withdrawals and new titles, whoever makes them", async () => {
  const heard: (string | null)[] = [];
  const watch = watchPublications(the.url, (tag) => heard.push(tag));
  await until(() => expect(watch.isCurrent()).toBe(true));
  const { slug } = await the.db.prisma.document.findFirstOrThrow();
  for (const change of [
    publish,
    () => withdrawPublication(the.as("editor"), { translationId: the.translationId }),
    () => the.db.pool.query(`UPDATE "Document" SET "title" = "title" || '!'`),
  ]) {
    heard.length = 0;
    await change();
    await until(() => expect(heard).toEqual(expect.arrayContaining(["*", slug])));
  }
  heard.length = 0;
  await the.db.pool.query(`UPDATE "Document" SET "title" = "title"`);
  await the.db.pool.query(`UPDATE "Project" SET "name" = "name" || '!'`);
  await until(() => expect(heard).toEqual(["*"]));
  await watch.stop();
});

it("knows at once that it hears nothing any more, and forgets everything when it hears again", async () => {
  const heard: (string | null)[] = [];
  const watch = watchPublications(the.url, (tag) => heard.push(tag));
  await until(() => expect(watch.isCurrent()).toBe(true));
  heard.length = 0;
  const [pid] = await listeners();
  await the.db.pool.query("SELECT pg_terminate_backend($1)", [pid]);
  await until(() => expect(watch.isCurrent()).toBe(false));
  await publish();
  await until(() => expect(watch.isCurrent()).toBe(true));
  expect(heard).toContain(null);
  await watch.stop();
  expect(watch.isCurrent()).toBe(false);
  await vi.waitFor(async () => expect(await listeners()).toEqual([]), { timeout: 5_000 });
});

it("notices a change of which no notification came", async () => {
  const heard: (string | null)[] = [];
  const watch = watchPublications(the.url, (tag) => heard.push(tag));
  await until(() => expect(watch.isCurrent()).toBe(true));
  heard.length = 0;
  await the.db.pool.query(`UPDATE "PublicationClock" SET "version" = "version" + 1 WHERE "tag" = '*'`);
  await until(() => expect(heard).toEqual([null]));
  await watch.stop();
});

it("waits for a database that is not there, and ends when it is told to", async () => {
  const address = new URL(the.url);
  address.port = "9";
  const watch = watchPublications(address.toString(), () => {});
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(watch.isCurrent()).toBe(false);
  await watch.stop();
});
