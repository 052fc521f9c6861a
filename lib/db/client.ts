import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

/**
 * One database, two ways to talk to it over the same connections: Prisma for the many
 * plain reads and writes, `pg` for the hot acts, which are one conditional statement
 * each (a chatty interactive transaction is an order of magnitude slower).
 */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** For searches of anybody: few connections, short statements, so that they never take what everything else needs. */
  readonly searchPool: pg.Pool;
  close(): Promise<void>;
}

/** Anything that takes a statement with bound parameters: the pool or one connection in a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    statement: string | PreparedStatement,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/**
 * A statement that each connection parses and plans once, under its name. For the hot ones:
 * with several joins, planning takes several times as long as the work. One name, one text.
 */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 30_000;
const SEARCH_POOL_SIZE = 2;
/** How long a search may take, and how long it may wait for its turn. */
const SEARCH_TIMEOUT_MS = 2_000;
/** A search stops at some number of texts: where it starts to read must not depend on who else reads. */
const SEARCH_SETTING = "SET synchronize_seqscans = off";

/**
 * Opens a bounded pool (10 connections, statements end after 30 s), and a small one for searches (2 connections, 2 s).
 * Connections are made on first use, so an unreachable server is reported by the first query, not here.
 */
export function connect(connectionString: string, size = POOL_SIZE): Database {
  const pool = openPool(connectionString, size, STATEMENT_TIMEOUT_MS, 10_000);
  const searchPool = openPool(connectionString, SEARCH_POOL_SIZE, SEARCH_TIMEOUT_MS, SEARCH_TIMEOUT_MS, {
    // not as a parameter of the connection: poolers between us and the database take few of those
    verify: (client, done) => {
      client.query(SEARCH_SETTING, (error: Error | null) => done(error ?? undefined));
    },
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    searchPool,
    close: async () => {
      await prisma.$disconnect();
      for (const each of [pool, searchPool]) if (!each.ended) await each.end();
    },
  };
}

function openPool(
  connectionString: string,
  max: number,
  statementMs: number,
  waitMs: number,
  more: Pick<pg.PoolConfig, "verify"> = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    statement_timeout: statementMs,
    connectionTimeoutMillis: waitMs,
    application_name: "gegenlesen",
    ...more,
  });
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on("error", () => {});
  return pool;
}

/**
 * Runs `work` in one READ COMMITTED transaction on one connection. Any throw rolls
 * back. Serialization failures and deadlocks (40001, 40P01) are tried again, three
 * times in all, so `work` must have no effect outside the database.
 */
export async function inTransaction<T>(db: Database, work: (tx: Queryable) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await db.pool.connect();
    let broken = false;
    try {
      await client.query("BEGIN");
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {
        broken = true;
      });
      if (attempt >= 3 || !isRetryable(error)) throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** SQLSTATE of a database error, or null. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, cause, meta } = error as { code?: unknown; cause?: unknown; meta?: { code?: unknown } };
  for (const candidate of [code, meta?.code]) {
    if (typeof candidate === "string" && /^[0-9A-Z]{5}$/.test(candidate) && !/^P\d{4}$/.test(candidate))
      return candidate;
  }
  return cause ? sqlState(cause) : null;
}

/** SQLSTATEs of our own triggers and of unique violations, by name. */
export const SQL_STATE = {
  uniqueViolation: "23505",
  appendOnly: "GL001",
  fourEyes: "GL002",
  decidedIsFinal: "GL003",
  brokenChain: "GL004",
  brokenAlignment: "GL005",
  approvalsMissing: "GL006",
  objected: "GL007",
} as const;

const isRetryable = (error: unknown): boolean => ["40001", "40P01"].includes(sqlState(error) ?? "");
