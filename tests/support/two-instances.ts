import path from "node:path";
import { encode } from "next-auth/jwt";
import { freePort } from "@/lib/db/embedded/free-port";
import { callAction, type House } from "./knock";
import type { PersonName, Scenario } from "./scenario";
import { firstAnswer, type StartedServer, startServer, stopServer } from "./started-server";

const root = path.resolve(import.meta.dirname, "../..");

/** What an action answers. */
export type Answer =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: { readonly code: string } };

/** Two servers of their own, one database: whatever one of them keeps in memory the other one has not. */
export interface TwoInstances {
  /** Calls an action on the first or the second server, with the session of a person. */
  act(which: 0 | 1, by: PersonName, name: string, input: object, page?: string): Promise<Answer>;
  stop(): Promise<void>;
}

const SHARED = {
  NEXTAUTH_SECRET: "a secret that both instances share",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
};

/** Starts them one after the other, as the first may have to build. */
export async function startTwo(the: Scenario): Promise<TwoInstances> {
  const servers: StartedServer[] = [];
  const houses: House[] = [];
  for (const which of [0, 1]) {
    const port = String(await freePort(null));
    const dataDir = path.join(root, "test-results", `instance-${which}-${port}`);
    const server = startServer(root, { DATABASE_URL: the.url, DATA_DIR: dataDir, PORT: port, ...SHARED });
    servers.push(server);
    const address = `http://127.0.0.1:${port}`;
    await firstAnswer(address, 400_000).catch((error) => {
      throw new Error(`${error}\n${server.output()}`);
    });
    houses.push({ address, root });
  }
  const cookies = new Map<PersonName, string>();
  const cookieOf = async (who: PersonName): Promise<string> => {
    const token = { sub: the.people[who], email: `${who}@example.org`, name: who, sessionVersion: 1 };
    const cookie =
      cookies.get(who) ??
      `next-auth.session-token=${await encode({ token, secret: SHARED.NEXTAUTH_SECRET })}`;
    cookies.set(who, cookie);
    return cookie;
  };
  return {
    act: async (which, by, name, input, page = "/en/queue") => {
      const house = houses[which];
      if (!house) throw new Error("not started");
      return JSON.parse(
        await callAction(house, name, { page, input: [input] }, await cookieOf(by)),
      ) as Answer;
    },
    stop: async () => {
      for (const server of servers) await stopServer(server);
    },
  };
}
