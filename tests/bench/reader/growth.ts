import { setTimeout as sleep } from "node:timers/promises";
import { printTable } from "../support/table";
import type { BenchServer } from "../workbench/server";
import { copyArticle, growHistory, type publishedArticle } from "./articles";
import type { Subject } from "./compare";
import { load, median } from "./load";

interface Grown {
  readonly server: BenchServer;
  /** Another instance on the same database. */
  readonly second: string;
  readonly article: Awaited<ReturnType<typeof publishedArticle>>;
  readonly page: string;
  readonly bare: Subject;
  readonly rounds: number;
}

/** What one article's page costs beside few others and many, and after few revisions and many. */
export async function growth(grown: Grown): Promise<void> {
  const { server, article } = grown;
  const rows: string[][] = [];
  await copyArticle(server.adminUrl, article.slug, 9);
  rows.push(["10 articles, 1 revision a row", ...(await cost(grown))]);
  await growHistory(server.adminUrl, article.translationId, 99);
  rows.push(["10 articles, 100 revisions a row", ...(await cost(grown))]);
  await copyArticle(server.adminUrl, `${article.slug}-1`, 9_990);
  rows.push(["10,000 articles, 100 revisions a row", ...(await cost(grown))]);
  printTable(
    [`one article, medians of ${grown.rounds}`, "of node:http", "ms from the database", "ms to make"],
    rows,
  );
}

/**
 * The article from memory beside bare node:http. Then its parallel view, which nobody makes before it is asked for: made
 * by the first instance, and by one read from the second.
 */
async function cost({ server, second, page, bare, rounds }: Grown): Promise<readonly string[]> {
  const [shares, reads, makings] = [[] as number[], [] as number[], [] as number[]];
  const ours = { name: "our server", address: server.address + page, headers: bare.headers };
  const parallel = `${page}/parallel`;
  for (let round = 0; round < rounds; round++) {
    await sleep(SETTLED_MS);
    shares.push(load(ours).perSecond / load(bare).perSecond);
    for (let time = 0; time < MAKINGS; time++) {
      await server.db.pool.query(
        `SELECT touch_published(ARRAY(SELECT "tag" FROM "PublicationClock" WHERE "tag" = $1))`,
        [page.split("/")[3]],
      );
      await sleep(SETTLED_MS);
      makings.push(await milliseconds(server.address + parallel));
      reads.push(await milliseconds(second + parallel));
    }
  }
  return [median(shares).toFixed(2), median(reads).toFixed(1), median(makings).toFixed(0)];
}

const MAKINGS = 5;
/** Instances make an article's own pages when they hear of a publication; what is measured must not wait for that. */
const SETTLED_MS = 2_500;

async function milliseconds(address: string): Promise<number> {
  const since = performance.now();
  await (await fetch(address)).arrayBuffer();
  return performance.now() - since;
}
