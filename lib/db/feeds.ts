import type { Queryable } from "./client";

/** What was ever published in a language, whatever became of it, and how its tag is written. */
export interface EverPublished {
  readonly locale: string;
  readonly count: number;
}

/** A translation that is published now. */
export interface FeedItem {
  readonly slug: string;
  readonly title: string;
  readonly locale: string;
  readonly projectName: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly reviewedShare: number;
}

/** Translations into a language by the order in which each was published for the first time: nobody's place ever changes. */
const EVER = `SELECT p."translationId", row_number() OVER (ORDER BY p."createdAt", p."translationId") AS "nth"
  FROM "Publication" p WHERE p."number" = 1 AND lower(p."targetLocale") = lower($1)`;

const CURRENT = `SELECT d."slug", p."title", p."targetLocale" AS "locale", pr."name" AS "projectName", p."reviewedShare",
    to_char(p."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt", ever."nth",
    row_number() OVER (ORDER BY p."createdAt" DESC, p."id") AS "newest"
  FROM (${EVER}) ever JOIN "Translation" t ON t."id" = ever."translationId"
  JOIN "Publication" p ON p."id" = t."publicationId"
  JOIN "Document" d ON d."id" = t."documentId" JOIN "Project" pr ON pr."id" = d."projectId"`;

/** How much was ever published in a language, compared without case; null if nothing is published in it now. */
export async function findEverPublished(db: Queryable, locale: string): Promise<EverPublished | null> {
  const { rows } = await db.query<EverPublished>(
    `SELECT min(p."targetLocale") FILTER (WHERE t."publicationId" IS NOT NULL) AS "locale", count(*)::int AS "count"
     FROM "Publication" p JOIN "Translation" t ON t."id" = p."translationId"
     WHERE p."number" = 1 AND lower(p."targetLocale") = lower($1)
     HAVING bool_or(t."publicationId" IS NOT NULL)`,
    [locale],
  );
  return rows[0] ?? null;
}

/**
 * What is published in a language now: the last `newest` publications, and all articles whose
 * place in the order of first publication is above `from`. Last published first.
 */
export async function listNewest(
  db: Queryable,
  wish: { readonly locale: string; readonly newest: number; readonly from: number },
): Promise<readonly FeedItem[]> {
  const { rows } = await db.query<FeedItem>(
    `SELECT "slug", "title", "locale", "projectName", "publishedAt", "reviewedShare" FROM (${CURRENT}) x
     WHERE "newest" <= $2 OR "nth" > $3 ORDER BY "newest"`,
    [wish.locale, wish.newest, wish.from],
  );
  return rows;
}

/**
 * What is published now of the articles with the places `from`+1 to `to` in the order of their
 * first publication in a language. The last one first.
 */
export async function listArchived(
  db: Queryable,
  wish: { readonly locale: string; readonly from: number; readonly to: number },
): Promise<readonly FeedItem[]> {
  const { rows } = await db.query<FeedItem>(
    `SELECT "slug", "title", "locale", "projectName", "publishedAt", "reviewedShare" FROM (${CURRENT}) x
     WHERE "nth" > $2 AND "nth" <= $3 ORDER BY "nth" DESC`,
    [wish.locale, wish.from, wish.to],
  );
  return rows;
}
