"use server";

import { z } from "zod";
import type { AccessError } from "@/lib/core/access/permissions";
import { BULK_LIMIT } from "@/lib/core/proposal/bulk";
import { DECLINE_REASONS } from "@/lib/core/proposal/decline-reasons";
import { SECOND_LOOK_OUTCOMES, type SecondLookOutcome } from "@/lib/core/review/second-look";
import type { BatchId, DecisionId, ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import { type DecideManyError, decideMany, type ManyDecided } from "@/lib/services/decisions/decide-many";
import { type UndoDecisionError, type Undone, undoDecision } from "@/lib/services/decisions/undo-decision";
import { type ManyUndone, undoMany } from "@/lib/services/decisions/undo-many";
import { type RevertError, type Reverted, revertAccount } from "@/lib/services/reverts/revert-account";
import { type SecondLookError, takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { type ActionResult, perform } from "./action-context";
import { hash, id, version } from "./schemas";

const undo = z.object({ decisionId: id<DecisionId>() });

/** Takes a decision back while nothing was built on it. */
export async function undoDecisionAction(
  input: z.input<typeof undo>,
): Promise<ActionResult<Undone, UndoDecisionError>> {
  return perform(undo, input, undoDecision);
}

const many = z.object({
  kind: z.enum(["accept", "decline"]),
  items: z
    .array(
      z.object({
        proposalId: id<ProposalId>(),
        seen: z.object({ version, textHash: hash, baseRevisionId: id<RevisionId>() }),
      }),
    )
    .max(BULK_LIMIT),
  reason: z.enum(DECLINE_REASONS),
  note: z.string().max(10_000),
  idempotencyKey: z.uuid(),
  total: z.number().int().min(0).max(BULK_LIMIT),
});

/** Accepts or declines many proposals as they were seen, as one act. */
export async function decideManyAction(
  input: z.input<typeof many>,
): Promise<ActionResult<ManyDecided, DecideManyError>> {
  return perform(many, input, decideMany);
}

const undoing = z.object({ batchId: id<BatchId>(), idempotencyKey: z.uuid() });

/** Takes an act on many proposals back, except for what was built on. */
export async function undoManyAction(
  input: z.input<typeof undoing>,
): Promise<ActionResult<ManyUndone, { code: AccessError }>> {
  return perform(undoing, input, undoMany);
}

const revert = z.object({
  accountId: id<UserId>(),
  note: z.string().max(10_000),
  proposals: z
    .array(
      z.object({
        proposalId: id<ProposalId>(),
        seen: z.object({ version, textHash: hash, baseRevisionId: id<RevisionId>() }),
      }),
    )
    .max(BULK_LIMIT),
  texts: z
    .array(
      z.object({
        segmentId: id<SegmentId>(),
        seen: z.object({ currentRevisionId: id<RevisionId>(), textHash: hash }),
      }),
    )
    .max(BULK_LIMIT),
  idempotencyKey: z.uuid(),
  total: z
    .number()
    .int()
    .min(0)
    .max(2 * BULK_LIMIT),
});

/** Takes back what an account proposed and what it brought into texts, as it was shown, as one act. */
export async function revertAccountAction(
  input: z.input<typeof revert>,
): Promise<ActionResult<Reverted, RevertError>> {
  return perform(revert, input, revertAccount);
}

const look = z.object({
  decisionId: id<DecisionId>(),
  seen: z.object({ revisionId: id<RevisionId>(), textHash: hash }),
  outcome: z.enum(SECOND_LOOK_OUTCOMES),
  note: z.string().max(10_000),
});

/** Says of an approval that the sample picked whether its text is fine. */
export async function takeSecondLookAction(
  input: z.input<typeof look>,
): Promise<ActionResult<{ readonly outcome: SecondLookOutcome }, SecondLookError>> {
  return perform(look, input, takeSecondLook);
}
