import type { InlineCode } from "@/lib/core/document/paragraph";
import type { BitextHead } from "@/lib/core/review/bitext";
import type { TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** Facts about a translation as a whole; null if there is no such translation. */
export async function findBitextHead(
  db: Queryable,
  id: TranslationId,
): Promise<(Omit<BitextHead, "may"> & { readonly importedById: UserId }) | null> {
  type HeadRow = Omit<BitextHead, "may" | "publishedAt" | "plannedFor" | "sourceCodes" | "targetCodes"> & {
    importedById: UserId;
    sourceCodes: InlineCode[];
    targetCodes: InlineCode[];
    publishedAt: Date | null;
    plannedFor: Date | null;
  };
  const { rows } = await db.query<HeadRow>(
    `SELECT t."id" AS "translationId", d."id" AS "documentId", p."id" AS "projectId", p."name" AS "projectName",
            d."slug", d."title", d."sourceLocale", t."targetLocale", t."mtEngine", t."importedById",
            d."codes" AS "sourceCodes", t."codes" AS "targetCodes", pub."createdAt" AS "publishedAt",
            plan."dueAt" AS "plannedFor"
     FROM "Translation" t JOIN "Document" d ON d."id" = t."documentId" JOIN "Project" p ON p."id" = d."projectId"
     LEFT JOIN "Publication" pub ON pub."id" = t."publicationId"
     LEFT JOIN "PublicationPlan" plan ON plan."translationId" = t."id" AND plan."state" = 'waiting'
     WHERE t."id" = $1`,
    [id],
  );
  const row = rows[0] ?? null;
  return (
    row && {
      ...row,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      plannedFor: row.plannedFor?.toISOString() ?? null,
    }
  );
}
