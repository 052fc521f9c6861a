import type { DocumentId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** An article in one language, with what its entry in a sitemap says of the others. */
export interface SitemapRow {
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly locale: string;
  readonly isSource: boolean;
  readonly sourceLocale: string;
  /** Every translation that is published now. */
  readonly versions: readonly {
    readonly locale: string;
    /** ISO 8601. */
    readonly publishedAt: string;
    readonly reviewedShare: number;
    readonly leastIndexed: number;
  }[];
}

/**
 * Every address that ever was an article's, the original's included, by the order of first
 * publication: new ones come last, and no place ever changes.
 */
const EVER = `SELECT x.*, row_number() OVER (ORDER BY "createdAt", "isSource" DESC, "key") AS "nth" FROM (
    SELECT t."documentId", p."targetLocale" AS "locale", false AS "isSource", p."createdAt", t."id" AS "key"
    FROM "Publication" p JOIN "Translation" t ON t."id" = p."translationId" WHERE p."number" = 1
    UNION ALL
    SELECT d."id", d."sourceLocale", true, min(p."createdAt"), d."id"
    FROM "Publication" p JOIN "Translation" t ON t."id" = p."translationId"
    JOIN "Document" d ON d."id" = t."documentId" WHERE p."number" = 1 GROUP BY d."id"
  ) x`;

/**
 * How many parts of `size` addresses there are, and when something of each was published last, ISO
 * 8601; null for a part of which everything was withdrawn.
 */
export async function listSitemapParts(
  db: Queryable,
  size: number,
): Promise<readonly { readonly part: number; readonly changedAt: string | null }[]> {
  const { rows } = await db.query<{ part: number; changedAt: string | null }>(
    `SELECT (("nth" - 1) / $1)::int + 1 AS "part",
            to_char(max(latest."at") AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
     FROM (${EVER}) ever LEFT JOIN (
       SELECT t."documentId", max(p."createdAt") AS "at"
       FROM "Translation" t JOIN "Publication" p ON p."id" = t."publicationId" GROUP BY 1
     ) latest ON latest."documentId" = ever."documentId"
     GROUP BY 1 ORDER BY 1`,
    [size],
  );
  return rows;
}

/** What is published now of the addresses of a part, from 1, in their order. */
export async function listSitemapRows(
  db: Queryable,
  part: number,
  size: number,
): Promise<readonly SitemapRow[]> {
  const { rows } = await db.query<SitemapRow>(
    `SELECT d."id" AS "documentId", d."slug", ever."locale", ever."isSource", d."sourceLocale", own."versions"
     FROM (${EVER}) ever JOIN "Document" d ON d."id" = ever."documentId"
     CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('locale', p."targetLocale", 'reviewedShare', p."reviewedShare",
                'leastIndexed', p."leastIndexed",
                'publishedAt', to_char(p."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                ORDER BY p."targetLocale" COLLATE "C") AS "versions"
       FROM "Translation" t JOIN "Publication" p ON p."id" = t."publicationId" WHERE t."documentId" = d."id"
     ) own
     WHERE "nth" > ($1::bigint - 1) * $2 AND "nth" <= $1::bigint * $2 AND own."versions" IS NOT NULL
     ORDER BY "nth"`,
    [part, size],
  );
  return rows;
}
