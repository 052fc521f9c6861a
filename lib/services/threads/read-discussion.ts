import { type AccessError, roleAllows } from "@/lib/core/access/permissions";
import type { ProposalId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { followAnchor } from "@/lib/core/threads/anchor";
import type { Discussion, Thread } from "@/lib/core/threads/thread";
import {
  findThreadTexts,
  listMentionable,
  listThreads,
  type ThreadRow,
  type ThreadTexts,
} from "@/lib/db/threads/read";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

/** What people say about a proposal; words that threads are about are followed to the texts as they stand now. */
export async function readDiscussion(
  ctx: ServiceContext,
  proposalId: ProposalId,
): Promise<Result<Discussion, { readonly code: AccessError }>> {
  const granted = await authorize(ctx, { kind: "proposal", id: proposalId }, "document.read");
  if (!granted.ok) return granted;
  const { userId, role, projectId } = granted.value;
  const [rows, texts, people] = await Promise.all([
    listThreads(ctx.db.pool, proposalId),
    findThreadTexts(ctx.db.pool, proposalId),
    listMentionable(ctx.db.pool, projectId),
  ]);
  if (!texts) return err({ code: "not-found" });
  return ok({
    threads: rows.map((row) => toThread(row, texts, userId)),
    texts: {
      current: { text: texts.current, revisionId: texts.currentRevisionId },
      source: { text: texts.source, locale: texts.sourceLocale },
    },
    people,
    mayWrite: roleAllows(role, "thread.write"),
  });
}

function toThread(row: ThreadRow, texts: ThreadTexts, viewerId: UserId): Thread {
  return {
    id: row.id,
    anchor: anchorOf(row, texts),
    resolvedBy: row.resolvedBy,
    comments: row.comments.map(({ authorId, ...comment }) => ({ ...comment, mine: authorId === viewerId })),
  };
}

function anchorOf(
  { side, anchorFrom, anchorTo, anchorText, quote }: ThreadRow,
  texts: ThreadTexts,
): Thread["anchor"] {
  if (side === null || anchorFrom === null || anchorTo === null || anchorText === null || quote === null)
    return null;
  const standing = followAnchor({ from: anchorFrom, to: anchorTo }, anchorText, texts[side], {
    locale: side === "source" ? texts.sourceLocale : texts.targetLocale,
  });
  return { side, quote, standing };
}
