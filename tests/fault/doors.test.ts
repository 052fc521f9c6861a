import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/db/embedded/free-port";
import type { Answer, Door } from "../support/doors/door";
import { BEFORE_ANY_ROLE, doorsOfTheSources, UPLOADS } from "../support/doors/sources";
import { furnishedDoors } from "../support/furnished";
import { type House, knock } from "../support/knock";
import { type PersonName, type Scenario, scenario } from "../support/scenario";
import { firstAnswer, type StartedServer, startServer, stopServer } from "../support/started-server";

const root = path.resolve(import.meta.dirname, "../..");
/** Inside the checkout, where packages can be linked to instead of copied. */
const copy = path.join(root, "test-results/without-proxy");
const SECRET = "a secret that both servers of this test share";
const WHO = [null, "stranger", "reader", "translator2", "editor", "admin"] as const;

let the: Scenario;
let doors: Readonly<Record<string, Door>>;
const servers: StartedServer[] = [];
const houses: Record<string, House> = {};

beforeAll(async () => {
  the = await scenario();
  doors = await furnishedDoors(the);
  houses["as it is"] = await open(root);
  copyWithoutProxy();
  houses["without proxy.ts"] = await open(copy);
}, 600_000);

afterAll(async () => {
  for (const server of servers) await stopServer(server);
  await the.close();
  rmSync(copy, { recursive: true, force: true });
});

function copyWithoutProxy(): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const kept = [
    "app",
    "lib",
    "messages",
    "prisma",
    "next.config.js",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ];
  for (const name of kept) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  execFileSync("cp", ["-al", path.join(root, "node_modules"), path.join(copy, "node_modules")]);
}

async function open(cwd: string): Promise<House> {
  const port = String(await freePort(null));
  const server = startServer(cwd, {
    DATABASE_URL: the.url,
    DATA_DIR: path.join(root, "test-results", `doors-${port}`),
    PORT: port,
    NEXTAUTH_SECRET: SECRET,
  });
  servers.push(server);
  const address = `http://127.0.0.1:${port}`;
  await firstAnswer(address, 300_000).catch((error) => {
    throw new Error(`${error}\n${server.output()}`);
  });
  return { address, root: cwd };
}

/** The cookie of a session as the application makes it. */
async function cookieOf(who: PersonName | null, sessionVersion: number): Promise<string | null> {
  if (who === null) return null;
  const token = { sub: the.people[who], email: `${who}@example.org`, name: who, sessionVersion };
  return `next-auth.session-token=${await encode({ token, secret: SECRET })}`;
}

/** The door of the versions; what somebody withdrew on the way here has no version any more that could be read. */
async function currentVersion(): Promise<Record<string, Door>> {
  const name = "(reader)/articles/[slug]/[lang]/versions/[number]";
  const door = doors[name];
  if (door?.kind !== "page") throw new Error(`no ${name}`);
  const number = await the.db.prisma.publication.count();
  return { [name]: { ...door, address: door.address.replace(/\d+$/, String(number)) } };
}

const ORDER = ["reader", "translator", "editor", "admin"];

function expected(who: PersonName | null, { kind, least }: Door): Answer {
  if (least === "anybody") return "granted";
  if (least === "link") return "not-found";
  if (who === null || least === "nobody") return "sign-in-required";
  if (least === "signed-in") return "granted";
  // a page that somebody may not see does not exist for them
  const refused = kind === "page" ? "not-found" : "not-allowed";
  if (least === "installation") return refused;
  const rank = ORDER.indexOf(who.replace("2", ""));
  if (rank < 0) return "not-found";
  if (least === "owner") return rank < ORDER.indexOf("translator") ? refused : "not-found";
  return rank >= ORDER.indexOf(least) ? "granted" : refused;
}

describe.each(["as it is", "without proxy.ts"])("the application %s", (which) => {
  it.each(WHO)("lets %s (null: nobody) in where the role allows it, door by door", async (who) => {
    const house = houses[which];
    if (!house) throw new Error("not started");
    const answers: Record<string, Answer> = {};
    const wanted: Record<string, Answer> = {};
    for (const [name, door] of Object.entries({ ...doors, ...(await currentVersion()) })) {
      // a session ends when its owner ends it, so each door gets the one that is valid now
      const { sessionVersion } = who
        ? await the.db.prisma.user.findUniqueOrThrow({ where: { id: the.people[who] } })
        : { sessionVersion: 1 };
      answers[name] = await knock(house, name, door, await cookieOf(who, sessionVersion));
      wanted[name] = expected(who, door);
    }
    expect(answers).toEqual(wanted);
  });
});

it("has every page, address and action in its list", () => {
  const listed = [...Object.keys(doors), ...BEFORE_ANY_ROLE, ...UPLOADS];
  expect(doorsOfTheSources().filter((name) => !listed.includes(name))).toEqual([]);
});
