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

/** Who approved exactly this text on exactly this revision, and has not taken it back. */
export async function listApprovers(db: Queryable, text: ApprovableText): Promise<readonly UserId[]> {
  const { rows } = await db.query<{ actorId: UserId }>(
    `SELECT DISTINCT "actorId" FROM "Approval" WHERE "segmentId" = $1 AND "proposalId" IS NOT DISTINCT FROM $2
       AND "revisionId" = $3 AND "textHash" = $4 AND approval_counts("id")`,
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

/** What somebody's approvals of a proposal, or of a text as it stands, came to. */
export interface TakenBack {
  /** Approvals that counted until now. */
  readonly count: number;
  /** Something was decided by one of them, and that is in force: that one stays. */
  readonly isDecided: boolean;
}

/**
 * Takes a person's approvals of a proposal back, or (without proposal) those of the segment's texts, as far as
 * nothing was decided by them. The caller holds the segment.
 */
export async function takeBackApprovals(
  tx: Queryable,
  of: { readonly segmentId: SegmentId; readonly proposalId: ProposalId | null; readonly actorId: UserId },
  at: Date,
): Promise<TakenBack> {
  const { rows } = await tx.query<TakenBack>(
    `WITH mine AS (
       SELECT a."id", EXISTS (
         SELECT FROM "Decision" d WHERE d."segmentId" = a."segmentId" AND d."textHash" = a."textHash"
           AND d."proposalId" IS NOT DISTINCT FROM a."proposalId" AND d."kind" IN ('accept', 'approve')
           AND d."objections" = a."objections" AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")) AS "isDecided"
       FROM "Approval" a WHERE a."segmentId" = $1 AND a."proposalId" IS NOT DISTINCT FROM $2 AND a."actorId" = $3
         AND approval_counts(a."id")
     ), taken AS (
       INSERT INTO "ApprovalTakenBack" ("approvalId", "createdAt")
       SELECT "id", $4 FROM mine WHERE NOT "isDecided" RETURNING "approvalId"
     )
     SELECT (SELECT count(*)::int FROM taken) AS "count", coalesce(bool_or("isDecided"), false) AS "isDecided" FROM mine`,
    [of.segmentId, of.proposalId, of.actorId, at],
  );
  return rows[0] ?? { count: 0, isDecided: false };
}
