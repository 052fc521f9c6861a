import { parseDisplayName, parseEmail, parsePassword } from "@/lib/core/access/account";
import type { AccessError } from "@/lib/core/access/permissions";
import type { Actor } from "@/lib/core/access/roles";
import type { UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import {
  appendUser,
  countActiveAdministrators,
  findUser,
  hasUsers,
  listUsers as list,
  setAdministrator,
  setDisabled,
  setPasswordHash,
  type UserRow,
} from "@/lib/db/users";
import { authorizeAdministrator } from "../authorize";
import type { ServiceContext } from "../context";
import { hashPassword } from "./password";

export type AccountFault = {
  readonly code:
    | "bad-email"
    | "bad-name"
    | "bad-password"
    | "password-too-short"
    | "password-too-long"
    | "email-taken";
  readonly field: "email" | "displayName" | "password";
};

export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  /** Null for people who sign in through the identity provider only. */
  readonly password: string | null;
  readonly isAdmin: boolean;
}

/** Whether the installation still waits for its first administrator. */
export async function needsFirstAdministrator(ctx: Pick<ServiceContext, "db">): Promise<boolean> {
  return !(await hasUsers(ctx.db.pool));
}

/**
 * Creates the first account, an administrator. Works exactly once: `closed` as soon as
 * anybody has an account, also when two ask at the same moment.
 */
export async function createFirstAdministrator(
  ctx: Pick<ServiceContext, "db" | "now">,
  input: Omit<NewAccount, "isAdmin" | "password"> & { readonly password: string },
): Promise<Result<UserId, AccountFault | { readonly code: "closed" }>> {
  // Looked at before anything costly: everybody can ask, and almost always it is closed.
  if (await hasUsers(ctx.db.pool)) return err({ code: "closed" });
  const account = await checkAccount({ ...input, isAdmin: true });
  if (!account.ok) return account;
  return inTransaction(ctx.db, async (tx) => {
    // The lock makes two first administrators follow one another.
    await tx.query(`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`);
    if (await hasUsers(tx)) return err({ code: "closed" });
    return ok(await storeAccount(tx, { kind: "system", job: "setup" }, account.value, ctx.now()));
  });
}

/** Creates an account; by administrators of the installation and by jobs. */
export async function createUser(
  ctx: ServiceContext,
  input: NewAccount,
): Promise<Result<UserId, AccountFault | { readonly code: AccessError }>> {
  if (ctx.actor?.kind !== "system") {
    const granted = authorizeAdministrator(ctx);
    if (!granted.ok) return granted;
  }
  const { actor } = ctx;
  const account = await checkAccount(input);
  if (!account.ok) return account;
  if (!actor) return err({ code: "sign-in-required" });
  try {
    return ok(await inTransaction(ctx.db, (tx) => storeAccount(tx, actor, account.value, ctx.now())));
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "email-taken", field: "email" });
    throw error;
  }
}

/** All accounts; for administrators of the installation. */
export async function listUsers(
  ctx: ServiceContext,
): Promise<Result<readonly UserRow[], { readonly code: AccessError }>> {
  const granted = authorizeAdministrator(ctx);
  return granted.ok ? ok(await list(ctx.db.pool)) : granted;
}

/** An act of an administrator on an account. */
export type AccountChange =
  | { readonly kind: "disable" | "enable" | "make-administrator" | "unmake-administrator" }
  | { readonly kind: "set-password"; readonly password: string };

/**
 * Disables or enables an account, gives or takes the administration, or sets a password;
 * sessions end at once where they should. `last-administrator`: somebody must be left.
 */
export async function changeUser(
  ctx: ServiceContext,
  userId: UserId,
  change: AccountChange,
): Promise<Result<null, AccountFault | { readonly code: AccessError | "last-administrator" }>> {
  const granted = authorizeAdministrator(ctx);
  if (!granted.ok) return granted;
  const password = change.kind === "set-password" ? parsePassword(change.password) : null;
  if (password && !password.ok) return err({ code: password.error, field: "password" });
  const passwordHash = password?.ok ? await hashPassword(password.value) : null;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    await tx.query(`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`);
    const user = await findUser(tx, userId);
    if (!user) return err({ code: "not-found" });
    const losesAdministrator =
      user.isAdmin && !user.disabled && (change.kind === "disable" || change.kind === "unmake-administrator");
    if (losesAdministrator && (await countActiveAdministrators(tx)) === 1)
      return err({ code: "last-administrator" });
    await applyChange(tx, userId, change, passwordHash, at);
    await appendEvent(
      tx,
      { kind: "user", userId: granted.value, isAdmin: true },
      {
        type: `user.${change.kind}`,
        projectId: null,
        subjectType: "user",
        subjectId: userId,
        at,
      },
    );
    return ok(null);
  });
}

interface CheckedAccount {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
  readonly isAdmin: boolean;
}

async function checkAccount(input: NewAccount): Promise<Result<CheckedAccount, AccountFault>> {
  const email = parseEmail(input.email);
  if (!email.ok) return err({ code: email.error, field: "email" });
  const displayName = parseDisplayName(input.displayName);
  if (!displayName.ok) return err({ code: displayName.error, field: "displayName" });
  const password = input.password === null ? null : parsePassword(input.password);
  if (password && !password.ok) return err({ code: password.error, field: "password" });
  return ok({
    email: email.value,
    displayName: displayName.value,
    passwordHash: password?.ok ? await hashPassword(password.value) : null,
    isAdmin: input.isAdmin,
  });
}

async function storeAccount(tx: Queryable, actor: Actor, account: CheckedAccount, at: Date): Promise<UserId> {
  const userId = await appendUser(tx, { ...account, at });
  await appendEvent(tx, actor, {
    type: "user.created",
    projectId: null,
    subjectType: "user",
    subjectId: userId,
    at,
  });
  return userId;
}

async function applyChange(
  tx: Queryable,
  userId: UserId,
  change: AccountChange,
  passwordHash: string | null,
  at: Date,
): Promise<void> {
  switch (change.kind) {
    case "disable":
      await setDisabled(tx, userId, at);
      break;
    case "enable":
      await setDisabled(tx, userId, null);
      break;
    case "make-administrator":
    case "unmake-administrator":
      await setAdministrator(tx, userId, change.kind === "make-administrator");
      break;
    case "set-password":
      if (passwordHash) await setPasswordHash(tx, userId, passwordHash);
      break;
  }
}
