/** Ways out of the tray. Each is one statement with its conditions and its event in it. */
import type { ProposalId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** A row of the same translation as a retired one. Holds it, so that no repair retires it meanwhile. */
const TARGET = `target AS (
    SELECT s."id", d."projectId" FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
    JOIN "Document" d ON d."id" = t."documentId"
    WHERE s."id" = $2 AND s."retiredAt" IS NULL FOR KEY SHARE OF s
  )`;

/**
 * Puts an open proposal out of the tray onto a row. False if it is not in the tray, or the row is
 * not one of its translation.
 * @throws unique violation (23505) if its author has another open proposal on the row.
 */
export async function placeProposal(
  db: Queryable,
  proposalId: ProposalId,
  segmentId: SegmentId,
  by: UserId,
  at: Date,
): Promise<boolean> {
  const { rows } = await db.query<{ id: ProposalId }>(
    `WITH ${TARGET}, placed AS (
       UPDATE "Proposal" p SET "segmentId" = target."id" FROM target, "Segment" old, "Segment" new
       WHERE p."id" = $1 AND p."state" = 'open' AND old."id" = p."segmentId" AND old."retiredAt" IS NOT NULL
         AND new."id" = target."id" AND new."translationId" = old."translationId"
       RETURNING p."id", old."id" AS "from"
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.placed', target."projectId", 'user:' || ($3::uuid)::text, 'proposal', placed."id"::text,
              jsonb_build_object('from', placed."from", 'to', target."id"), $4
       FROM placed, target
     )
     SELECT "id" FROM placed`,
    [proposalId, segmentId, by, at],
  );
  return rows.length === 1;
}

/**
 * Puts the person's own draft of a retired row onto a row. False if there is none, or the row is
 * not one of its translation, or has a draft of theirs already.
 */
export async function placeDraft(
  db: Queryable,
  from: SegmentId,
  segmentId: SegmentId,
  by: UserId,
): Promise<boolean> {
  const { rows } = await db.query<{ id: SegmentId }>(
    `WITH ${TARGET}
     UPDATE "Draft" w SET "segmentId" = target."id" FROM target, "Segment" old, "Segment" new
     WHERE w."segmentId" = $1 AND w."userId" = $3 AND old."id" = w."segmentId" AND old."retiredAt" IS NOT NULL
       AND new."id" = target."id" AND new."translationId" = old."translationId"
       AND NOT EXISTS (SELECT FROM "Draft" other WHERE other."segmentId" = target."id" AND other."userId" = $3)
     RETURNING w."segmentId" AS "id"`,
    [from, segmentId, by],
  );
  return rows.length === 1;
}
