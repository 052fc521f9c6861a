import { err, ok, type Result } from "@/lib/core/shared/result";
import type { ServiceContext } from "../context";
import { countAttempt, rateLimit, type TooMany } from "../rate-limit";

/**
 * Reports that are free within ten minutes: per network address (of IPv6, per network of one household), and together
 * for those whose address cannot be known because no proxy is trusted.
 */
export const FREE_REPORTS = { address: 5, unknown: 60, seconds: 10 * 60 } as const;

/** Counts one report in the database, for all instances, before anything is stored of it. */
export async function countReport(
  ctx: Pick<ServiceContext, "db">,
  networkAddress: string | null,
): Promise<Result<null, TooMany>> {
  const limit = rateLimit(ctx, {
    name: networkAddress ? "report:address" : "report:unknown",
    free: networkAddress ? FREE_REPORTS.address : FREE_REPORTS.unknown,
    seconds: FREE_REPORTS.seconds,
  });
  const refused = await countAttempt(limit, networkAddress ? household(networkAddress) : "all");
  return refused ? err(refused) : ok(null);
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
