import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Hears of every publication and withdrawal, whichever process made it. */
export interface PublicationWatch {
  /**
   * True while nothing can have been missed: the connection answered at most two seconds ago. Otherwise only the
   * database itself knows what is published.
   */
  isCurrent(): boolean;
  stop(): Promise<void>;
}

const BEAT_MS = 1_000;
const LEASE_MS = 2_000;
const ANSWER_MS = 1_500;
const RETRY_MS = 250;

/**
 * Listens on a connection of its own and opens it again whenever it is lost. `onChange` gets the slug, "*" for lists
 * of articles, or null: anything may have changed meanwhile. Never throws, whatever the database does.
 */
export function watchPublications(
  connectionString: string,
  onChange: (tag: string | null) => void,
): PublicationWatch {
  const state = { isStopped: false, currentUntil: 0, client: null as pg.Client | null };
  const running = (async () => {
    while (!state.isStopped) {
      await listen(connectionString, onChange, state).catch(() => {});
      state.currentUntil = 0;
      if (!state.isStopped) await sleep(RETRY_MS, null, { ref: false });
    }
  })();
  return {
    isCurrent: () => performance.now() < state.currentUntil,
    stop: async () => {
      state.isStopped = true;
      await state.client?.end().catch(() => {});
      await running;
    },
  };
}

interface WatchState {
  isStopped: boolean;
  currentUntil: number;
  client: pg.Client | null;
}

/** Until the connection is lost. */
async function listen(connectionString: string, onChange: (tag: string | null) => void, state: WatchState) {
  const client = new pg.Client({
    connectionString,
    application_name: "gegenlesen published",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  state.client = client;
  let isLost = false;
  let heard = 0;
  const lose = () => {
    isLost = true;
    state.currentUntil = 0;
  };
  client.on("error", lose);
  client.on("end", lose);
  client.on("notification", ({ payload }) => {
    heard += 1;
    onChange(payload || null);
  });
  try {
    await client.connect();
    await client.query("LISTEN published");
    onChange(null); // what was said while nobody listened
    await beat(client, () => isLost || state.isStopped, { state, onChange, heard: () => heard });
  } finally {
    lose();
    // an answer may never come on a connection that is only half there
    void client.end().catch(() => {});
    client.removeAllListeners("notification");
  }
}

interface Beat {
  readonly state: WatchState;
  readonly onChange: (tag: string | null) => void;
  readonly heard: () => number;
}

/** A change that the clock shows and nobody told us of: something between us swallows notifications. */
async function beat(client: pg.Client, isOver: () => boolean, { state, onChange, heard }: Beat) {
  let seen: string | null = null;
  let heardBefore = heard();
  while (!isOver()) {
    const asked = performance.now();
    const version = await clockWithin(client);
    if (seen !== null && version !== seen && heard() === heardBefore) onChange(null);
    seen = version;
    heardBefore = heard();
    if (isOver()) return;
    state.currentUntil = asked + LEASE_MS;
    await sleep(BEAT_MS, null, { ref: false });
  }
}

async function clockWithin(client: pg.Client): Promise<string> {
  const timer = new AbortController();
  const tooLate = sleep(ANSWER_MS, null, { signal: timer.signal, ref: false }).then(() => {
    throw new Error("the database does not answer");
  });
  tooLate.catch(() => {});
  try {
    const answer = client.query<{ version: string }>(
      `SELECT "version"::text AS "version" FROM "PublicationClock" WHERE "tag" = '*'`,
    );
    answer.catch(() => {});
    const { rows } = await Promise.race([answer, tooLate]);
    return rows[0]?.version ?? "";
  } finally {
    timer.abort();
  }
}
