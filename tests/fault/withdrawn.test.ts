import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/db/embedded/free-port";
import { UI_LOCALES } from "@/lib/i18n/locales";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import type { Door } from "../support/doors/door";
import { BEFORE_ANY_ROLE, doorsOfTheSources, UPLOADS } from "../support/doors/sources";
import { furnishedDoors } from "../support/furnished";
import { type Scenario, scenario } from "../support/scenario";
import { firstAnswer, type StartedServer, startServer, stopServer } from "../support/started-server";

const CANARY = "Kanarienvogel4711";
const GONE_WITHIN_MS = 5_000;
const ENCODINGS = ["identity", "gzip", "br"] as const;
const SECRETS = {
  NEXTAUTH_SECRET: "a secret that both instances of this test share",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
};

let the: Scenario;
let doors: Readonly<Record<string, Door>>;
let addresses: readonly string[];
const servers: StartedServer[] = [];
const houses: string[] = [];

beforeAll(async () => {
  the = await scenario([
    ["Der Zug aus Triest", `The train ${CANARY}`],
    ["Er fährt um 15.40 Uhr ab.", `It departs ${CANARY} at 15.40.`],
    [`Niemand hat ${CANARY} je verpasst.`, "Nobody has ever missed it."],
    ["Das Dach ist aus Glas.", "The roof is made of glass."],
  ]);
  doors = await furnishedDoors(the);
  addresses = publicAddresses(doors);
  for (const name of ["first", "second"]) {
    const port = String(await freePort(null));
    const server = startServer(path.resolve(import.meta.dirname, "../.."), {
      DATABASE_URL: the.url,
      DATA_DIR: path.resolve(import.meta.dirname, `../../test-results/withdrawn-${name}`),
      PORT: port,
      NEXTAUTH_URL: "https://gegenlesen.example",
      ...SECRETS,
    });
    servers.push(server);
    houses.push(`http://127.0.0.1:${port}`);
    await firstAnswer(`http://127.0.0.1:${port}`, 900_000).catch((error) => {
      throw new Error(`${error}\n${server.output()}`);
    });
  }
}, 1_200_000);

afterAll(async () => {
  for (const server of servers) await stopServer(server);
  await the.close();
});

/** Every address that anybody may ask for, in each language of the interface and of the article. */
function publicAddresses(all: Readonly<Record<string, Door>>): readonly string[] {
  const open = Object.values(all).flatMap((door) =>
    door.least === "anybody" && (door.kind === "page" || (door.kind === "api" && door.method === "GET"))
      ? [door.address]
      : [],
  );
  const inAll = open.flatMap((address) =>
    UI_LOCALES.flatMap((ui) =>
      ["en", "de"].map((lang) =>
        address
          .replace(/^\/en(?=\/|$)/, `/${ui}`)
          .replace(/(\/articles\/[^/]+|\/feeds)\/en(?=\/|$)/, `$1/${lang}`)
          .replace("q=zug", `q=${CANARY}`),
      ),
    ),
  );
  const articles = inAll.filter((address) => /\/articles\/[^/]+\/(?:en|de)(?:\/parallel)?$/.test(address));
  return [...new Set([...inAll, ...articles.map((one) => `${one}?utm_source=x`)])];
}

interface Seen {
  readonly name: string;
  readonly etag: string | null;
  readonly hasCanary: boolean;
  readonly status: number;
}

async function ask(house: string, address: string, init: RequestInit = {}): Promise<Seen> {
  const response = await fetch(house + address, { redirect: "follow", ...init });
  const text = `${[...response.headers].join()} ${await response.text()}`;
  return {
    name: `${address} ${init.method ?? ""} ${JSON.stringify(init.headers ?? {})}`,
    etag: response.headers.get("etag"),
    hasCanary: text.includes(CANARY),
    status: response.status,
  };
}

/** All addresses in all their forms on one instance. `tags`: what a browser has kept of each. */
async function sweep(house: string, tags: ReadonlyMap<string, string> = new Map()): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const address of addresses) {
    for (const encoding of ENCODINGS) {
      const headers = { "accept-encoding": encoding };
      seen.push(await ask(house, address, { headers }));
      const tag = tags.get(`${address} ${encoding}`);
      if (tag) seen.push(await ask(house, address, { headers: { ...headers, "if-none-match": tag } }));
    }
    seen.push(await ask(house, address, { method: "HEAD" }));
    seen.push(await ask(house, address, { headers: { rsc: "1" } }));
  }
  return seen;
}

async function publish(): Promise<void> {
  const done = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  if (!done.ok) throw new Error(done.error.code);
}

const withdraw = () => withdrawPublication(the.as("editor"), { translationId: the.translationId });

async function loseListeners(): Promise<void> {
  const { rows } = await the.db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'gegenlesen published' AND datname = current_database()`,
  );
  expect(rows).toHaveLength(2);
}

/** What a reader's browser has: the tag of each address in each encoding. */
async function tagsOf(house: string): Promise<ReadonlyMap<string, string>> {
  const tags = new Map<string, string>();
  for (const address of addresses) {
    for (const encoding of ENCODINGS) {
      const { etag } = await ask(house, address, { headers: { "accept-encoding": encoding } });
      if (etag) tags.set(`${address} ${encoding}`, etag);
    }
  }
  return tags;
}

const stored = async () => {
  const { rows } = await the.db.pool.query<{ path: string }>(
    `SELECT "path" FROM "PublishedPage" WHERE position(convert_to($1, 'UTF8') IN "raw") > 0`,
    [CANARY],
  );
  return rows.map(({ path: kept }) => kept);
};

it("knows every public address of the sources", () => {
  const listed = [...Object.keys(doors), ...BEFORE_ANY_ROLE, ...UPLOADS];
  expect(doorsOfTheSources().filter((name) => !listed.includes(name))).toEqual([]);
});

describe.each([
  ["while both instances listen", async () => {}],
  ["just after both have lost their ear", loseListeners],
])("a text that is withdrawn %s", (_when, loseTrack) => {
  it("is on no public address of either instance after five seconds, in whatever form", async () => {
    await publish();
    const tags: ReadonlyMap<string, string>[] = [];
    for (const house of houses) {
      const seen = await sweep(house);
      const shown = new Set(seen.filter(({ hasCanary }) => hasCanary).map(({ name }) => name.split(" ")[0]));
      expect([...shown]).toEqual(
        expect.arrayContaining([
          "/en",
          "/de",
          "/feeds/en",
          "/en/articles/der-zug-aus-triest/en",
          "/de/articles/der-zug-aus-triest/de",
          "/de/articles/der-zug-aus-triest/en/parallel",
          `/en/search?q=${CANARY}`,
          "/api/articles/der-zug-aus-triest/en/record",
        ]),
      );
      tags.push(await tagsOf(house));
    }
    expect(tags[0]?.size).toBeGreaterThan(20);
    expect(await stored()).not.toEqual([]);
    await loseTrack();
    const withdrawn = await withdraw();
    expect(withdrawn.ok).toBe(true);
    const since = performance.now();
    expect(await stored()).toEqual([]);
    await sleep(GONE_WITHIN_MS - (performance.now() - since));
    for (const [index, house] of houses.entries()) {
      const after = await sweep(house, tags[index]);
      const article = after.filter(({ name }) => name.includes("/articles/der-zug-aus-triest/"));
      expect(article.length).toBeGreaterThan(20);
      // what the framework's own client fetches says inside, and not by its status, that nothing is there
      const asPages = article.filter(({ name }) => !name.includes('"rsc"'));
      expect(asPages.filter(({ status }) => status === 200 || status === 304)).toEqual([]);
      // a search for the canary says itself what was searched for
      const showing = after.filter(({ hasCanary, name }) => hasCanary && !name.includes("/search"));
      expect(showing.map(({ name }) => name)).toEqual([]);
      const search = await (await fetch(`${house}/en/search?q=${CANARY}`)).text();
      expect(search).not.toContain("<mark>");
    }
    expect(await stored()).toEqual([]);
  });

  it("can be read on both again within five seconds after it is published", async () => {
    await loseTrack();
    await publish();
    await sleep(GONE_WITHIN_MS);
    for (const house of houses) {
      const { status, hasCanary } = await ask(house, "/en/articles/der-zug-aus-triest/en");
      expect([status, hasCanary]).toEqual([200, true]);
    }
  });
});
