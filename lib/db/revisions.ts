import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

/** The text of a revision of this segment; null if it is none of its revisions. */
export async function findRevisionText(
  db: Queryable,
  segmentId: SegmentId,
  revisionId: RevisionId,
): Promise<string | null> {
  const { rows } = await db.query<{ targetText: string }>(
    `SELECT "targetText" FROM "Revision" WHERE "id" = $1 AND "segmentId" = $2`,
    [revisionId, segmentId],
  );
  return rows[0]?.targetText ?? null;
}
