import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { deleteExpiredCounts } from "@/lib/db/rate-limits";
import type { ServiceContext } from "./context";

export interface TooMany {
  readonly code: "too-many-attempts";
  readonly retryInSeconds: number;
}

/** A limit on attempts per key, counted in the database for all instances: `free` of them within `seconds`. */
export function rateLimit(
  ctx: Pick<ServiceContext, "db">,
  { name, free, seconds }: { readonly name: string; readonly free: number; readonly seconds: number },
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: ctx.db.pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    clearExpiredByTimeout: false, // a limiter is made for every request: `forgetAttempts` clears for all
    keyPrefix: name,
    points: free,
    duration: seconds,
  });
}

/** Counts one attempt. Null while it is free, else when the next one will be. */
export async function countAttempt(limit: RateLimiterPostgres, key: string): Promise<TooMany | null> {
  try {
    await limit.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { code: "too-many-attempts", retryInSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}

/** Forgets the counts whose time is over: network addresses and e-mail addresses are kept no longer than needed. */
export const forgetAttempts = (ctx: Pick<ServiceContext, "db" | "now">): Promise<number> =>
  deleteExpiredCounts(ctx.db.pool, ctx.now());
