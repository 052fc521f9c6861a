import type { TranslationId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import type { ServiceContext } from "../context";
import { countAttempt, rateLimit } from "../rate-limit";

/**
 * Reports that are free within ten minutes: per person who is signed in, else per network address (of IPv6, per network
 * of one household). Whose address cannot be known, because no proxy is trusted, is counted per article, so that
 * somebody who floods one leaves the others open; `all` of them together is no more than a fence around the database.
 */
export const FREE_REPORTS = { user: 20, address: 5, article: 20, all: 600, seconds: 10 * 60 } as const;

/** Attempts to each free report, those included that were refused for what they say: it costs the reading of an article. */
const TRIES = 10;

export interface ReportSender {
  readonly userId: UserId | null;
  /** Null where it cannot be trusted. */
  readonly networkAddress: string | null;
  /** On which they report. */
  readonly translationId: TranslationId;
}

export interface TooManyReports {
  /** `article-busy`: by others as well, of whom nobody knows who they are. */
  readonly code: "too-many-attempts" | "article-busy";
  readonly retryInSeconds: number;
}

type Counted = Result<null, TooManyReports>;

/** Counts one attempt in the database, for all instances, before anything is read for it. */
export const countTry = (ctx: Pick<ServiceContext, "db">, sender: ReportSender): Promise<Counted> =>
  count(ctx, sender, "report-try", TRIES);

/** Counts one report that could be taken, before anything is stored of it. */
export const countReport = (ctx: Pick<ServiceContext, "db">, sender: ReportSender): Promise<Counted> =>
  count(ctx, sender, "report", 1);

async function count(
  ctx: Pick<ServiceContext, "db">,
  sender: ReportSender,
  name: string,
  times: number,
): Promise<Counted> {
  for (const [kind, key] of keysOf(sender)) {
    const { seconds, [kind]: free } = FREE_REPORTS;
    const limit = rateLimit(ctx, { name: `${name}:${kind}`, free: free * times, seconds });
    const refused = await countAttempt(limit, key);
    if (!refused) continue;
    const isOthers = kind === "article" || kind === "all";
    return err({ ...refused, code: isOthers ? "article-busy" : "too-many-attempts" });
  }
  return ok(null);
}

type Kind = Exclude<keyof typeof FREE_REPORTS, "seconds">;

function keysOf({
  userId,
  networkAddress,
  translationId,
}: ReportSender): readonly (readonly [Kind, string])[] {
  if (userId) return [["user", userId]];
  if (networkAddress) return [["address", household(networkAddress)]];
  return [
    ["article", translationId],
    ["all", "all"],
  ];
}

/** Of an IPv6 address its first 64 bits, which one household has to itself, of a mapped IPv4 address all; anything else as it is. */
export function household(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - after.length }, () => "0");
  const all = [...groups, ...zeros, ...after];
  const isMapped = all[5] === "ffff" && all.slice(0, 5).every((group) => Number.parseInt(group, 16) === 0);
  return (isMapped ? all.slice(5) : all.slice(0, 4)).join(":");
}
