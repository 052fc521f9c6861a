import type { Actor } from "@/lib/core/access/roles";
import type { UserId } from "@/lib/core/shared/ids";
import { findUser } from "@/lib/db/users";
import type { ServiceContext } from "../context";

/**
 * The person behind a session token as an actor, or null if the account is gone, disabled,
 * or its sessions were ended since the token was made. Read for every request.
 */
export async function readSession(
  ctx: Pick<ServiceContext, "db">,
  token: { readonly userId: UserId; readonly sessionVersion: number },
): Promise<{ readonly actor: Actor; readonly displayName: string; readonly email: string } | null> {
  const user = await findUser(ctx.db.pool, token.userId);
  if (!user || user.disabled || user.sessionVersion !== token.sessionVersion) return null;
  return {
    actor: { kind: "user", userId: user.id, isAdmin: user.isAdmin },
    displayName: user.displayName,
    email: user.email,
  };
}
