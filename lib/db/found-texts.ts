import { HIT_END, HIT_START } from "@/lib/core/publication/search-hit";
import type { Queryable } from "./client";

export interface FoundText {
  readonly slug: string;
  /** Title of the article in the language of the hit. */
  readonly title: string;
  readonly locale: string;
  readonly anchor: string;
  /** The paragraph with `HIT_START` and `HIT_END` around the words found. */
  readonly marked: string;
  /** Found paragraphs of its article, whether given or not. */
  readonly inArticle: number;
}

/** A page of what was found, and how much was. */
export interface FoundTexts {
  /** Those of one article stand together. */
  readonly texts: readonly FoundText[];
  readonly articleCount: number;
  readonly textCount: number;
  /** There are more than were counted. */
  readonly isCut: boolean;
}

/** Which part of a long list: pages from 1. A page beyond the last one is the last one. */
export interface PageOf {
  readonly page: number;
  readonly size: number;
}

export interface TextRequest {
  readonly query: string;
  /** Only texts of these languages, as they are written in publications. */
  readonly locales: readonly string[];
  /** Only texts of this article; null: of all. */
  readonly slug: string | null;
  readonly articles: PageOf;
  /** Of each of these articles. */
  readonly texts: PageOf;
}

/** `ts_headline` takes tags out of a text. Ours are words of an author, so they hide behind this sign meanwhile. */
const LESS_THAN = "\ue002";

/** Of how many paragraphs in each grammar the best are chosen: words that stand everywhere are not ranked everywhere. */
const CANDIDATES = 1_000;

/** The grammars of the languages that may be searched, each with what is wanted in it. */
const LANGUAGES = `SELECT search_language("locale") AS "config", array_agg("locale") AS "locales",
    websearch_to_tsquery(search_language("locale"), $1) AS "wanted"
  FROM unnest($2::text[]) asked("locale") GROUP BY 1, 3`;

/** Has a request a word to look for in any of these languages? Words that are only left out are none, nor are "the" and "of". */
export async function hasWord(db: Queryable, query: string, locales: readonly string[]): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>(
    `SELECT EXISTS (SELECT FROM (${LANGUAGES}) language WHERE querytree("wanted") NOT IN ('', 'T')) AS "has"`,
    [query, locales],
  );
  return rows[0]?.has ?? false;
}

/** The paragraphs among which is chosen: a source paragraph that several translations share comes once. */
const HITS = `WITH language AS (
    SELECT * FROM (${LANGUAGES}) each WHERE querytree("wanted") NOT IN ('', 'T')
  ), candidate AS (
    SELECT language."config", language."wanted", f.*
    FROM language CROSS JOIN LATERAL (
      SELECT * FROM "PublishedText" x
      WHERE x."words" @@ language."wanted" AND x."locale" = ANY(language."locales")
        AND ($4::text IS NULL OR x."translationId" IN (
          SELECT t."id" FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" WHERE d."slug" = $4
        ))
      LIMIT $3
    ) f
  ), hit AS (
    SELECT DISTINCT ON (t."documentId", c."locale", c."anchor", c."text")
           t."documentId", c.*, ts_rank_cd(c."words", c."wanted", 1) AS "rank"
    FROM candidate c JOIN "Translation" t ON t."id" = c."translationId"
    ORDER BY t."documentId", c."locale", c."anchor", c."text", c."translationId", c."position"
  )`;

/** Articles and their paragraphs in the order in which they are shown: nothing of it depends on the collation. */
const PLACES = `ranked AS (
    SELECT hit.*, max("rank") OVER article AS "bestRank", (count(*) OVER article)::int AS "inArticle",
           (row_number() OVER (PARTITION BY "documentId"
             ORDER BY "rank" DESC, "locale" COLLATE "C", "position", "translationId"))::int AS "nth"
    FROM hit WINDOW article AS (PARTITION BY "documentId")
  ), placed AS (
    SELECT ranked.*, (dense_rank() OVER (ORDER BY "bestRank" DESC, "documentId"))::int AS "place" FROM ranked
  ), total AS (
    SELECT (SELECT coalesce(max("place"), 0) FROM placed) AS "articleCount",
           (SELECT count(*)::int FROM placed) AS "textCount",
           EXISTS (SELECT FROM candidate GROUP BY "config" HAVING count(*) >= $3) AS "isCut"
  )`;

/**
 * Published paragraphs with the words of a request in the grammar of `websearch_to_tsquery`,
 * with stems of each text's own language, by article: the article with the best paragraph
 * first, of each article its best paragraphs. The index is asked once for each grammar; in a
 * language in which the request only leaves words out, nothing is found. The same request
 * finds the same as long as nothing is published, so that pages fit together.
 */
export async function searchPublishedTexts(db: Queryable, request: TextRequest): Promise<FoundTexts> {
  const { query, locales, slug, articles, texts } = request;
  type Row = FoundText & Omit<FoundTexts, "texts">;
  const { rows } = await db.query<Row>(
    `${HITS}, ${PLACES}
     SELECT d."slug", CASE x."side" WHEN 'source' THEN d."title" ELSE p."title" END AS "title",
            x."locale", x."anchor", x."inArticle", total.*,
            replace(ts_headline(x."config", replace(x."text", '<', $9), x."wanted", $10), $9, '<') AS "marked"
     FROM placed x CROSS JOIN total JOIN "Document" d ON d."id" = x."documentId"
     JOIN "Translation" t ON t."id" = x."translationId" JOIN "Publication" p ON p."id" = t."publicationId"
     WHERE ("place" - 1) / $6::int = least($5::int - 1, ("articleCount" - 1) / $6::int)
       AND ("nth" - 1) / $8::int = least($7::int - 1, ("inArticle" - 1) / $8::int)
     ORDER BY "place", "nth"`,
    [
      query,
      locales,
      CANDIDATES,
      slug,
      articles.page,
      articles.size,
      texts.page,
      texts.size,
      LESS_THAN,
      `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`,
    ],
  );
  const { articleCount = 0, textCount = 0, isCut = false } = rows[0] ?? {};
  return { texts: rows, articleCount, textCount, isCut };
}
