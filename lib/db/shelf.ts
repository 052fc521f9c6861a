import {
  REVIEW_STATES,
  type ReviewState,
  type ShelfFacets,
  type ShelfWish,
} from "@/lib/core/publication/shelf";
import type { Queryable } from "./client";
import type { ArticleEntry } from "./publications";

/** $1 language, $2 state of review, $3 year (each may be null), $4 time zone. */
const VERSION = `version AS (
  SELECT t."documentId", d."sourceLocale", p."targetLocale", p."createdAt",
         CASE WHEN p."reviewedShare" >= 1 THEN 'all' WHEN p."reviewedShare" > 0 THEN 'some' ELSE 'none' END AS "review",
         date_part('year', p."createdAt" AT TIME ZONE $4)::int AS "year"
  FROM "Translation" t JOIN "Publication" p ON p."id" = t."publicationId" JOIN "Document" d ON d."id" = t."documentId"
)`;
/** The state and the year are those of the translation in the language asked for; an original has those of any. */
const OF_LOCALE = `($1::text IS NULL OR lower($1) IN (lower("targetLocale"), lower("sourceLocale")))`;
const OF_REVIEW = `($2::text IS NULL OR "review" = $2)`;
const OF_YEAR = `($3::int IS NULL OR "year" = $3)`;

const parametersOf = ({ locale, review, year }: ShelfWish, timeZone: string) => [
  locale,
  review,
  year,
  timeZone,
];

/** Articles that fit a wish, last published first: `limit` of them after the first `offset`. */
export async function listShelf(
  db: Queryable,
  wish: ShelfWish,
  timeZone: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly ArticleEntry[]> {
  const { rows } = await db.query<ArticleEntry>(
    `WITH ${VERSION}, wanted AS (
       SELECT "documentId", max("createdAt") AS "at" FROM version
       WHERE ${OF_LOCALE} AND ${OF_REVIEW} AND ${OF_YEAR}
       GROUP BY "documentId" ORDER BY "at" DESC, "documentId" LIMIT $5 OFFSET $6
     )
     SELECT d."id" AS "documentId", d."slug", d."title" AS "sourceTitle", d."sourceLocale", pr."name" AS "projectName",
            jsonb_agg(jsonb_build_object('locale', p."targetLocale", 'title', p."title",
              'publishedAt', to_char(p."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              'reviewedShare', p."reviewedShare") ORDER BY p."targetLocale") AS "versions"
     FROM wanted JOIN "Document" d ON d."id" = wanted."documentId" JOIN "Project" pr ON pr."id" = d."projectId"
     JOIN "Translation" t ON t."documentId" = d."id" JOIN "Publication" p ON p."id" = t."publicationId"
     GROUP BY d."id", pr."name", wanted."at" ORDER BY wanted."at" DESC, d."id"`,
    [...parametersOf(wish, timeZone), limit, offset],
  );
  return rows;
}

interface CountRow {
  readonly facet: "found" | "all" | "known" | keyof ShelfFacets;
  readonly value: string;
  readonly count: number;
}

export interface ShelfCounts {
  /** Articles that fit the wish. */
  readonly found: number;
  /** Articles whatever the wish. */
  readonly all: number;
  readonly facets: ShelfFacets;
  /** Every language in which there is something to read, in the order of the tags. */
  readonly locales: readonly string[];
}

/** How many articles fit a wish, and how many would with another value of each of its parts. */
export async function countShelf(db: Queryable, wish: ShelfWish, timeZone: string): Promise<ShelfCounts> {
  const { rows } = await db.query<CountRow>(
    `WITH ${VERSION}
     SELECT 'all' AS "facet", '' AS "value", count(DISTINCT "documentId")::int AS "count" FROM version
     UNION ALL SELECT 'found', '', count(DISTINCT "documentId")::int FROM version
       WHERE ${OF_LOCALE} AND ${OF_REVIEW} AND ${OF_YEAR}
     UNION SELECT 'known', one."locale", 0
       FROM version CROSS JOIN LATERAL (VALUES ("targetLocale"), ("sourceLocale")) one("locale")
     UNION ALL SELECT 'locale', one."locale", count(DISTINCT "documentId")::int
       FROM version CROSS JOIN LATERAL (VALUES ("targetLocale"), ("sourceLocale")) one("locale")
       WHERE ${OF_REVIEW} AND ${OF_YEAR} GROUP BY one."locale"
     UNION ALL SELECT 'review', "review", count(DISTINCT "documentId")::int FROM version
       WHERE ${OF_LOCALE} AND ${OF_YEAR} GROUP BY "review"
     UNION ALL SELECT 'year', "year"::text, count(DISTINCT "documentId")::int FROM version
       WHERE ${OF_LOCALE} AND ${OF_REVIEW} GROUP BY "year"`,
    parametersOf(wish, timeZone),
  );
  const of = (facet: CountRow["facet"]) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value, count }))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
  return {
    found: of("found")[0]?.count ?? 0,
    all: of("all")[0]?.count ?? 0,
    facets: {
      locale: of("locale"),
      review: REVIEW_STATES.flatMap((value) => of("review").filter((row) => row.value === value)).map(
        ({ value, count }) => ({ value: value as ReviewState, count }),
      ),
      year: of("year")
        .map(({ value, count }) => ({ value: Number(value), count }))
        .reverse(),
    },
    locales: of("known").map(({ value }) => value),
  };
}
