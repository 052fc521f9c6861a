import type { Piece } from "@/lib/core/revert/pieces";
import type { BatchId, DecisionId, ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { SEALED_COLUMNS, sealedFacts } from "../proposals/sealed-facts";

/** A row's text without an account's words. */
export interface NewRevert {
  readonly segmentId: SegmentId;
  /** Current until now; the caller holds the segment. */
  readonly currentRevisionId: RevisionId;
  readonly targetText: string;
  readonly textHash: string;
  /** An earlier revision that comes back as a whole, with its origin and author; null for a text put together. */
  readonly restoresId: RevisionId | null;
  readonly pieces: readonly Piece[];
  /** The latest accepted proposal whose words are taken out. */
  readonly proposalId: ProposalId;
  readonly actorId: UserId;
  readonly note: string;
  readonly batchId: BatchId;
  readonly at: Date;
}

/**
 * Makes the text the next revision of its row, which nobody has approved by that, and appends decision and event.
 * A text put together is by whoever reverts: somebody else has to read and approve it.
 */
export async function appendRevert(
  tx: Queryable,
  revert: NewRevert,
): Promise<{ readonly decisionId: DecisionId; readonly revisionId: RevisionId }> {
  const { rows } = await tx.query<{ decisionId: DecisionId; revisionId: RevisionId }>(
    `WITH place AS (
       SELECT s."id", r."number", s."state" IN ('reviewed', 'final') AS "wasApproved", d."projectId"
       FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
       JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
       WHERE s."id" = $1 AND s."currentRevisionId" = $2 AND s."retiredAt" IS NULL
     ), revision AS (
       INSERT INTO "Revision" ("segmentId", "number", "parentId", "targetText", "textHash", "origin", "authorId", "createdAt")
       SELECT $1, place."number" + 1, $2, $3, $4, coalesce(f."origin", 'mixed'),
              CASE WHEN f."id" IS NULL THEN $6 ELSE f."authorId" END, $10
       FROM place LEFT JOIN "Revision" f ON f."id" = $5 RETURNING "id"
     ), current AS (
       UPDATE "Segment" s SET "currentRevisionId" = revision."id", "state" = 'initial', "updatedAt" = $10
       FROM revision WHERE s."id" = $1
     ), decision AS (
       INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash", "actorId",
                               "note", "createdAt", "batchId", "wasApproved")
       SELECT 'revert', $1, p."id", p."version", revision."id", $4, $6, $8, $10, $9, place."wasApproved"
       FROM place, revision, "Proposal" p WHERE p."id" = $7 RETURNING ${SEALED_COLUMNS}
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.reverted', place."projectId", 'user:' || ($6::uuid)::text, 'proposal', ($7::uuid)::text,
              jsonb_build_object('revisionId', revision."id", 'textHash', $4::text, 'segmentId', $1::uuid,
                                 'batchId', $9::uuid) || ${sealedFacts()}, $10
       FROM place, revision, decision
     )
     SELECT decision."id" AS "decisionId", revision."id" AS "revisionId" FROM decision, revision`,
    [
      revert.segmentId,
      revert.currentRevisionId,
      revert.targetText,
      revert.textHash,
      revert.restoresId,
      revert.actorId,
      revert.proposalId,
      revert.note,
      revert.batchId,
      revert.at,
    ],
  );
  const written = rows[0];
  if (!written) throw new Error("a held row has another text");
  await tx.query(
    `INSERT INTO "RevisionPart" ("revisionId", "position", "fromRevisionId", "fromOffset", "toOffset")
     SELECT $1, p."place" - 1, p."from", p."start", p."end"
     FROM unnest($2::uuid[], $3::int[], $4::int[]) WITH ORDINALITY AS p ("from", "start", "end", "place")`,
    [
      written.revisionId,
      revert.pieces.map(({ revisionId }) => revisionId),
      revert.pieces.map(({ from }) => from),
      revert.pieces.map(({ to }) => to),
    ],
  );
  return written;
}
