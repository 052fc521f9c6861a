import type { DecidableProposal } from "@/lib/core/proposal/lifecycle";
import type { ProjectId, ProposalId, SegmentId, UserId } from "@/lib/core/shared/ids";
import { CONTRIBUTORS } from "../bitext/segment";
import type { Queryable } from "../client";

/** A proposal with everything that a decision on its words needs, held until the transaction ends. */
export interface LockedProposal extends DecidableProposal {
  readonly id: ProposalId;
  readonly segmentId: SegmentId;
  readonly projectId: ProjectId;
  readonly authorId: UserId;
  readonly targetText: string;
  readonly baseText: string;
  readonly currentText: string;
  readonly targetLocale: string;
}

/**
 * Holds the proposal's segment and then the proposal, in this order as everybody does, and reads both as they
 * are from then on. Null if there is no such proposal.
 */
export async function lockProposal(tx: Queryable, id: ProposalId): Promise<LockedProposal | null> {
  for (;;) {
    const segment = await tx.query<{ id: SegmentId }>(
      `SELECT s."id" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" WHERE p."id" = $1
       FOR NO KEY UPDATE OF s`,
      [id],
    );
    const held = segment.rows[0]?.id;
    if (!held) return null;
    const { rows } = await tx.query<LockedProposal>(
      `SELECT p."id", p."segmentId", d."projectId", p."authorId", p."state", p."version", p."textHash",
              p."baseRevisionId", s."currentRevisionId", s."retiredAt" IS NOT NULL AS "isRetired", p."targetText",
              p."changesRequestedAt" IS NOT NULL AS "changesRequested",
              b."targetText" AS "baseText", r."targetText" AS "currentText", t."targetLocale",
              ${CONTRIBUTORS} AS "contributorIds"
       FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Revision" b ON b."id" = p."baseRevisionId"
       JOIN "Revision" r ON r."id" = s."currentRevisionId" JOIN "Translation" t ON t."id" = s."translationId"
       JOIN "Document" d ON d."id" = t."documentId"
       WHERE p."id" = $1 AND p."segmentId" = $2 FOR NO KEY UPDATE OF p`,
      [id, held],
    );
    if (rows[0]) return rows[0];
    // A repair has put it onto another row between the two: hold that one.
  }
}
