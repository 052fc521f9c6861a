import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InnerServer } from "@/lib/pages/inner-server";
import { type PageAddress, readPageAddress } from "@/lib/pages/page-address";
import { pageKeeper } from "@/lib/pages/page-keeper";
import { innerMaker, type PageMaker } from "@/lib/pages/page-maker";
import { PageMemory } from "@/lib/pages/page-memory";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { random as seeded } from "@/tests/support/random";
import { type Scenario, scenario } from "@/tests/support/scenario";

const CANARY = "Nobody has ever missed it";
let the: Scenario;
let article: PageAddress;

beforeAll(async () => {
  the = await scenario();
  const { slug } = await the.db.prisma.document.findFirstOrThrow();
  const address = readPageAddress(`/en/articles/${slug}/en`);
  if (!address) throw new Error("no address of a page");
  article = address;
});
afterAll(() => the.close());

const publish = () => publishTranslation(the.as("editor"), { translationId: the.translationId });
const withdraw = () => withdrawPublication(the.as("editor"), { translationId: the.translationId });
const rows = () => the.db.prisma.publishedPage.findMany({ where: { tag: article.tag } });

/** Reads the article as the page would, and takes its time before and after. */
function slowly(before: () => number, after: () => number): InnerServer & { asked: number } {
  const inner = {
    asked: 0,
    ask: async () => {
      inner.asked += 1;
      await sleep(before());
      const found = await readArticle(the.as(null), { slug: article.tag, locale: "en" });
      await sleep(after());
      const html = found.ok ? `<p>${JSON.stringify(found.value.snapshot.segments)}` : "nothing";
      return {
        status: found.ok ? 200 : 404,
        headers: { "content-type": "text/html; charset=utf-8" },
        body: Buffer.from(html),
      };
    },
  };
  return inner;
}

function instance(inner: InnerServer, fingerprint = "one") {
  const memory = new PageMemory();
  const make = innerMaker(inner);
  return { memory, keeper: pageKeeper({ db: the.db.pool, make, makeLong: make, memory, fingerprint }) };
}

/** At the same moment; on a busy machine that is always the same order, so each order is played besides. */
async function meet<T>(round: number, make: () => Promise<T>, forget: () => Promise<void>): Promise<T> {
  if (round % 5 === 0) await forget();
  const making = make();
  if (round % 5 === 1) await making;
  if (round % 5 !== 0) await forget();
  return making;
}

describe("a page of readers", () => {
  it("is made once, found by every other instance of the build, and made again by another build", async () => {
    await publish();
    const inner = slowly(
      () => 0,
      () => 5,
    );
    const first = instance(inner);
    const many = await Promise.all(Array.from({ length: 20 }, () => first.keeper.obtain(article)));
    expect(new Set(many.map((one) => one.kind))).toEqual(new Set(["kept"]));
    const other = await instance(inner).keeper.obtain(article);
    expect(inner.asked).toBe(1);
    expect(other).toEqual(many[0]);
    await instance(inner, "two").keeper.obtain(article);
    expect(inner.asked).toBe(2);
    expect((await rows()).map(({ fingerprint }) => fingerprint).sort()).toEqual(["one", "two"]);
  });

  it("is gone from the database with the transaction that withdraws it, and with the one that publishes again", async () => {
    const { keeper } = instance(
      slowly(
        () => 0,
        () => 0,
      ),
    );
    for (const change of [publish, withdraw]) {
      await publish();
      await keeper.obtain(article);
      expect(await rows()).toHaveLength(1);
      await change();
      expect(await rows()).toEqual([]);
    }
  });

  it("is not kept for an article that nobody has published, nor are more than a thousand of one article", async () => {
    const inner = slowly(
      () => 0,
      () => 0,
    );
    const unknown = readPageAddress("/en/articles/no-such-article/en");
    expect(unknown && (await instance(inner).keeper.obtain(unknown))).toEqual({ kind: "missing" });
    expect(await the.db.prisma.publishedPage.count()).toBe(0);
    await publish();
    await the.db.pool.query(
      `INSERT INTO "PublishedPage" ("path", "fingerprint", "tag", "version", "hash", "raw")
       SELECT '/x/' || n, 'full', $1, 0, '', '' FROM generate_series(1, 1000) n`,
      [article.tag],
    );
    expect((await instance(inner, "full").keeper.obtain(article)).kind).toBe("kept");
    expect(await the.db.prisma.publishedPage.count({ where: { fingerprint: "full" } })).toBe(1000);
  });

  it("is made elsewhere when its article is long, and here when it is short or about all articles", async () => {
    await publish();
    const inner = slowly(
      () => 0,
      () => 0,
    );
    const made: string[] = [];
    const maker = (where: string): PageMaker => {
      const make = innerMaker(inner);
      return (address) => {
        made.push(`${where} ${address.tag === article.tag ? "article" : address.tag}`);
        return make(address);
      };
    };
    const obtain = async (address: PageAddress, fingerprint: string) => {
      const places = { make: maker("here"), makeLong: maker("elsewhere") };
      await pageKeeper({ db: the.db.pool, ...places, memory: new PageMemory(), fingerprint }).obtain(address);
    };
    const front = readPageAddress("/en");
    if (!front) throw new Error("no address of the front page");
    await obtain(article, "short");
    await obtain(front, "short");
    // longer, though it says the same, and nothing that compression makes short
    await the.db.pool.query(`ALTER TABLE "Publication" DISABLE TRIGGER USER`);
    const more = `jsonb_set("snapshot", '{note}', to_jsonb((SELECT string_agg(md5(n::text), '') FROM generate_series(1, 8000) n)))`;
    await the.db.pool.query(`UPDATE "Publication" SET "snapshot" = ${more}`);
    await the.db.pool.query(`ALTER TABLE "Publication" ENABLE TRIGGER USER`);
    await obtain(article, "long");
    await obtain(front, "long");
    expect(made).toEqual(["here article", "here *", "elsewhere article", "here *"]);
  });

  it("of a withdrawn text is never kept, however the making and the withdrawal meet", async () => {
    const random = seeded(20261126);
    const wait = () => Math.floor(random() * 12);
    let late = 0;
    for (let round = 0; round < 60; round++) {
      await publish();
      const { keeper, memory } = instance(slowly(wait, wait), `round ${round}`);
      const forget = async () => {
        await sleep(wait());
        await withdraw();
        await sleep(wait());
        memory.forget(article.tag); // as the notification does, some time later
      };
      const obtained = await meet(round, () => keeper.obtain(article), forget);
      if (obtained.kind === "kept") late += 1;
      expect(await rows()).toEqual([]);
      expect(memory.get(article.path)).toBeUndefined();
      const after = await keeper.obtain(article);
      expect(JSON.stringify(after)).not.toContain(CANARY);
      expect(after.kind).toBe("missing");
    }
    // both orders have happened
    expect(late).toBeGreaterThan(3);
    expect(late).toBeLessThan(57);
  });
});
