import type { ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** A text as somebody saw it: that of a proposal on a revision, or (without proposal) that of the revision itself. */
export interface ApprovableText {
  readonly segmentId: SegmentId;
  readonly proposalId: ProposalId | null;
  readonly revisionId: RevisionId;
  readonly textHash: string;
}

/**
 * Is the proposal of a reader without an account, with nobody else's words in it but perhaps this person's, where
 * four eyes are asked for? Then the person is not the second pair, whoever they are.
 */
export async function lacksKnownEyes(
  db: Queryable,
  proposalId: ProposalId,
  personId: UserId,
): Promise<boolean> {
  const { rows } = await db.query<{ lacks: boolean }>(`SELECT lacks_known_eyes($1, $2) AS "lacks"`, [
    proposalId,
    personId,
  ]);
  return rows[0]?.lacks ?? false;
}

/** Holds the segment of a proposal until the transaction ends, so that approvals of it follow one another. */
export async function lockSegmentOf(tx: Queryable, proposalId: ProposalId): Promise<SegmentId | null> {
  const { rows } = await tx.query<{ id: SegmentId }>(
    `SELECT s."id" FROM "Segment" s WHERE s."id" = (SELECT p."segmentId" FROM "Proposal" p WHERE p."id" = $1)
     FOR NO KEY UPDATE`,
    [proposalId],
  );
  return rows[0]?.id ?? null;
}

/** The same for a segment by its own id. */
export async function lockSegment(tx: Queryable, segmentId: SegmentId): Promise<void> {
  await tx.query(`SELECT FROM "Segment" WHERE "id" = $1 FOR NO KEY UPDATE`, [segmentId]);
}

/** Who approved exactly this text on exactly this revision. */
export async function listApprovers(db: Queryable, text: ApprovableText): Promise<readonly UserId[]> {
  const { rows } = await db.query<{ actorId: UserId }>(
    `SELECT DISTINCT "actorId" FROM "Approval" WHERE "segmentId" = $1 AND "proposalId" IS NOT DISTINCT FROM $2
       AND "revisionId" = $3 AND "textHash" = $4`,
    [text.segmentId, text.proposalId, text.revisionId, text.textHash],
  );
  return rows.map(({ actorId }) => actorId);
}

/** Records an approval that does not decide yet. @throws SQL_STATE.fourEyes for the person's own words. */
export async function appendApproval(
  tx: Queryable,
  text: ApprovableText,
  actorId: UserId,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO "Approval" ("segmentId", "proposalId", "revisionId", "textHash", "actorId", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [text.segmentId, text.proposalId, text.revisionId, text.textHash, actorId, at],
  );
}
