import type { Queryable } from "./client";

/** Deletes the counts of attempts that ended before `now`; how many. */
export async function deleteExpiredCounts(db: Queryable, now: Date): Promise<number> {
  const { rowCount } = await db.query(`DELETE FROM "RateLimit" WHERE "expire" < $1`, [now.getTime()]);
  return rowCount ?? 0;
}
