import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import type { TranslationId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** What readers have of a translation now, or null. */
export async function findCurrentPublication(
  db: Queryable,
  translationId: TranslationId,
): Promise<{ readonly number: number; readonly snapshot: PublicationSnapshot } | null> {
  const { rows } = await db.query<{ number: number; snapshot: PublicationSnapshot }>(
    `SELECT p."number", p."snapshot" FROM "Translation" t JOIN "Publication" p ON p."id" = t."publicationId"
     WHERE t."id" = $1`,
    [translationId],
  );
  return rows[0] ?? null;
}

/** The number of the translation's next publication, which the caller holds by `lockTranslation`. */
export async function nextPublicationNumber(tx: Queryable, translationId: TranslationId): Promise<number> {
  const { rows } = await tx.query<{ number: number }>(
    `SELECT coalesce(max("number"), 0)::int + 1 AS "number" FROM "Publication" WHERE "translationId" = $1`,
    [translationId],
  );
  return rows[0]?.number ?? 1;
}

/** Who and what made the current texts of a translation. */
export interface MakingFacts {
  readonly importedAt: Date;
  readonly writers: number;
  readonly readerProposals: number;
}

/**
 * Counts the people who wrote in these revisions, the current ones of the rows at some moment, readers without an account
 * as one; and what of readers had been accepted by then.
 */
export async function findMakingFacts(
  db: Queryable,
  translationId: TranslationId,
  revisionIds: readonly string[],
): Promise<MakingFacts> {
  const { rows } = await db.query<MakingFacts>(
    `SELECT t."createdAt" AS "importedAt",
            (SELECT count(DISTINCT w."userId")::int FROM unnest($2::uuid[]) r("id")
             CROSS JOIN LATERAL revision_writers(r."id") w) AS "writers",
            (SELECT count(*)::int FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
             WHERE s."translationId" = t."id" AND p."origin" = 'reader' AND p."state" IN ('accepted', 'divided')
               AND NOT EXISTS (
                 SELECT FROM "Revision" later JOIN "Revision" published ON published."segmentId" = later."segmentId"
                   AND published."number" < later."number"
                 WHERE later."proposalId" = p."id" AND published."id" = ANY($2::uuid[])
               )) AS "readerProposals"
     FROM "Translation" t WHERE t."id" = $1`,
    [translationId, revisionIds],
  );
  if (!rows[0]) throw new Error("a translation that is being published is not there");
  return rows[0];
}

/** Publications of what readers have under this address, by number; none if it is not published now. */
export async function findEarlierSnapshots(
  db: Queryable,
  slug: string,
  locale: string,
  numbers: { readonly from: number; readonly to: number },
): Promise<readonly { readonly number: number; readonly snapshot: PublicationSnapshot }[]> {
  const { rows } = await db.query<{ number: number; snapshot: PublicationSnapshot }>(
    `SELECT p."number", p."snapshot" FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id"
     JOIN "Publication" p ON p."translationId" = t."id"
     WHERE d."slug" = $1 AND lower(t."targetLocale") = lower($2) AND t."publicationId" IS NOT NULL
       AND p."number" BETWEEN $3 AND $4 ORDER BY p."number"`,
    [slug, locale, numbers.from, numbers.to],
  );
  return rows;
}
