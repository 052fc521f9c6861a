import type { AccessError } from "@/lib/core/access/permissions";
import { COMMENT_LIMIT } from "@/lib/core/proposal/lifecycle";
import type { SecondLookOutcome } from "@/lib/core/review/second-look";
import type { DecisionId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText } from "@/lib/core/text/well-formed";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { appendSecondLook, findHeldLook } from "@/lib/db/proposals/second-looks";
import { lockDecision } from "@/lib/db/proposals/undo";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";

export interface SecondLookInput {
  readonly decisionId: DecisionId;
  /** The text that the person had in front of the eyes. */
  readonly seen: { readonly revisionId: RevisionId; readonly textHash: string };
  readonly outcome: SecondLookOutcome;
  /** Why the text is not fine; needed for an objection. */
  readonly note: string;
}

export type SecondLookError =
  | {
      readonly code:
        | AccessError
        | "own-words"
        | "note-required"
        | "not-sampled"
        | "looked-already"
        | "changed-meanwhile";
    }
  | { readonly code: "nul" | "lone-surrogate" | "too-long"; readonly field: "note" };

/**
 * A second editor's look at an approval that the sample picked: the text is fine, or it is not, and then the row is
 * open again. Not for anybody who had a part in it: who wrote or imported its words, or gave the approval or one of
 * several. `changed-meanwhile`: the text moved on, or the approval was taken back; of two who look at the same moment
 * one is told `looked-already`.
 */
export async function takeSecondLook(
  ctx: ServiceContext,
  input: SecondLookInput,
): Promise<Result<{ readonly outcome: SecondLookOutcome }, SecondLookError>> {
  const granted = await authorize(ctx, { kind: "decision", id: input.decisionId }, "proposal.decide");
  if (!granted.ok) return granted;
  const note = checkText(input.note, { maxLength: COMMENT_LIMIT });
  if (!note.ok && note.error !== "empty") return err({ code: note.error, field: "note" });
  if (input.outcome === "reopened" && input.note.trim() === "") return err({ code: "note-required" });
  return inTransaction(ctx.db, (tx) => look(tx, input, granted.value.userId, ctx.now()));
}

async function look(
  tx: Queryable,
  { decisionId, seen, outcome, note }: SecondLookInput,
  actorId: UserId,
  at: Date,
): Promise<Result<{ readonly outcome: SecondLookOutcome }, SecondLookError>> {
  await lockDecision(tx, decisionId);
  const found = await findHeldLook(tx, decisionId);
  if (!found) return err({ code: "not-sampled" });
  if (found.involvedIds.includes(actorId)) return err({ code: "own-words" });
  if (!found.isSampled) return err({ code: "not-sampled" });
  if (found.isLooked) return err({ code: "looked-already" });
  const isSame = found.revisionId === seen.revisionId && found.textHash === seen.textHash;
  if (!found.stands || !isSame) return err({ code: "changed-meanwhile" });
  await appendSecondLook(tx, { decisionId, outcome, note, actorId, at });
  await appendEvent(
    tx,
    { kind: "user", userId: actorId, isAdmin: false },
    {
      type: "decision.looked-at",
      projectId: found.projectId,
      subjectType: "decision",
      subjectId: decisionId,
      payload: { outcome, segmentId: found.segmentId, ...seen },
      at,
    },
  );
  return ok({ outcome });
}
