import type { SavedDraft } from "@/lib/core/review/bitext";
import type { RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** Versions of a draft begin anywhere, so that the version of a draft that is gone is not that of the next one. */
const FIRST_VERSION = `1 + floor(random() * 500000000)::int`;

/** The base, if it can be one of the segment. Holds the segment, so that no repair retires it meanwhile. */
const PLACE = `WITH place AS (
    SELECT r."id" FROM "Segment" s JOIN "Revision" r ON r."id" = $3
    WHERE s."id" = $1 AND s."retiredAt" IS NULL
      AND (r."segmentId" = $1 OR is_base_for($1, $3, $2))
    FOR KEY SHARE OF s
  )`;

export interface DraftText {
  readonly baseRevisionId: RevisionId;
  readonly targetText: string;
  readonly comment: string;
  readonly reason: string | null;
}

/**
 * Saves what a person has typed. `version` is the one that this text was made from, 0 for
 * a first save. The new version, or null if another tab saved meanwhile or the draft is
 * gone (proposed or discarded), the base is no revision of the segment or of one that it came
 * out of, or a repair has retired the segment.
 */
export async function saveDraft(
  db: Queryable,
  segmentId: SegmentId,
  userId: UserId,
  version: number,
  draft: DraftText,
  at: Date,
): Promise<number | null> {
  const values = [segmentId, userId, draft.baseRevisionId, draft.targetText, draft.comment, draft.reason, at];
  const { rows } =
    version === 0
      ? await db.query<{ version: number }>(
          `${PLACE} INSERT INTO "Draft" ("segmentId", "userId", "baseRevisionId", "targetText", "comment", "reason", "updatedAt",
                                "version")
           SELECT $1, $2, place."id", $4, $5, $6, $7, ${FIRST_VERSION} FROM place
           ON CONFLICT ("segmentId", "userId") DO NOTHING RETURNING "version"`,
          values,
        )
      : await db.query<{ version: number }>(
          `${PLACE} UPDATE "Draft" d SET "baseRevisionId" = r."id", "targetText" = $4, "comment" = $5, "reason" = $6,
                  "updatedAt" = $7, "version" = d."version" + 1
           FROM place r WHERE d."segmentId" = $1 AND d."userId" = $2 AND d."version" = $8 RETURNING d."version"`,
          [...values, version],
        );
  return rows[0]?.version ?? null;
}

/** The person's draft of a segment, or null. */
export async function findDraft(
  db: Queryable,
  segmentId: SegmentId,
  userId: UserId,
): Promise<SavedDraft | null> {
  const { rows } = await db.query<Omit<SavedDraft, "updatedAt"> & { updatedAt: Date }>(
    `SELECT "baseRevisionId", "targetText", "comment", "reason", "version", "updatedAt"
     FROM "Draft" WHERE "segmentId" = $1 AND "userId" = $2`,
    [segmentId, userId],
  );
  const row = rows[0];
  return row ? { ...row, updatedAt: row.updatedAt.toISOString() } : null;
}

/** Throws the person's draft of a segment away; does nothing if there is none. */
export async function removeDraft(db: Queryable, segmentId: SegmentId, userId: UserId): Promise<void> {
  await db.query(`DELETE FROM "Draft" WHERE "segmentId" = $1 AND "userId" = $2`, [segmentId, userId]);
}
