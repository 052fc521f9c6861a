import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { ServiceContext } from "../context";

/**
 * Reports that are free within ten minutes: per network address (of IPv6, per network of one household), and together
 * for those whose address cannot be known because no proxy is trusted.
 */
export const FREE_REPORTS = { address: 5, unknown: 60, seconds: 10 * 60 } as const;

export interface TooMany {
  readonly code: "too-many-attempts";
  readonly retryInSeconds: number;
}

/** Counts one report in the database, for all instances, before anything is stored of it. */
export async function countReport(
  ctx: Pick<ServiceContext, "db">,
  networkAddress: string | null,
): Promise<Result<null, TooMany>> {
  const limit = new RateLimiterPostgres({
    storeClient: ctx.db.pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: networkAddress ? "report:address" : "report:unknown",
    points: networkAddress ? FREE_REPORTS.address : FREE_REPORTS.unknown,
    duration: FREE_REPORTS.seconds,
  });
  try {
    await limit.consume(networkAddress ? household(networkAddress) : "all");
    return ok(null);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return err({ code: "too-many-attempts", retryInSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

/** Of an IPv6 address its first 64 bits, which one household has to itself; anything else as it is. */
export function household(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - after.length }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}
