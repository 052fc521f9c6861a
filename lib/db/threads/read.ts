import type {
  CommentId,
  ProjectId,
  ProposalId,
  RevisionId,
  ThreadId,
  TranslationId,
  UserId,
} from "@/lib/core/shared/ids";
import type { Mentionable } from "@/lib/core/threads/mentions";
import type { ThreadSide } from "@/lib/core/threads/thread";
import type { Queryable } from "../client";

/** SQL expression over proposal `p`: the source of its row, as pages show it. */
export const SOURCE_TEXT = `(
    SELECT coalesce(string_agg(q."text", E'\\n\\n' ORDER BY q."position"), '')
    FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = p."segmentId")`;

export interface ThreadRow {
  readonly id: ThreadId;
  readonly side: ThreadSide | null;
  readonly anchorFrom: number | null;
  readonly anchorTo: number | null;
  readonly anchorText: string | null;
  readonly quote: string | null;
  readonly resolvedBy: string | null;
  readonly comments: readonly {
    readonly id: CommentId;
    readonly authorId: UserId;
    readonly authorName: string;
    readonly text: string;
    readonly createdAt: string;
  }[];
}

/** Threads of a proposal, and of those that it was left over from, with their comments, oldest first. */
export async function listThreads(db: Queryable, proposalId: ProposalId): Promise<readonly ThreadRow[]> {
  const { rows } = await db.query<ThreadRow>(
    `SELECT h."id", h."side", h."anchorFrom", h."anchorTo", h."anchorText", h."quote", r."displayName" AS "resolvedBy",
            (SELECT jsonb_agg(jsonb_build_object('id', c."id", 'authorId', c."authorId", 'authorName', u."displayName",
               'text', c."text", 'createdAt', to_char(c."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
               ORDER BY c."sequence")
             FROM "Comment" c JOIN "User" u ON u."id" = c."authorId" WHERE c."threadId" = h."id") AS "comments"
     FROM "Thread" h LEFT JOIN "User" r ON r."id" = h."resolvedById"
     WHERE h."proposalId" IN (SELECT l."proposalId" FROM proposal_line($1) l)
     ORDER BY (SELECT min(c."sequence") FROM "Comment" c WHERE c."threadId" = h."id")`,
    [proposalId],
  );
  return rows;
}

/** The texts that anchors of a proposal are followed to, and their languages. */
export interface ThreadTexts {
  readonly proposed: string;
  readonly current: string;
  readonly currentRevisionId: RevisionId;
  readonly targetLocale: string;
  readonly source: string;
  readonly sourceLocale: string;
}

/** The texts around a proposal as they stand now; null if there is no such proposal. */
export async function findThreadTexts(db: Queryable, proposalId: ProposalId): Promise<ThreadTexts | null> {
  const { rows } = await db.query<ThreadTexts>(
    `SELECT p."targetText" AS "proposed", r."targetText" AS "current", r."id" AS "currentRevisionId", t."targetLocale",
            ${SOURCE_TEXT} AS "source", d."sourceLocale"
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Document" d ON d."id" = t."documentId" JOIN "Revision" r ON r."id" = s."currentRevisionId"
     WHERE p."id" = $1`,
    [proposalId],
  );
  return rows[0] ?? null;
}

/** Members of a project who can sign in, by display name. */
export async function listMentionable(db: Queryable, projectId: ProjectId): Promise<readonly Mentionable[]> {
  const { rows } = await db.query<Mentionable>(
    `SELECT u."id" AS "userId", u."displayName" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
     WHERE m."projectId" = $1 AND u."disabledAt" IS NULL ORDER BY u."displayName", u."id"`,
    [projectId],
  );
  return rows;
}

/** Number of comments on a proposal `p`, as an SQL expression. */
export const COMMENT_COUNT = `(
    SELECT count(*)::int FROM "Comment" c JOIN "Thread" h ON h."id" = c."threadId" WHERE h."proposalId" IN (SELECT l."proposalId" FROM proposal_line(p."id") l))`;

export interface MentionRow {
  readonly proposalId: ProposalId;
  readonly translationId: TranslationId;
  readonly title: string;
  readonly targetLocale: string;
  readonly rowNumber: number | null;
  readonly authorName: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly createdAt: string;
}

/** Comments that name a person, in these projects, new ones first, then the latest, at most 50. */
export async function listMentions(
  db: Queryable,
  userId: UserId,
  projectIds: readonly ProjectId[],
): Promise<readonly MentionRow[]> {
  const { rows } = await db.query<Omit<MentionRow, "createdAt"> & { createdAt: Date }>(
    `SELECT p."id" AS "proposalId", t."id" AS "translationId", d."title", t."targetLocale",
            s."position" + 1 AS "rowNumber", u."displayName" AS "authorName", c."text", m."seenAt" IS NULL AS "isNew",
            c."createdAt"
     FROM "Mention" m JOIN "Comment" c ON c."id" = m."commentId" JOIN "Thread" h ON h."id" = c."threadId"
     JOIN "Proposal" p ON p."id" = h."proposalId" JOIN "Segment" s ON s."id" = p."segmentId"
     JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
     JOIN "User" u ON u."id" = c."authorId"
     WHERE m."userId" = $1 AND d."projectId" = ANY($2::uuid[])
     ORDER BY m."seenAt" IS NULL DESC, c."createdAt" DESC, c."id" LIMIT 50`,
    [userId, projectIds],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
