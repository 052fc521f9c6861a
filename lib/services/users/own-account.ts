import { parsePassword } from "@/lib/core/access/account";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { endSessions, findUser, setPasswordHash, type UserRow } from "@/lib/db/users";
import type { ServiceContext } from "../context";
import type { AccountFault } from "./manage-users";
import { hashPassword } from "./password";
import { checkCredentials, type SignInError } from "./sign-in";

type NotSignedIn = { readonly code: "sign-in-required" };

/** The account of the person who asks. */
export async function readOwnAccount(ctx: ServiceContext): Promise<Result<UserRow, NotSignedIn>> {
  const user = ctx.actor?.kind === "user" ? await findUser(ctx.db.pool, ctx.actor.userId) : null;
  return user ? ok(user) : err({ code: "sign-in-required" });
}

/**
 * The person sets another password, knowing the old one, which can be guessed no more often
 * than at a sign-in. All sessions of the person end.
 */
export async function changeOwnPassword(
  ctx: ServiceContext,
  input: { readonly current: string; readonly next: string },
): Promise<Result<null, AccountFault | NotSignedIn | SignInError>> {
  const own = await readOwnAccount(ctx);
  if (!own.ok) return own;
  const { email } = own.value;
  const proven = await checkCredentials(ctx, { email, password: input.current, networkAddress: null });
  if (!proven.ok) return proven;
  const next = parsePassword(input.next);
  if (!next.ok) return err({ code: next.error, field: "password" });
  const passwordHash = await hashPassword(next.value);
  await inTransaction(ctx.db, async (tx) => {
    await setPasswordHash(tx, own.value.id, passwordHash);
    await appendOwnEvent(tx, own.value, "user.password-changed", ctx.now());
  });
  return ok(null);
}

/** Ends every session of the person, the one who asks included. */
export async function endOwnSessions(ctx: ServiceContext): Promise<Result<null, NotSignedIn>> {
  const own = await readOwnAccount(ctx);
  if (!own.ok) return own;
  await inTransaction(ctx.db, async (tx) => {
    await endSessions(tx, own.value.id);
    await appendOwnEvent(tx, own.value, "user.sessions-ended", ctx.now());
  });
  return ok(null);
}

const appendOwnEvent = (
  tx: Parameters<typeof appendEvent>[0],
  { id, isAdmin }: UserRow,
  type: "user.password-changed" | "user.sessions-ended",
  at: Date,
) =>
  appendEvent(
    tx,
    { kind: "user", userId: id, isAdmin },
    { type, projectId: null, subjectType: "user", subjectId: id, at },
  );
