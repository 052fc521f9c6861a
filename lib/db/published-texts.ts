import { HIT_END, HIT_START } from "@/lib/core/publication/search-hit";
import type { SearchableText } from "@/lib/core/publication/searchable-texts";
import type { TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** Finding the stems of some tens of thousands takes longer than a statement may. */
const TEXTS_AT_ONCE = 2_000;

/**
 * Makes these texts the ones by which a translation is found; none takes it out of the
 * search. Belongs into the transaction that publishes or withdraws.
 */
export async function replacePublishedTexts(
  tx: Queryable,
  translationId: TranslationId,
  texts: readonly SearchableText[],
): Promise<void> {
  await tx.query(`DELETE FROM "PublishedText" WHERE "translationId" = $1`, [translationId]);
  for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
    await appendTexts(tx, translationId, texts.slice(from, from + TEXTS_AT_ONCE));
  }
}

async function appendTexts(
  tx: Queryable,
  translationId: TranslationId,
  texts: readonly SearchableText[],
): Promise<void> {
  await tx.query(
    `INSERT INTO "PublishedText" ("translationId", "side", "position", "locale", "anchor", "text", "words")
     SELECT $1, x.*, to_tsvector(search_language(x."locale"), x."text")
     FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[]) x("side", "position", "locale", "anchor", "text")`,
    [
      translationId,
      texts.map(({ side }) => side),
      texts.map(({ position }) => position),
      texts.map(({ locale }) => locale),
      texts.map(({ anchor }) => anchor),
      texts.map(({ text }) => text),
    ],
  );
}

export interface FoundText {
  readonly slug: string;
  /** Title of the article in the language of the hit. */
  readonly title: string;
  readonly locale: string;
  readonly anchor: string;
  /** The paragraph with `HIT_START` and `HIT_END` around the words found. */
  readonly marked: string;
}

/** `ts_headline` takes tags out of a text. Ours are words of an author, so they hide behind this sign meanwhile. */
const LESS_THAN = "\ue002";

/** Of how many paragraphs in each language the best are chosen: words that stand everywhere are not ranked everywhere. */
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

/**
 * Published paragraphs with the words of a request in the grammar of `websearch_to_tsquery`,
 * the best first, with stems of each text's own language. A source paragraph that several
 * translations share comes once. The index is asked once for each language that is published;
 * in a language in which the request only leaves words out, nothing is found.
 *
 * @param locales Only texts of these languages, as they are written in publications.
 */
export async function searchPublishedTexts(
  db: Queryable,
  request: { readonly query: string; readonly locales: readonly string[]; readonly limit: number },
): Promise<readonly FoundText[]> {
  const { rows } = await db.query<FoundText>(
    `WITH language AS (
       SELECT * FROM (${LANGUAGES}) each WHERE querytree("wanted") NOT IN ('', 'T')
     ), hit AS (
       SELECT DISTINCT ON (t."documentId", f."locale", f."anchor", f."text")
              t."documentId", f.*, language."config", language."wanted",
              ts_rank_cd(f."words", language."wanted", 1) AS "rank"
       FROM language CROSS JOIN LATERAL (
         SELECT * FROM "PublishedText" x
         WHERE x."words" @@ language."wanted" AND x."locale" = ANY(language."locales") LIMIT $6
       ) f JOIN "Translation" t ON t."id" = f."translationId"
       ORDER BY t."documentId", f."locale", f."anchor", f."text", f."translationId"
     ), best AS (
       SELECT * FROM hit ORDER BY "rank" DESC, "documentId", "locale", "position" LIMIT $3
     )
     SELECT d."slug", CASE best."side" WHEN 'source' THEN d."title" ELSE p."title" END AS "title", best."locale",
            best."anchor", replace(ts_headline(best."config", replace(best."text", '<', $4), best."wanted", $5), $4, '<') AS "marked"
     FROM best JOIN "Document" d ON d."id" = best."documentId"
     JOIN "Translation" t ON t."id" = best."translationId" JOIN "Publication" p ON p."id" = t."publicationId"
     ORDER BY best."rank" DESC, best."documentId", best."locale", best."position"`,
    [
      request.query,
      request.locales,
      request.limit,
      LESS_THAN,
      `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`,
      CANDIDATES,
    ],
  );
  return rows;
}

/** The languages of what is published now, in the order of their tags. */
export async function listPublishedLocales(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ locale: string }>(
    `SELECT x."locale" COLLATE "C" AS "locale" FROM (
       SELECT p."targetLocale" AS "locale" FROM "Translation" t JOIN "Publication" p ON p."id" = t."publicationId"
       UNION
       SELECT d."sourceLocale" FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId"
       WHERE t."publicationId" IS NOT NULL
     ) x ORDER BY 1`,
  );
  return rows.map(({ locale }) => locale);
}
