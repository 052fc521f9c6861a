import type { SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { DecisionId, ProposalId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { AS_SEEN, type Decider, IMPORTED_BY_ANOTHER, PLACE } from "./decide";
import { SEALED_COLUMNS, sealedFacts } from "./sealed-facts";

/**
 * Asks the author of an open proposal, also of a conflicted one, for another version. The proposal stays open
 * and waits for it. Null, and nothing written, if it was not as seen, or somebody has asked already.
 */
export async function requestChanges(
  db: Queryable,
  proposalId: ProposalId,
  seen: SeenProposal,
  decider: Decider,
): Promise<DecisionId | null> {
  const { rows } = await db.query<{ decisionId: DecisionId }>(
    `WITH taken AS (
       UPDATE "Proposal" p SET "changesRequestedAt" = $7, "updatedAt" = $7
       WHERE ${AS_SEEN} AND p."changesRequestedAt" IS NULL
         AND EXISTS (
           SELECT FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
           WHERE s."id" = p."segmentId" AND ${IMPORTED_BY_ANOTHER})
       RETURNING p."id", p."segmentId", p."textHash", p."version"
     ), decision AS (
       INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash",
                               "actorId", "note", "createdAt")
       SELECT 'request_changes', taken."segmentId", taken."id", taken."version", s."currentRevisionId",
              taken."textHash", $2, $6, $7
       FROM taken JOIN "Segment" s ON s."id" = taken."segmentId"
       RETURNING ${SEALED_COLUMNS}
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'proposal.changes-requested', d."projectId", 'user:' || ($2::uuid)::text, 'proposal', taken."id"::text,
              jsonb_build_object('textHash', taken."textHash", 'version', taken."version") || ${sealedFacts('taken."id"')}, $7
       FROM decision, taken JOIN "Segment" s ON s."id" = taken."segmentId" ${PLACE}
     )
     SELECT "id" AS "decisionId" FROM decision`,
    [
      proposalId,
      decider.deciderId,
      seen.version,
      seen.textHash,
      seen.baseRevisionId,
      decider.note,
      decider.at,
    ],
  );
  return rows[0]?.decisionId ?? null;
}
