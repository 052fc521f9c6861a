import { READERS_ID, READERS_NAME } from "@/lib/core/access/roles";
import type { UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

export interface UserRow {
  readonly id: UserId;
  readonly email: string;
  readonly displayName: string;
  readonly isAdmin: boolean;
  readonly sessionVersion: number;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly createdAt: Date;
}

const COLUMNS = `u."id", u."email", u."displayName", u."isAdmin", u."sessionVersion",
  u."disabledAt" IS NOT NULL AS "disabled", u."passwordHash" IS NOT NULL AS "hasPassword", u."createdAt"`;

/** SQL for the name of a "User" by its alias, as pages show it: READERS_NAME for readers without an account. */
export const shownName = (user: string): string =>
  `CASE WHEN ${user}."id" = '${READERS_ID}' THEN '${READERS_NAME}' ELSE ${user}."displayName" END`;

/** The person, also a disabled one, or null. */
export async function findUser(db: Queryable, id: UserId): Promise<UserRow | null> {
  const { rows } = await db.query<UserRow>(`SELECT ${COLUMNS} FROM "User" u WHERE u."id" = $1`, [id]);
  return rows[0] ?? null;
}

/** The person with this folded e-mail address and the stored password hash, or null. */
export async function findUserByEmail(
  db: Queryable,
  email: string,
): Promise<(UserRow & { readonly passwordHash: string | null }) | null> {
  const { rows } = await db.query<UserRow & { passwordHash: string | null }>(
    `SELECT ${COLUMNS}, u."passwordHash" FROM "User" u WHERE u."email" = $1`,
    [email],
  );
  return rows[0] ?? null;
}

/** The person bound to this account of an identity provider, or null. */
export async function findUserByIdentity(
  db: Queryable,
  issuer: string,
  subject: string,
): Promise<UserRow | null> {
  const { rows } = await db.query<UserRow>(
    `SELECT ${COLUMNS} FROM "Identity" i JOIN "User" u ON u."id" = i."userId"
     WHERE i."issuer" = $1 AND i."subject" = $2`,
    [issuer, subject],
  );
  return rows[0] ?? null;
}

/** Binds an account of an identity provider to a person. @throws 23505 if it is bound already. */
export async function appendIdentity(
  db: Queryable,
  identity: { readonly issuer: string; readonly subject: string; readonly userId: UserId; readonly at: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO "Identity" ("issuer", "subject", "userId", "createdAt") VALUES ($1, $2, $3, $4)`,
    [identity.issuer, identity.subject, identity.userId, identity.at],
  );
}

/** All people by display name; readers without an account are none. */
export async function listUsers(db: Queryable): Promise<readonly UserRow[]> {
  const { rows } = await db.query<UserRow>(
    `SELECT ${COLUMNS} FROM "User" u WHERE u."id" <> $1 ORDER BY u."displayName", u."id"`,
    [READERS_ID],
  );
  return rows;
}

/** Whether anybody has an account. */
export async function hasUsers(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(`SELECT EXISTS (SELECT FROM "User") AS "found"`);
  return rows[0]?.found ?? false;
}

/** Stores a person. @throws unique violation (23505) if the address has an account. */
export async function appendUser(
  db: Queryable,
  user: {
    readonly email: string;
    readonly displayName: string;
    readonly passwordHash: string | null;
    readonly isAdmin: boolean;
    readonly at: Date;
  },
): Promise<UserId> {
  const { rows } = await db.query<{ id: UserId }>(
    `INSERT INTO "User" ("email", "displayName", "passwordHash", "isAdmin", "createdAt")
     VALUES ($1, $2, $3, $4, $5) RETURNING "id"`,
    [user.email, user.displayName, user.passwordHash, user.isAdmin, user.at],
  );
  if (!rows[0]) throw new Error("a stored user has no id");
  return rows[0].id;
}

/**
 * Disables the account (`at`) or enables it again (null); both end every session of the
 * person. False if there is no such person.
 */
export async function setDisabled(db: Queryable, id: UserId, at: Date | null): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE "User" SET "disabledAt" = $2, "sessionVersion" = "sessionVersion" + 1 WHERE "id" = $1`,
    [id, at],
  );
  return rowCount === 1;
}

/** Stores another password hash and ends every session of the person. */
export async function setPasswordHash(db: Queryable, id: UserId, passwordHash: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE "User" SET "passwordHash" = $2, "sessionVersion" = "sessionVersion" + 1 WHERE "id" = $1`,
    [id, passwordHash],
  );
  return rowCount === 1;
}

/** Ends every session of the person. */
export async function endSessions(db: Queryable, id: UserId): Promise<void> {
  await db.query(`UPDATE "User" SET "sessionVersion" = "sessionVersion" + 1 WHERE "id" = $1`, [id]);
}

/** Makes the person an administrator of the installation or takes it away. */
export async function setAdministrator(db: Queryable, id: UserId, isAdmin: boolean): Promise<boolean> {
  const { rowCount } = await db.query(`UPDATE "User" SET "isAdmin" = $2 WHERE "id" = $1`, [id, isAdmin]);
  return rowCount === 1;
}

/** How many people could still administer the installation. */
export async function countActiveAdministrators(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "User" WHERE "isAdmin" AND "disabledAt" IS NULL`,
  );
  return rows[0]?.count ?? 0;
}
