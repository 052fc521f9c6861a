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
    `INSERT INTO "PublishedText" ("translationId", "side", "position", "locale", "anchor", "text")
     SELECT $1, * FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[])`,
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

/**
 * Published paragraphs with the words of a request in the grammar of `websearch_to_tsquery`,
 * the best first, with stems of each text's own language. A source paragraph that several
 * translations share comes once. The index is asked once for each language that is published.
 *
 * @param locale Only texts of this language; null: of all.
 */
export async function searchPublishedTexts(
  db: Queryable,
  request: { readonly query: string; readonly locale: string | null; readonly limit: number },
): Promise<readonly FoundText[]> {
  const { rows } = await db.query<FoundText>(
    `WITH language AS (
       SELECT DISTINCT search_language("locale") AS "config", websearch_to_tsquery(search_language("locale"), $1) AS "wanted"
       FROM (SELECT DISTINCT "locale" FROM "PublishedText") locales WHERE $2::text IS NULL OR lower("locale") = lower($2)
     ), hit AS (
       SELECT DISTINCT ON (t."documentId", f."locale", f."anchor", f."text")
              t."documentId", f.*, language."config", language."wanted",
              ts_rank_cd(to_tsvector(language."config", f."text"), language."wanted", 1) AS "rank"
       FROM language CROSS JOIN LATERAL (
         SELECT * FROM "PublishedText" x
         WHERE to_tsvector(search_language(x."locale"), x."text") @@ language."wanted"
           AND search_language(x."locale") = language."config"
           AND ($2::text IS NULL OR lower(x."locale") = lower($2))
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
      request.locale,
      request.limit,
      LESS_THAN,
      `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`,
    ],
  );
  return rows;
}

/** The languages in which there is something to find, in the order of their tags. */
export async function listPublishedLocales(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ locale: string }>(
    `SELECT DISTINCT "locale" COLLATE "C" AS "locale" FROM "PublishedText" ORDER BY 1`,
  );
  return rows.map(({ locale }) => locale);
}
