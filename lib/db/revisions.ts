import type { RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/**
 * The text of a revision that this person's words for the segment may be based on: one of its
 * own, of a segment that it came out of, or the one of the person's draft. Null for any other.
 */
export async function findBaseText(
  db: Queryable,
  segmentId: SegmentId,
  revisionId: RevisionId,
  personId: UserId,
): Promise<string | null> {
  const { rows } = await db.query<{ targetText: string }>(
    `SELECT "targetText" FROM "Revision" WHERE "id" = $2 AND ("segmentId" = $1 OR is_base_for($1, $2, $3))`,
    [segmentId, revisionId, personId],
  );
  return rows[0]?.targetText ?? null;
}
