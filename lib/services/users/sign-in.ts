import { RateLimiterPostgres } from "rate-limiter-flexible";
import { parseEmail } from "@/lib/core/access/account";
import type { UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { appendEvent } from "@/lib/db/events";
import { findUserByEmail, type UserRow } from "@/lib/db/users";
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

/** What somebody shows as proof of who they are. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Null where it cannot be trusted. */
  readonly networkAddress: string | null;
}

/**
 * Signs a person in by e-mail address and password. Unknown address, wrong password and
 * disabled account are one answer and take the same time. Failures count per account and
 * per network address in the database, for all instances; a success clears the account.
 */
export async function signInWithPassword(
  ctx: Pick<ServiceContext, "db" | "now">,
  credentials: Credentials,
): Promise<Result<SignedIn, SignInError>> {
  const proven = await checkCredentials(ctx, credentials);
  if (!proven.ok) return proven;
  const user = proven.value;
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

/** The person whose credentials these are, with the same limits as a sign-in, which this does not count as. */
export async function checkCredentials(
  ctx: Pick<ServiceContext, "db">,
  { email: address, password, networkAddress }: Credentials,
): Promise<Result<UserRow, SignInError>> {
  const email = parseEmail(address);
  const account = limiter(ctx, "account", FREE_ATTEMPTS.account);
  const accountKey = email.ok ? email.value : "unparsable";
  const counters = [
    { limit: account, key: accountKey },
    ...(networkAddress
      ? [{ limit: limiter(ctx, "address", FREE_ATTEMPTS.address), key: networkAddress }]
      : []),
  ];
  for (const { limit, key } of counters) {
    const state = await limit.get(key);
    if (state && state.remainingPoints <= 0 && state.msBeforeNext > 0) {
      return err({ code: "too-many-attempts", retryInSeconds: Math.ceil(state.msBeforeNext / 1000) });
    }
  }

  const user = email.ok ? await findUserByEmail(ctx.db.pool, email.value) : null;
  const fits = await verifyPassword(user?.passwordHash ?? null, password.normalize("NFC"));
  if (!user || !fits || user.disabled) {
    await Promise.allSettled(counters.map(({ limit, key }) => limit.consume(key)));
    return err({ code: "wrong-credentials" });
  }
  await account.delete(accountKey);
  return ok(user);
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
