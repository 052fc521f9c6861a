/** What people say about proposals. Each act is one statement with its conditions and its event in it. */

import type { CommentId, ProposalId, RevisionId, ThreadId, UserId } from "@/lib/core/shared/ids";
import type { ThreadSide } from "@/lib/core/threads/thread";
import type { Queryable } from "../client";
import { SOURCE_TEXT } from "./read";

export interface NewComment {
  readonly authorId: UserId;
  readonly text: string;
  readonly mentioned: readonly UserId[];
  readonly idempotencyKey: string;
  readonly at: Date;
}

/** Words of the text of a side, by offsets in UTF-16 units. */
export interface NewAnchor {
  readonly side: ThreadSide;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly quote: string;
}

/** Comment, mentions and event of a thread `thread` in project `place`; parameters 1–5: author, text, key, time, mentioned. */
const COMMENT = `added AS (
       INSERT INTO "Comment" ("threadId", "authorId", "text", "idempotencyKey", "createdAt")
       SELECT thread."id", $1, $2, $3, $4 FROM thread
       RETURNING "id", "threadId"
     ), named AS (
       INSERT INTO "Mention" ("commentId", "userId")
       SELECT added."id", m FROM added, unnest($5::uuid[]) m WHERE m <> $1
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'comment.added', place."projectId", 'user:' || ($1::uuid)::text, 'comment', added."id"::text,
              jsonb_build_object('threadId', added."threadId", 'proposalId', place."proposalId"), $4
       FROM added, place
     )
     SELECT "id", "threadId" FROM added`;

const PLACE = `place AS (
       SELECT d."projectId", p."id" AS "proposalId" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
       JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"`;

export interface StoredComment {
  readonly id: CommentId;
  readonly threadId: ThreadId;
}

/**
 * Opens a thread with its first comment. Null if the proposal is no longer at `version`, or the key was used.
 * @throws unique violation (23505) if the key is used at this very moment.
 */
export async function openThread(
  db: Queryable,
  proposalId: ProposalId,
  version: number,
  anchor: NewAnchor | null,
  comment: NewComment,
): Promise<StoredComment | null> {
  const { rows } = await db.query<StoredComment>(
    `WITH ${PLACE} WHERE p."id" = $6 AND p."version" = $7
         AND NOT EXISTS (SELECT FROM "Comment" c WHERE c."authorId" = $1 AND c."idempotencyKey" = $3)
       FOR SHARE OF p
     ), thread AS (
       INSERT INTO "Thread" ("proposalId", "side", "anchorFrom", "anchorTo", "anchorText", "quote", "createdAt")
       SELECT place."proposalId", $8::"ThreadSide", $9, $10, $11, $12, $4 FROM place RETURNING "id"
     ), ${COMMENT}`,
    [
      comment.authorId,
      comment.text,
      comment.idempotencyKey,
      comment.at,
      comment.mentioned,
      proposalId,
      version,
      anchor?.side ?? null,
      anchor?.from ?? null,
      anchor?.to ?? null,
      anchor?.text ?? null,
      anchor?.quote ?? null,
    ],
  );
  return rows[0] ?? null;
}

/**
 * Adds a comment to a thread. Null if there is no such thread.
 * @throws unique violation (23505) if the key was used.
 */
export async function appendComment(
  db: Queryable,
  threadId: ThreadId,
  comment: NewComment,
): Promise<StoredComment | null> {
  const { rows } = await db.query<StoredComment>(
    `WITH ${PLACE} JOIN "Thread" h ON h."proposalId" = p."id" WHERE h."id" = $6
     ), thread AS (SELECT $6::uuid AS "id" FROM place), ${COMMENT}`,
    [comment.authorId, comment.text, comment.idempotencyKey, comment.at, comment.mentioned, threadId],
  );
  return rows[0] ?? null;
}

/** The comment that this author sent with this key before, or null. */
export async function findCommentByKey(
  db: Queryable,
  authorId: UserId,
  idempotencyKey: string,
): Promise<StoredComment | null> {
  const { rows } = await db.query<StoredComment>(
    `SELECT "id", "threadId" FROM "Comment" WHERE "authorId" = $1 AND "idempotencyKey" = $2`,
    [authorId, idempotencyKey],
  );
  return rows[0] ?? null;
}

/** Resolves a thread or opens it again. False if it is so already, or there is none. */
export async function settleThread(
  db: Queryable,
  threadId: ThreadId,
  settled: { readonly resolved: boolean; readonly actorId: UserId; readonly at: Date },
): Promise<boolean> {
  const { rows } = await db.query(
    `WITH settled AS (
       UPDATE "Thread" SET "resolvedAt" = CASE WHEN $2 THEN $4::timestamptz END,
              "resolvedById" = CASE WHEN $2 THEN $3::uuid END
       WHERE "id" = $1 AND ("resolvedAt" IS NULL) = $2 RETURNING "id", "proposalId"
     ), ${PLACE} JOIN settled ON settled."proposalId" = p."id"
     ), logged AS (
       INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT CASE WHEN $2 THEN 'thread.resolved' ELSE 'thread.reopened' END, place."projectId",
              'user:' || ($3::uuid)::text, 'thread', settled."id"::text,
              jsonb_build_object('proposalId', place."proposalId"), $4
       FROM settled, place
     )
     SELECT "id" FROM settled`,
    [threadId, settled.resolved, settled.actorId, settled.at],
  );
  return rows.length === 1;
}

/** The person has read the comments on a proposal that name them. How many of them were new. */
export async function markMentionsSeen(
  db: Queryable,
  proposalId: ProposalId,
  userId: UserId,
  at: Date,
): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE "Mention" m SET "seenAt" = $3 FROM "Comment" c JOIN "Thread" h ON h."id" = c."threadId"
     WHERE m."commentId" = c."id" AND h."proposalId" = $1 AND m."userId" = $2 AND m."seenAt" IS NULL`,
    [proposalId, userId, at],
  );
  return rowCount ?? 0;
}

const SIDE_TEXTS: Readonly<Record<ThreadSide, string>> = {
  proposed: `SELECT p."targetText" AS "text" FROM "Proposal" p WHERE p."id" = $1 AND $2::uuid IS NOT NULL`,
  current: `SELECT r."targetText" AS "text" FROM "Proposal" p JOIN "Revision" r ON r."segmentId" = p."segmentId"
            WHERE p."id" = $1 AND r."id" = $2`,
  source: `SELECT ${SOURCE_TEXT} AS "text" FROM "Proposal" p WHERE p."id" = $1 AND $2::uuid IS NOT NULL`,
};

/**
 * The text that words of a side are words of: the proposal's own, a revision of its segment, or the source of its
 * row; null for any other.
 */
export async function findSideText(
  db: Queryable,
  proposalId: ProposalId,
  side: ThreadSide,
  revisionId: RevisionId,
): Promise<string | null> {
  const { rows } = await db.query<{ text: string }>(SIDE_TEXTS[side], [proposalId, revisionId]);
  return rows[0]?.text ?? null;
}
