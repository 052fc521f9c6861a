import type { ChainHead, SealedEvent } from "@/lib/core/record/check-chain";
import type { Queryable } from "../client";

/** Every chain that has an end or an event, with where the database says that it ends. */
export async function listChains(
  db: Queryable,
): Promise<readonly { readonly chain: string; readonly end: ChainHead | null }[]> {
  const { rows } = await db.query<{ chain: string; length: string | null; hash: string | null }>(
    `SELECT coalesce(c."chain", s."chain") AS "chain", c."length"::text AS "length", c."hash"
     FROM "EventChain" c FULL JOIN (SELECT DISTINCT "chain" FROM "EventSeal") s ON s."chain" = c."chain" ORDER BY 1`,
  );
  return rows.map(({ chain, length, hash }) => ({
    chain,
    end: length === null || hash === null ? null : { length: BigInt(length), hash },
  }));
}

interface EventRow {
  sequence: string;
  type: string;
  projectId: string | null;
  actor: string;
  subjectType: string;
  subjectId: string;
  payload: string;
  createdAt: Date;
  number: string | null;
  previousHash: string;
  hash: string;
}

const COLUMNS = `e."sequence"::text AS "sequence", e."type", e."projectId", e."actor", e."subjectType", e."subjectId",
  e."payload"::text AS "payload", e."createdAt", s."number"::text AS "number", s."previousHash", s."hash"`;

/** Events of a chain after a place, at most `limit`, in the order of their places. */
export async function listSealedEvents(
  db: Queryable,
  chain: string,
  after: bigint,
  limit: number,
): Promise<readonly SealedEvent[]> {
  const { rows } = await db.query<EventRow>(
    `SELECT ${COLUMNS} FROM "EventSeal" s JOIN "Event" e ON e."sequence" = s."eventSequence"
     WHERE s."chain" = $1 AND s."number" > $2 ORDER BY s."number" LIMIT $3`,
    [chain, after.toString(), limit],
  );
  return rows.map(toEvent);
}

/** Events that are in no chain, at most 1,000: there should be none. */
export async function listUnsealedEvents(db: Queryable): Promise<readonly SealedEvent[]> {
  const { rows } = await db.query<EventRow>(
    `SELECT ${COLUMNS} FROM "Event" e LEFT JOIN "EventSeal" s ON s."eventSequence" = e."sequence"
     WHERE s."eventSequence" IS NULL ORDER BY e."sequence" LIMIT 1000`,
  );
  return rows.map(toEvent);
}

const toEvent = ({ number, previousHash, hash, createdAt, ...event }: EventRow): SealedEvent => ({
  ...event,
  createdAt: String(createdAt.getTime()),
  seal: number === null ? null : { number, previousHash, hash },
});
