import type { PreparedStatement, Queryable } from "./client";

/** A page of readers in all its encodings. */
export interface PublishedPage {
  /** Name and value in turn, without those that depend on the request or the encoding. */
  readonly headers: readonly string[];
  /** SHA-256 of `raw`. */
  readonly hash: string;
  readonly raw: Buffer;
  /** Null where compression gains nothing. */
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/** Which page: its path, what it is about (a slug, or "*"), and the build that makes it. */
export interface PageKey {
  readonly path: string;
  readonly tag: string;
  readonly fingerprint: string;
}

/** What there is under a key. `version` is the clock of the tag now; a page is kept only with that one. */
export type PageState =
  | { readonly kind: "unknown" }
  | { readonly kind: "unchanged"; readonly version: string }
  | { readonly kind: "missing"; readonly version: string }
  | { readonly kind: "kept"; readonly version: string; readonly page: PublishedPage };

const FIND_PAGE: PreparedStatement = {
  name: "published-page",
  text: `SELECT c."version"::text AS "version", p."hash", p."headers",
                CASE WHEN p."hash" IS DISTINCT FROM $4 THEN p."raw" END AS "raw",
                CASE WHEN p."hash" IS DISTINCT FROM $4 THEN p."gzip" END AS "gzip",
                CASE WHEN p."hash" IS DISTINCT FROM $4 THEN p."brotli" END AS "brotli"
         FROM "PublicationClock" c
         LEFT JOIN "PublishedPage" p ON p."path" = $1 AND p."fingerprint" = $2 AND p."tag" = c."tag"
           AND p."version" = c."version"
         WHERE c."tag" = $3`,
};

/**
 * The page under a key in one read. `unknown`: the tag was never published. `unchanged`: it is the page of
 * `knownHash`, whose bytes are not sent again.
 */
export async function findPage(db: Queryable, key: PageKey, knownHash: string | null): Promise<PageState> {
  const { rows } = await db.query<{ version: string } & (PublishedPage | { hash: null })>(FIND_PAGE, [
    key.path,
    key.fingerprint,
    key.tag,
    knownHash,
  ]);
  const row = rows[0];
  if (!row) return { kind: "unknown" };
  const { version, ...page } = row;
  if (page.hash === null) return { kind: "missing", version };
  return page.hash === knownHash ? { kind: "unchanged", version } : { kind: "kept", version, page };
}

/** Pages of one tag; more are not kept. */
const MOST_PAGES = 1_000;

/**
 * Keeps a page that was made when the clock of its tag showed `version`. False if the clock has moved on, however
 * late: a transaction that moves it is waited for.
 */
export async function keepPage(
  db: Queryable,
  { path, tag, fingerprint }: PageKey,
  version: string,
  page: PublishedPage,
): Promise<boolean> {
  const { rows } = await db.query<{ isCurrent: boolean }>(
    `WITH clock AS (SELECT "version" FROM "PublicationClock" WHERE "tag" = $1 FOR SHARE),
     kept AS (
       INSERT INTO "PublishedPage" ("path", "fingerprint", "tag", "version", "headers", "hash", "raw", "gzip", "brotli")
       SELECT $3, $4, $1, $2::bigint, $5::text[], $6, $7, $8, $9 FROM clock WHERE clock."version" = $2::bigint
         AND (SELECT count(*) FROM "PublishedPage" WHERE "tag" = $1 AND "fingerprint" = $4) < $10
       ON CONFLICT ("path", "fingerprint") DO UPDATE SET "version" = excluded."version", "headers" = excluded."headers",
         "hash" = excluded."hash", "raw" = excluded."raw", "gzip" = excluded."gzip", "brotli" = excluded."brotli",
         "keptAt" = now()
     )
     SELECT "version" = $2::bigint AS "isCurrent" FROM clock`,
    [tag, version, path, fingerprint, page.headers, page.hash, page.raw, page.gzip, page.brotli, MOST_PAGES],
  );
  return rows[0]?.isCurrent ?? false;
}

/** Takes out what builds that nobody runs any more have kept: of other fingerprints, older than a week. */
export async function dropOldPages(db: Queryable, fingerprint: string): Promise<void> {
  await db.query(
    `DELETE FROM "PublishedPage" WHERE "fingerprint" <> $1 AND "keptAt" < now() - interval '7 days'`,
    [fingerprint],
  );
}

/** The languages of a published article, its source first; none if it is not published. */
export async function listPageLocales(db: Queryable, slug: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ locale: string }>(
    `SELECT DISTINCT found."locale", found."order" FROM "Document" d
     JOIN "Translation" t ON t."documentId" = d."id" AND t."publicationId" IS NOT NULL
     CROSS JOIN LATERAL (VALUES (d."sourceLocale", 0), (t."targetLocale", 1)) found("locale", "order")
     WHERE d."slug" = $1 ORDER BY found."order", found."locale"`,
    [slug],
  );
  return rows.map(({ locale }) => locale);
}

/**
 * How long what is shown under a slug is, older versions too: the bytes of the longest snapshot as the database keeps it,
 * compressed; 0 if there is none. It is not read for that.
 */
export async function publishedBytes(db: Queryable, slug: string): Promise<number> {
  const { rows } = await db.query<{ bytes: number }>(
    `SELECT coalesce(max(pg_column_size(p."snapshot")), 0) AS "bytes" FROM "Document" d
     JOIN "Translation" t ON t."documentId" = d."id"
     JOIN "Publication" p ON p."translationId" = t."id"
     WHERE d."slug" = $1`,
    [slug],
  );
  return rows[0]?.bytes ?? 0;
}
