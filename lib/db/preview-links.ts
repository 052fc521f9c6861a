import type { Role } from "@/lib/core/access/roles";
import type { PreviewId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

export interface PreviewLink {
  readonly id: PreviewId;
  readonly translationId: TranslationId;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Who made a link, as they stand now: a link is worth what its maker's rights are. */
export interface LinkMaker {
  readonly userId: UserId;
  readonly isAdmin: boolean;
  readonly disabled: boolean;
  /** In the project of the translation; null: no member any more. */
  readonly role: Role | null;
}

const MAKER = `jsonb_build_object('userId', u."id", 'isAdmin', u."isAdmin", 'disabled', u."disabledAt" IS NOT NULL,
    'role', m."role") AS "maker"`;
const FROM = `FROM "PreviewLink" l JOIN "User" u ON u."id" = l."createdById"
  JOIN "Translation" t ON t."id" = l."translationId" JOIN "Document" d ON d."id" = t."documentId"
  LEFT JOIN "Membership" m ON m."projectId" = d."projectId" AND m."userId" = u."id"`;

/** Adds a link. */
export async function appendPreviewLink(
  tx: Queryable,
  link: {
    readonly translationId: TranslationId;
    readonly createdById: UserId;
    readonly at: Date;
    readonly expiresAt: Date;
  },
): Promise<PreviewId> {
  const { rows } = await tx.query<{ id: PreviewId }>(
    `INSERT INTO "PreviewLink" ("translationId", "createdById", "createdAt", "expiresAt") VALUES ($1, $2, $3, $4)
     RETURNING "id"`,
    [link.translationId, link.createdById, link.at, link.expiresAt],
  );
  const [row] = rows;
  if (!row) throw new Error("a stored link has no id");
  return row.id;
}

/** Ends a link. False if it has ended already, or there is none. */
export async function revokePreviewLink(
  tx: Queryable,
  translationId: TranslationId,
  id: PreviewId,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE "PreviewLink" SET "revokedAt" = $3
     WHERE "id" = $1 AND "translationId" = $2 AND "revokedAt" IS NULL AND "expiresAt" > $3`,
    [id, translationId, at],
  );
  return rowCount === 1;
}

/** Links of a translation that were neither ended nor have expired, with their makers, the last made first. */
export async function listPreviewLinks(
  db: Queryable,
  translationId: TranslationId,
  now: Date,
): Promise<readonly (PreviewLink & { readonly maker: LinkMaker })[]> {
  const { rows } = await db.query<PreviewLink & { maker: LinkMaker }>(
    `SELECT l."id", l."translationId", u."displayName" AS "createdBy", l."createdAt", l."expiresAt", ${MAKER} ${FROM}
     WHERE l."translationId" = $1 AND l."revokedAt" IS NULL AND l."expiresAt" > $2
     ORDER BY l."createdAt" DESC, l."id"`,
    [translationId, now],
  );
  return rows;
}

/** The translation that a link leads to, with the maker of the link; null: expired, taken back, or none of ours. */
export async function findPreviewed(
  db: Queryable,
  id: PreviewId,
  now: Date,
): Promise<{ readonly translationId: TranslationId; readonly maker: LinkMaker } | null> {
  const { rows } = await db.query<{ translationId: TranslationId; maker: LinkMaker }>(
    `SELECT l."translationId", ${MAKER} ${FROM}
     WHERE l."id" = $1 AND l."revokedAt" IS NULL AND l."expiresAt" > $2`,
    [id, now],
  );
  return rows[0] ?? null;
}
