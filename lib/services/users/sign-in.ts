import { parseEmail } from "@/lib/core/access/account";
import type { UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { appendEvent } from "@/lib/db/events";
import { findUserByEmail, type UserRow } from "@/lib/db/users";
import type { ServiceContext } from "../context";
import { countAttempt, rateLimit, type TooMany } from "../rate-limit";
import { verifyPassword } from "./password";

export interface SignedIn {
  readonly userId: UserId;
  readonly email: string;
  readonly displayName: string;
  readonly sessionVersion: number;
}

export type SignInError = { readonly code: "wrong-credentials" } | TooMany;

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
 * disabled account are one answer and take the same time. Attempts count per account and
 * per network address in the database, for all instances, before the password is looked at,
 * so that many at once are no more than one after the other; a success clears the account
 * and gives the address its attempt back.
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
  { email: sent, password, networkAddress }: Credentials,
): Promise<Result<UserRow, SignInError>> {
  const email = parseEmail(sent);
  const account = limiter(ctx, "account", FREE_ATTEMPTS.account);
  const accountKey = email.ok ? email.value : "unparsable";
  const address = networkAddress ? limiter(ctx, "address", FREE_ATTEMPTS.address) : null;
  const counted =
    (networkAddress && address && (await countAttempt(address, networkAddress))) ||
    (await countAttempt(account, accountKey));
  if (counted) return err(counted);

  const user = email.ok ? await findUserByEmail(ctx.db.pool, email.value) : null;
  const fits = await verifyPassword(user?.passwordHash ?? null, password.normalize("NFC"));
  if (!user || !fits || user.disabled) return err({ code: "wrong-credentials" });
  await account.delete(accountKey);
  if (networkAddress && address) await address.reward(networkAddress);
  return ok(user);
}

const limiter = (ctx: Pick<ServiceContext, "db">, what: string, free: number) =>
  rateLimit(ctx, { name: `sign-in:${what}`, free, seconds: FREE_ATTEMPTS.seconds });
