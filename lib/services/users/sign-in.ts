import { RateLimiterPostgres } from "rate-limiter-flexible";
import { parseEmail } from "@/lib/core/access/account";
import type { UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { appendEvent } from "@/lib/db/events";
import { findUserByEmail } from "@/lib/db/users";
import type { ServiceContext } from "../context";
import { verifyPassword } from "./password";

export interface SignedIn {
  readonly userId: UserId;
  readonly email: string;
  readonly displayName: string;
  readonly sessionVersion: number;
}

export type SignInError =
  | { readonly code: "wrong-credentials" }
  | { readonly code: "too-many-attempts"; readonly retryInSeconds: number };

/** Failed attempts that are free, per account and per network address, within a quarter of an hour. */
export const FREE_ATTEMPTS = { account: 10, address: 50, seconds: 15 * 60 } as const;

/**
 * Signs a person in by e-mail address and password. Unknown address, wrong password and
 * disabled account are one answer and take the same time. Failures count per account and
 * (where it can be trusted; null otherwise) per network address in the database, for all instances; a success clears the account.
 */
export async function signInWithPassword(
  ctx: Pick<ServiceContext, "db" | "now">,
  input: { readonly email: string; readonly password: string; readonly networkAddress: string | null },
): Promise<Result<SignedIn, SignInError>> {
  const email = parseEmail(input.email);
  const account = limiter(ctx, "account", FREE_ATTEMPTS.account);
  const address = limiter(ctx, "address", FREE_ATTEMPTS.address);
  const accountKey = email.ok ? email.value : "unparsable";
  const counters = [
    { limit: account, key: accountKey },
    ...(input.networkAddress ? [{ limit: address, key: input.networkAddress }] : []),
  ];
  for (const { limit, key } of counters) {
    const state = await limit.get(key);
    if (state && state.remainingPoints <= 0 && state.msBeforeNext > 0) {
      return err({ code: "too-many-attempts", retryInSeconds: Math.ceil(state.msBeforeNext / 1000) });
    }
  }

  const user = email.ok ? await findUserByEmail(ctx.db.pool, email.value) : null;
  const fits = await verifyPassword(user?.passwordHash ?? null, input.password.normalize("NFC"));
  if (!user || !fits || user.disabled) {
    await Promise.allSettled(counters.map(({ limit, key }) => limit.consume(key)));
    return err({ code: "wrong-credentials" });
  }
  await account.delete(accountKey);
  await appendEvent(
    ctx.db.pool,
    { kind: "user", userId: user.id, isAdmin: user.isAdmin },
    { type: "user.signed-in", projectId: null, subjectType: "user", subjectId: user.id, at: ctx.now() },
  );
  return ok({
    userId: user.id,
    email: user.email,
    displayName: user.displayName,
    sessionVersion: user.sessionVersion,
  });
}

function limiter(ctx: Pick<ServiceContext, "db">, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: ctx.db.pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: `sign-in:${keyPrefix}`,
    points,
    duration: FREE_ATTEMPTS.seconds,
  });
}
