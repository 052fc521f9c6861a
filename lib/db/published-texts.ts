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
