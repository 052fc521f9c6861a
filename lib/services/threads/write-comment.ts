import type { AccessError } from "@/lib/core/access/permissions";
import type { CommentId, ProjectId, ProposalId, RevisionId, ThreadId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText, type TextFault } from "@/lib/core/text/well-formed";
import { type Anchor, isAnchorOf } from "@/lib/core/threads/anchor";
import { findMentions } from "@/lib/core/threads/mentions";
import { THREAD_COMMENT_LIMIT, type ThreadSide } from "@/lib/core/threads/thread";
import { SQL_STATE, sqlState } from "@/lib/db/client";
import { listMentionable } from "@/lib/db/threads/read";
import {
  appendComment,
  findCommentByKey,
  findSideText,
  type NewAnchor,
  type NewComment,
  type StoredComment,
  openThread as writeThread,
} from "@/lib/db/threads/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

export type WriteCommentError =
  | { readonly code: AccessError | "changed-meanwhile" }
  | { readonly code: TextFault; readonly field: "text" };

export interface Written {
  readonly commentId: CommentId;
  readonly threadId: ThreadId;
}

interface Words {
  readonly text: string;
  readonly idempotencyKey: string;
}

/**
 * Begins a thread about a proposal, or about certain words of it or of the current text. Binds to the version that
 * was seen, because the words are words of that one; changes nothing about the proposal. Sent twice with the same
 * key, it is stored once. Whoever is named by "@" and display name finds it under "my proposals".
 */
export async function openThread(
  ctx: ServiceContext,
  input: Words & {
    readonly proposalId: ProposalId;
    readonly version: number;
    /** Of a passage of the current text: the revision that it stands in. */
    readonly anchor: (Anchor & { readonly side: ThreadSide; readonly revisionId: RevisionId }) | null;
  },
): Promise<Result<Written, WriteCommentError>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "thread.write");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const comment = await newComment(ctx, input, userId, projectId);
  if (!comment.ok) return comment;
  const anchor = input.anchor ? await readAnchor(ctx, input.proposalId, input.anchor) : null;
  if (input.anchor && !anchor) return err({ code: "changed-meanwhile" });
  return stored(ctx, comment.value, () =>
    writeThread(ctx.db.pool, input.proposalId, input.version, anchor, comment.value),
  );
}

/** Answers in a thread. Sent twice with the same key, it is stored once. */
export async function addComment(
  ctx: ServiceContext,
  input: Words & { readonly threadId: ThreadId },
): Promise<Result<Written, WriteCommentError>> {
  const granted = await authorize(ctx, { kind: "thread", id: input.threadId }, "thread.write");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const comment = await newComment(ctx, input, userId, projectId);
  if (!comment.ok) return comment;
  return stored(ctx, comment.value, () => appendComment(ctx.db.pool, input.threadId, comment.value));
}

async function newComment(
  ctx: ServiceContext,
  { text, idempotencyKey }: Words,
  authorId: UserId,
  projectId: ProjectId,
): Promise<Result<NewComment, WriteCommentError>> {
  const checked = checkText(text, { maxLength: THREAD_COMMENT_LIMIT });
  if (!checked.ok) return err({ code: checked.error, field: "text" });
  const mentioned = text.includes("@")
    ? findMentions(text, await listMentionable(ctx.db.pool, projectId))
    : [];
  return ok({ authorId, text, mentioned, idempotencyKey, at: ctx.now() });
}

/** The anchor with the text that it is in; null if it does not fit what is there. */
async function readAnchor(
  ctx: ServiceContext,
  proposalId: ProposalId,
  { side, from, to, revisionId }: Anchor & { readonly side: ThreadSide; readonly revisionId: RevisionId },
): Promise<NewAnchor | null> {
  const text = await findSideText(ctx.db.pool, proposalId, side, revisionId);
  if (text === null || !isAnchorOf(text, { from, to })) return null;
  return { side, from, to, text, quote: text.slice(from, to) };
}

/** What was stored, now or by the same request before. */
async function stored(
  ctx: ServiceContext,
  { authorId, idempotencyKey }: NewComment,
  write: () => Promise<StoredComment | null>,
): Promise<Result<Written, WriteCommentError>> {
  const fresh = await write().catch((error: unknown) => {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return null;
    throw error;
  });
  const found = fresh ?? (await findCommentByKey(ctx.db.pool, authorId, idempotencyKey));
  return found ? ok({ commentId: found.id, threadId: found.threadId }) : err({ code: "changed-meanwhile" });
}
