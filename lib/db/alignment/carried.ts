import type { RevisionId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** A row whose text was approved under another source, and that nobody has looked at since. */
export interface CarriedRow {
  readonly segmentId: SegmentId;
  /** 0-based row of the translation. */
  readonly position: number;
  readonly revisionId: RevisionId;
  readonly textHash: string;
  readonly targetText: string;
  readonly grade: "typography" | "spelling" | "changed";
  /** The source for which the text was approved, and the present one. */
  readonly sourceBefore: string;
  readonly sourceAfter: string;
  /** People who may not approve the text: its writers and the importer; nobody where the policy is without four eyes. */
  readonly writerIds: readonly UserId[];
}

const sourceOf = (segment: string): string =>
  `(SELECT coalesce(string_agg(q."text", E'\\n\\n' ORDER BY q."position"), '')
    FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = ${segment})`;

/** Rows of a translation that wait to be confirmed or reviewed again after a new version, in order. */
export async function listCarriedRows(db: Queryable, id: TranslationId): Promise<readonly CarriedRow[]> {
  const { rows } = await db.query<CarriedRow>(
    `SELECT s."id" AS "segmentId", s."position", r."id" AS "revisionId", r."textHash", r."targetText", c."grade",
            ${sourceOf('c."fromSegmentId"')} AS "sourceBefore", ${sourceOf('s."id"')} AS "sourceAfter",
            ARRAY(SELECT writer."id" FROM (
                    SELECT t."importedById"::text AS "id" UNION SELECT w."userId"::text FROM unapproved_writers(r."id") w) writer
                  WHERE needs_four_eyes(s."id")) AS "writerIds"
     FROM "CarriedSegment" c JOIN "Segment" s ON s."id" = c."segmentId"
     JOIN "Revision" r ON r."id" = s."currentRevisionId" JOIN "Translation" t ON t."id" = s."translationId"
     WHERE s."translationId" = $1 AND s."position" IS NOT NULL AND s."state" NOT IN ('reviewed', 'final')
       AND c."wasApproved" AND r."number" = 1
     ORDER BY s."position"`,
    [id],
  );
  return rows;
}
