/**
 * Decisions. Each is one statement: it locks the segment, compares everything that the
 * person saw with what is there, and writes proposal, revision, decision and event
 * together or nothing. False or null means that something was no longer as seen.
 */

import type { DeclineReason } from "@/lib/core/proposal/decline-reasons";
import type { SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { BatchId, DecisionId, ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { SEALED_COLUMNS, sealedFacts } from "./sealed-facts";

export interface Decider {
  readonly deciderId: UserId;
  readonly note: string;
  readonly at: Date;
  /** The act on many proposals that the decision belongs to. */
  readonly batchId?: BatchId | null;
}

/** From segment `s` to its document `d`. */
export const PLACE = `JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"`;

/**
 * The proposal as seen, open, and by nobody but others, as is the text underneath unless it was approved (or the policy
 * is without four eyes, or without a second editor for an editor's change of somebody else's proposal).
 * Parameters 1–5: id, decider, version, hash, base.
 */
export const AS_SEEN = `p."id" = $1 AND p."state" = 'open' AND p."version" = $3 AND p."textHash" = $4
         AND p."baseRevisionId" = $5
         AND (NOT needs_four_eyes(p."segmentId") OR $2 NOT IN (SELECT w."userId" FROM unapproved_text_writers(p."segmentId") w)
           AND (p."authorId" <> $2 AND NOT EXISTS (
             SELECT FROM "ProposalContributor" c WHERE c."proposalId" = p."id" AND c."userId" = $2)
             OR may_accept_own_edit(p."id", $2)))`;

/** Over segment `s` and translation `t`: the machine text is not the decider's, unless the policy is without four eyes. */
export const IMPORTED_BY_ANOTHER = `(t."importedById" <> $2 OR NOT needs_four_eyes(s."id"))`;

const ACCEPT = {
  name: "accept-proposal",
  text: `WITH place AS (
       SELECT s."id" AS "segmentId", s."currentRevisionId", r."number", d."projectId",
              s."state" IN ('reviewed', 'final') AS "wasApproved"
       FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" ${PLACE}
       JOIN "Revision" r ON r."id" = s."currentRevisionId"
       WHERE p."id" = $1 AND s."currentRevisionId" = $5 AND s."retiredAt" IS NULL AND ${IMPORTED_BY_ANOTHER}
       FOR NO KEY UPDATE OF s
     ), taken AS (
       UPDATE "Proposal" p SET "state" = 'accepted', "decidedById" = $2, "decidedAt" = $7, "updatedAt" = $7,
              "decisionNote" = nullif($6, '')
       FROM place WHERE ${AS_SEEN}
       RETURNING p."id", p."targetText", p."textHash", p."authorId", p."version"
     ), revision AS (
       INSERT INTO "Revision" ("segmentId", "number", "parentId", "targetText", "textHash", "origin", "authorId",
                               "proposalId", "createdAt")
       SELECT place."segmentId", place."number" + 1, place."currentRevisionId", taken."targetText",
              taken."textHash", 'human', taken."authorId", taken."id", $7
       FROM taken, place
       RETURNING "id", "segmentId"
     ), current AS (
       UPDATE "Segment" s SET "currentRevisionId" = revision."id", "state" = 'reviewed', "updatedAt" = $7
       FROM revision WHERE s."id" = revision."segmentId"
     ), decision AS (
       INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash",
                               "actorId", "note", "createdAt", "batchId", "wasApproved")
       SELECT 'accept', revision."segmentId", taken."id", taken."version", revision."id", taken."textHash", $2, $6, $7,
              $8, place."wasApproved"
       FROM taken, revision, place
       RETURNING ${SEALED_COLUMNS}
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.accepted', place."projectId", 'user:' || ($2::uuid)::text, 'proposal', taken."id"::text,
              jsonb_strip_nulls(jsonb_build_object('revisionId', revision."id", 'textHash', taken."textHash",
                                                   'batchId', $8::uuid))
                || ${sealedFacts('taken."id"')}, $7
       FROM taken, place, revision, decision
     )
     SELECT revision."id" AS "revisionId", decision."id" AS "decisionId", revision."segmentId" FROM revision, decision`,
};

/** An acceptance, and the revision that it has made current. */
export interface Accepted {
  readonly decisionId: DecisionId;
  readonly revisionId: RevisionId;
  readonly segmentId: SegmentId;
}

/**
 * Accepts a proposal whose base is still the current text: its text becomes the segment's
 * next revision. Null, and nothing written, if anything was not as seen. The other open
 * proposals stay on the text before: `followMove` brings them along, in the same transaction.
 */
export async function acceptProposal(
  tx: Queryable,
  proposalId: ProposalId,
  seen: SeenProposal,
  decider: Decider,
): Promise<Accepted | null> {
  const { rows } = await tx.query<Accepted>(ACCEPT, [
    proposalId,
    decider.deciderId,
    seen.version,
    seen.textHash,
    seen.baseRevisionId,
    decider.note,
    decider.at,
    decider.batchId ?? null,
  ]);
  return rows[0] ?? null;
}

/** Declines an open proposal, also a conflicted one, with a reason for its author. Null if it was not as seen. */
export async function declineProposal(
  db: Queryable,
  proposalId: ProposalId,
  seen: SeenProposal,
  decider: Decider & { readonly reason: DeclineReason },
): Promise<DecisionId | null> {
  const { rows } = await db.query<{ decisionId: DecisionId }>(
    `WITH taken AS (
       UPDATE "Proposal" p SET "state" = 'declined', "decidedById" = $2, "decidedAt" = $7, "updatedAt" = $7,
              "decisionNote" = nullif($6, ''), "decisionReason" = $9
       WHERE ${AS_SEEN}
         AND EXISTS (
           SELECT FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
           WHERE s."id" = p."segmentId" AND ${IMPORTED_BY_ANOTHER})
       RETURNING p."id", p."segmentId", p."textHash", p."version"
     ), ${endOfProposal("decline", "proposal.declined")}
     SELECT "id" AS "decisionId" FROM decision`,
    [
      proposalId,
      decider.deciderId,
      seen.version,
      seen.textHash,
      seen.baseRevisionId,
      decider.note,
      decider.at,
      decider.batchId ?? null,
      decider.reason,
    ],
  );
  return rows[0]?.decisionId ?? null;
}

/** The author takes an open proposal back. False if it is not theirs, not open, or no longer at `version`. */
export async function withdrawProposal(
  db: Queryable,
  proposalId: ProposalId,
  version: number,
  author: Decider,
): Promise<boolean> {
  const { rows } = await db.query<{ id: ProposalId }>(
    `WITH taken AS (
       UPDATE "Proposal" p SET "state" = 'withdrawn', "decidedById" = $2, "decidedAt" = $7, "updatedAt" = $7
       WHERE p."id" = $1 AND p."authorId" = $2 AND p."state" = 'open' AND p."version" = $3
         AND $4::text IS NULL AND $5::text IS NULL
       RETURNING p."id", p."segmentId", p."textHash", p."version"
     ), ${endOfProposal("withdraw", "proposal.withdrawn")}
     SELECT "id" FROM taken`,
    [proposalId, author.deciderId, version, null, null, author.note, author.at, null, null],
  );
  return rows.length === 1;
}

/**
 * Approves the segment's current text as it stands. Null if another text is current, it
 * was approved already, a repair has retired the segment, or the person imported or wrote it.
 */
export async function approveSegment(
  db: Queryable,
  segmentId: SegmentId,
  seen: { readonly revisionId: RevisionId; readonly textHash: string },
  decider: Decider,
): Promise<DecisionId | null> {
  const { rows } = await db.query<{ decisionId: DecisionId }>(
    `WITH place AS (
       SELECT s."id", r."id" AS "revisionId", r."textHash", d."projectId"
       FROM "Segment" s ${PLACE} JOIN "Revision" r ON r."id" = s."currentRevisionId"
       WHERE s."id" = $1 AND s."currentRevisionId" = $3 AND r."textHash" = $4
         AND s."retiredAt" IS NULL AND s."state" NOT IN ('reviewed', 'final') AND ${IMPORTED_BY_ANOTHER}
         AND (NOT EXISTS (SELECT FROM unapproved_writers(r."id") w WHERE w."userId" = $2) OR NOT needs_four_eyes(s."id"))
       FOR NO KEY UPDATE OF s
     ), approved AS (
       UPDATE "Segment" s SET "state" = 'reviewed', "updatedAt" = $6 FROM place WHERE s."id" = place."id"
       RETURNING s."id"
     ), decision AS (
       INSERT INTO "Decision" ("kind", "segmentId", "revisionId", "textHash", "actorId", "note", "createdAt")
       SELECT 'approve', place."id", place."revisionId", place."textHash", $2, $5, $6 FROM place, approved
       RETURNING ${SEALED_COLUMNS}
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'segment.approved', place."projectId", 'user:' || ($2::uuid)::text, 'segment', place."id"::text,
              jsonb_build_object('revisionId', place."revisionId", 'textHash', place."textHash") || ${sealedFacts()}, $6
       FROM place, approved, decision
     )
     SELECT "id" AS "decisionId" FROM decision`,
    [segmentId, decider.deciderId, seen.revisionId, seen.textHash, decider.note, decider.at],
  );
  return rows[0]?.decisionId ?? null;
}

/** Decision and event of a proposal that ended without a new revision. Parameters 2, 6–9: actor, note, time, batch, reason. */
function endOfProposal(kind: "decline" | "withdraw", type: string): string {
  return `decision AS (
       INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash",
                               "actorId", "note", "createdAt", "batchId", "reason")
       SELECT '${kind}', taken."segmentId", taken."id", taken."version", s."currentRevisionId", taken."textHash",
              $2, $6, $7, $8, $9
       FROM taken JOIN "Segment" s ON s."id" = taken."segmentId"
       RETURNING ${SEALED_COLUMNS}
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT '${type}', d."projectId", 'user:' || ($2::uuid)::text, 'proposal', taken."id"::text,
              jsonb_strip_nulls(jsonb_build_object('textHash', taken."textHash", 'version', taken."version",
                                                   'batchId', $8::uuid, 'reason', $9::text))
                || ${sealedFacts('taken."id"')}, $7
       FROM decision, taken JOIN "Segment" s ON s."id" = taken."segmentId" ${PLACE}
     )`;
}
