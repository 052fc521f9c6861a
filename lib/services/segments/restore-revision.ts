import type { AccessError } from "@/lib/core/access/permissions";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { listHistory } from "@/lib/db/bitext/history";
import { findCurrentText } from "@/lib/db/bitext/rows";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { lockSegment } from "@/lib/db/proposals/approvals";
import { appendProposal, findProposalByKey, type Stored } from "@/lib/db/proposals/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";

export interface RestoreError {
  readonly code: AccessError | "changed-meanwhile" | "unchanged" | "already-open" | "realigned";
}

/**
 * Proposes that an earlier text of a row comes back. It becomes the current one as any proposal does: when somebody
 * else approves it who wrote none of its words, then or now (the writers of the old text are contributors of the
 * proposal). `changed-meanwhile`: the current text is not the one that was seen; of this and an approval at the
 * same moment one comes first. Idempotent by person and key.
 */
export async function restoreRevision(
  ctx: ServiceContext,
  input: {
    readonly segmentId: SegmentId;
    /** The text to bring back. */
    readonly revisionId: RevisionId;
    /** The current revision as the person saw it. */
    readonly seenRevisionId: RevisionId;
    readonly idempotencyKey: string;
  },
): Promise<Result<Stored, RestoreError>> {
  const granted = await authorize(ctx, { kind: "segment", id: input.segmentId }, "proposal.write");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const { segmentId, revisionId, seenRevisionId, idempotencyKey } = input;
  const at = ctx.now();
  try {
    return await inTransaction(ctx.db, async (tx) => {
      await lockSegment(tx, segmentId);
      const sent = await findProposalByKey(tx, userId, idempotencyKey);
      if (sent) return ok(sent);
      const current = await findCurrentText(tx, segmentId);
      const old = (await listHistory(tx, segmentId)).find(({ id }) => id === revisionId);
      if (!current || !old) return err({ code: "not-found" });
      if (current.isRetired) return err({ code: "realigned" });
      if (current.revisionId !== seenRevisionId) return err({ code: "changed-meanwhile" });
      if (current.targetText === old.targetText) return err({ code: "unchanged" });
      const stored = await appendProposal(tx, {
        segmentId,
        baseRevisionId: seenRevisionId,
        authorId: userId,
        targetText: old.targetText,
        textHash: textHash(old.targetText),
        comment: "",
        reason: null,
        idempotencyKey,
        at,
      });
      if (!stored) return err({ code: "changed-meanwhile" });
      await appendEvent(
        tx,
        { kind: "user", userId, isAdmin: false },
        {
          type: "revision.restore-proposed",
          projectId,
          subjectType: "proposal",
          subjectId: stored.id,
          payload: { revisionId, number: old.number, textHash: textHash(old.targetText) },
          at,
        },
      );
      return ok(stored);
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "already-open" });
    throw error;
  }
}
