import { parseDisplayName, parseEmail } from "@/lib/core/access/account";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import {
  appendIdentity,
  appendUser,
  findUser,
  findUserByEmail,
  findUserByIdentity,
  type UserRow,
} from "@/lib/db/users";
import type { ServiceContext } from "../context";
import type { SignedIn } from "./sign-in";

/** What the identity provider says about a person. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly displayName: string | null;
}

/**
 * Signs a person in by an account at the identity provider. A bound account is found by
 * issuer and subject. Otherwise a verified e-mail address binds it to the account that has
 * this address, or makes a new account without any role. `email-not-verified`: nothing is
 * bound on the word of an unverified address. `disabled`: the account here is.
 */
export async function signInWithIdentity(
  ctx: Pick<ServiceContext, "db" | "now">,
  identity: ProvenIdentity,
): Promise<Result<SignedIn, "email-not-verified" | "disabled">> {
  const bound = await findUserByIdentity(ctx.db.pool, identity.issuer, identity.subject);
  if (bound) return admit(bound);
  const email = parseEmail(identity.email);
  if (!email.ok || !identity.emailVerified) return err("email-not-verified");

  try {
    return admit(await bind(ctx, identity, email.value));
  } catch (error) {
    if (sqlState(error) !== SQL_STATE.uniqueViolation) throw error;
    // The same person came by two ways at this moment, and the other one has bound the account.
    const bySibling = await findUserByIdentity(ctx.db.pool, identity.issuer, identity.subject);
    return admit(bySibling ?? (await bind(ctx, identity, email.value)));
  }
}

/** Binds the identity to the account with this address, or to a new one. @throws 23505 if another request does it now. */
async function bind(
  ctx: Pick<ServiceContext, "db" | "now">,
  identity: ProvenIdentity,
  email: string,
): Promise<UserRow> {
  const at = ctx.now();
  const user = await inTransaction(ctx.db, async (tx) => {
    const known = await findUserByEmail(tx, email);
    const name = parseDisplayName(identity.displayName);
    const userId =
      known?.id ??
      (await appendUser(tx, {
        email,
        displayName: name.ok ? name.value : (email.split("@")[0] ?? email),
        passwordHash: null,
        isAdmin: false,
        at,
      }));
    await appendIdentity(tx, { issuer: identity.issuer, subject: identity.subject, userId, at });
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: known ? "user.identity-linked" : "user.created",
        projectId: null,
        subjectType: "user",
        subjectId: userId,
        payload: { issuer: identity.issuer },
        at,
      },
    );
    return findUser(tx, userId);
  });
  if (!user) throw new Error("a stored user cannot be read");
  return user;
}

function admit(user: UserRow): Result<SignedIn, "disabled"> {
  if (user.disabled) return err("disabled");
  return ok({
    userId: user.id,
    email: user.email,
    displayName: user.displayName,
    sessionVersion: user.sessionVersion,
  });
}
