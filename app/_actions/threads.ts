"use server";

import { z } from "zod";
import type { ProposalId, RevisionId, ThreadId } from "@/lib/core/shared/ids";
import { THREAD_COMMENT_LIMIT, THREAD_SIDES } from "@/lib/core/threads/thread";
import { markMentionsSeen } from "@/lib/services/threads/mentions";
import { settleThread } from "@/lib/services/threads/settle-thread";
import {
  addComment,
  openThread,
  type WriteCommentError,
  type Written,
} from "@/lib/services/threads/write-comment";
import { type ActionResult, perform } from "./action-context";
import { id, version } from "./schemas";

const words = { text: z.string().max(THREAD_COMMENT_LIMIT * 2), idempotencyKey: z.uuid() };
const offset = z.number().int().min(0).max(1_000_000);

const beginning = z.object({
  proposalId: id<ProposalId>(),
  version,
  anchor: z
    .object({ side: z.enum(THREAD_SIDES), revisionId: id<RevisionId>(), from: offset, to: offset })
    .nullable(),
  ...words,
});

/** Begins a thread about a proposal, or about words of it. */
export async function openThreadAction(
  input: z.input<typeof beginning>,
): Promise<ActionResult<Written, WriteCommentError>> {
  return perform(beginning, input, openThread);
}

const answer = z.object({ threadId: id<ThreadId>(), ...words });

/** Answers in a thread. */
export async function addCommentAction(
  input: z.input<typeof answer>,
): Promise<ActionResult<Written, WriteCommentError>> {
  return perform(answer, input, addComment);
}

const settling = z.object({ threadId: id<ThreadId>(), resolved: z.boolean() });

/** Resolves a thread, or opens it again. */
export async function settleThreadAction(input: z.input<typeof settling>) {
  return perform(settling, input, settleThread);
}

const reading = z.object({ proposalId: id<ProposalId>() });

/** The person has read what was said to them about a proposal. */
export async function markMentionsSeenAction(input: z.input<typeof reading>) {
  return perform(reading, input, markMentionsSeen);
}
