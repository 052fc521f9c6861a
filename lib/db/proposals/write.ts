/** What authors do with their proposals. Each act is one statement with its conditions and its event in it. */
import type { ProposalOrigin } from "@/lib/core/proposal/lifecycle";
import type { ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

export interface ProposalText {
  readonly targetText: string;
  /** SHA-256 of the UTF-8 text, hex. */
  readonly textHash: string;
  readonly comment: string;
  readonly reason: string | null;
}

export interface Stored {
  readonly id: ProposalId;
  readonly version: number;
}

/**
 * Stores a proposal with its author as contributor and removes the author's draft of the
 * segment. Waits for an act that moves the segment's text, which then finds it, or which it then finds. Null if it cannot have this base (`is_base_for`), or a repair has retired the segment. The same author and idempotency
 * key give the first proposal again and write nothing; sent at the same moment, they can
 * also give null or the unique violation.
 * @throws unique violation (23505) if the author has another open proposal of the origin "translator" on the segment.
 */
export async function appendProposal(
  db: Queryable,
  proposal: ProposalText & {
    readonly segmentId: SegmentId;
    readonly baseRevisionId: RevisionId;
    readonly authorId: UserId;
    /** "translator" unless said otherwise. */
    readonly origin?: ProposalOrigin;
    readonly idempotencyKey: string;
    readonly at: Date;
  },
): Promise<Stored | null> {
  const { rows } = await db.query<{ id: ProposalId; version: number }>(
    `WITH earlier AS (
       SELECT "id", "version" FROM "Proposal" WHERE "authorId" = $3 AND "idempotencyKey" = $8
     ), place AS (
       SELECT d."projectId" FROM "Segment" s JOIN "Revision" r ON r."id" = $2
       JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
       WHERE s."id" = $1 AND s."retiredAt" IS NULL AND NOT EXISTS (SELECT FROM earlier)
         AND (r."segmentId" = $1 OR is_base_for($1, $2, $3))
       FOR SHARE OF s
     ), added AS (
       INSERT INTO "Proposal" ("segmentId", "baseRevisionId", "authorId", "targetText", "textHash", "comment",
                               "reason", "idempotencyKey", "createdAt", "updatedAt", "origin")
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10::"ProposalOrigin" FROM place
       ON CONFLICT ("authorId", "idempotencyKey") DO NOTHING
       RETURNING "id", "version"
     ), contributor AS (
       INSERT INTO "ProposalContributor" ("proposalId", "userId") SELECT "id", $3::uuid FROM added
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.created', place."projectId", 'user:' || ($3::uuid)::text, 'proposal', added."id"::text,
              jsonb_build_object('textHash', $5::text, 'baseRevisionId', $2::uuid), $9
       FROM added, place
     ), draft AS (
       DELETE FROM "Draft" WHERE "segmentId" = $1 AND "userId" = $3 AND EXISTS (SELECT FROM added)
     )
     SELECT * FROM added UNION ALL SELECT * FROM earlier`,
    [
      proposal.segmentId,
      proposal.baseRevisionId,
      proposal.authorId,
      proposal.targetText,
      proposal.textHash,
      proposal.comment,
      proposal.reason,
      proposal.idempotencyKey,
      proposal.at,
      proposal.origin ?? "translator",
    ],
  );
  return rows[0] ?? null;
}

/** The proposal that this author sent with this key before, or null. */
export async function findProposalByKey(
  db: Queryable,
  authorId: UserId,
  idempotencyKey: string,
): Promise<Stored | null> {
  const { rows } = await db.query<{ id: ProposalId; version: number }>(
    `SELECT "id", "version" FROM "Proposal" WHERE "authorId" = $1 AND "idempotencyKey" = $2`,
    [authorId, idempotencyKey],
  );
  return rows[0] ?? null;
}

/**
 * The author changes an open proposal, also onto another base; if another version was asked for, this is it. Null if it is not theirs,
 * not open, no longer at `version`, or the base is neither a revision of its segment nor the base that it has.
 * The version before is kept.
 */
export async function reviseProposal(
  db: Queryable,
  change: ProposalText & {
    readonly proposalId: ProposalId;
    readonly version: number;
    readonly baseRevisionId: RevisionId;
    readonly authorId: UserId;
    readonly at: Date;
  },
): Promise<Stored | null> {
  const { rows } = await db.query<{ id: ProposalId; version: number }>(
    `WITH changed AS (
       UPDATE "Proposal" p SET "targetText" = $5, "textHash" = $6, "comment" = $7, "reason" = $8,
              "baseRevisionId" = $4, "version" = p."version" + 1, "versionCause" = 'written', "versionById" = NULL,
              "changesRequestedAt" = NULL, "updatedAt" = $9
       FROM "Revision" r
       WHERE p."id" = $1 AND p."authorId" = $2 AND p."state" = 'open' AND p."version" = $3
         AND r."id" = $4 AND (r."segmentId" = p."segmentId" OR r."id" = p."baseRevisionId")
       RETURNING p."id", p."version", p."segmentId"
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.revised', d."projectId", 'user:' || ($2::uuid)::text, 'proposal', c."id"::text,
              jsonb_build_object('textHash', $6::text, 'baseRevisionId', $4::uuid, 'version', c."version"), $9
       FROM changed c JOIN "Segment" s ON s."id" = c."segmentId"
       JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
     ), draft AS (
       DELETE FROM "Draft" USING changed c WHERE "Draft"."segmentId" = c."segmentId" AND "userId" = $2
     )
     SELECT "id", "version" FROM changed`,
    [
      change.proposalId,
      change.authorId,
      change.version,
      change.baseRevisionId,
      change.targetText,
      change.textHash,
      change.comment,
      change.reason,
      change.at,
    ],
  );
  return rows[0] ?? null;
}
