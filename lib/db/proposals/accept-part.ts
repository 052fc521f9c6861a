import type { DecisionId, ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import type { LockedProposal } from "./locked";
import { SEALED_COLUMNS, sealedFacts } from "./sealed-facts";

/** A part of a held proposal that becomes the text of its segment. */
export interface Part {
  /** The base with the accepted changes, and the SHA-256 of its UTF-8 form, hex. */
  readonly targetText: string;
  readonly textHash: string;
  /** Ids of the accepted changes. */
  readonly hunks: readonly string[];
  readonly deciderId: UserId;
  readonly note: string;
  readonly at: Date;
}

/**
 * Makes a part of a held proposal the next revision of its segment, by the proposal's author, and ends the
 * proposal as divided. What is left becomes an open proposal on that revision: its text, author, contributors,
 * comment, reason and place in the queue are those of the divided one, which it points to.
 * @throws GL002 if the decider wrote words of it, GL005 if a repair has retired the row.
 */
export async function acceptPart(
  tx: Queryable,
  proposal: LockedProposal,
  part: Part,
): Promise<{
  readonly revisionId: RevisionId;
  readonly decisionId: DecisionId;
  readonly restId: ProposalId;
}> {
  const { revisionId, decisionId } = await writePart(tx, proposal, part);
  const { rows } = await tx.query<{ id: ProposalId }>(
    `WITH rest AS (
       INSERT INTO "Proposal" ("segmentId", "baseRevisionId", "authorId", "origin", "targetText", "textHash", "comment",
                               "reason", "idempotencyKey", "createdAt", "updatedAt", "fromProposalId", "versionCause",
                               "versionById")
       SELECT "segmentId", $2, "authorId", "origin", "targetText", "textHash", "comment", "reason", gen_random_uuid(),
              "createdAt", $4, "id", "versionCause", "versionById"
       FROM "Proposal" WHERE "id" = $1 RETURNING "id", "textHash"
     ), contributors AS (
       INSERT INTO "ProposalContributor" ("proposalId", "userId")
       SELECT rest."id", c."userId" FROM rest, "ProposalContributor" c WHERE c."proposalId" = $1
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.left-over', $5, 'user:' || ($3::uuid)::text, 'proposal', rest."id"::text,
              jsonb_build_object('fromProposalId', $1::uuid, 'textHash', rest."textHash", 'baseRevisionId', $2::uuid), $4
       FROM rest
     )
     SELECT "id" FROM rest`,
    [proposal.id, revisionId, part.deciderId, part.at, proposal.projectId],
  );
  const rest = rows[0];
  if (!rest) throw new Error("a held proposal is gone");
  return { revisionId, decisionId, restId: rest.id };
}

/** Revision, end of the proposal, decision and event of a part. */
async function writePart(
  tx: Queryable,
  proposal: LockedProposal,
  part: Part,
): Promise<{ readonly revisionId: RevisionId; readonly decisionId: DecisionId }> {
  const { rows } = await tx.query<{ revisionId: RevisionId; decisionId: DecisionId }>(
    `WITH taken AS (
       UPDATE "Proposal" p SET "state" = 'divided', "decidedById" = $2, "decidedAt" = $7, "updatedAt" = $7,
              "decisionNote" = nullif($6, '')
       WHERE p."id" = $1 AND p."state" = 'open'
       RETURNING p."id", p."segmentId", p."baseRevisionId", p."authorId", p."version", p."textHash"
     ), revision AS (
       INSERT INTO "Revision" ("segmentId", "number", "parentId", "targetText", "textHash", "origin", "authorId",
                               "proposalId", "createdAt")
       SELECT taken."segmentId", r."number" + 1, r."id", $3, $4, 'human', taken."authorId", taken."id", $7
       FROM taken JOIN "Revision" r ON r."id" = taken."baseRevisionId"
       RETURNING "id", "segmentId"
     ), current AS (
       UPDATE "Segment" s SET "currentRevisionId" = revision."id", "state" = 'reviewed', "updatedAt" = $7
       FROM revision WHERE s."id" = revision."segmentId"
     ), decision AS (
       INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash", "hunks",
                               "actorId", "note", "createdAt", "wasApproved")
       SELECT 'accept-part', taken."segmentId", taken."id", taken."version", revision."id", taken."textHash", $5, $2, $6,
              $7, s."state" IN ('reviewed', 'final')
       FROM taken JOIN "Segment" s ON s."id" = taken."segmentId", revision
       RETURNING ${SEALED_COLUMNS}
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.accepted-in-part', $8, 'user:' || ($2::uuid)::text, 'proposal', taken."id"::text,
              jsonb_build_object('revisionId', revision."id", 'textHash', taken."textHash", 'revisionHash', $4::text,
                                 'hunks', to_jsonb($5::text[])) || ${sealedFacts('taken."id"')}, $7
       FROM taken, revision, decision
     )
     SELECT revision."id" AS "revisionId", decision."id" AS "decisionId" FROM revision, decision`,
    [
      proposal.id,
      part.deciderId,
      part.targetText,
      part.textHash,
      part.hunks,
      part.note,
      part.at,
      proposal.projectId,
    ],
  );
  const written = rows[0];
  if (!written) throw new Error("a held proposal is not open");
  return written;
}
