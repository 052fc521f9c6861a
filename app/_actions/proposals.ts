"use server";

import { z } from "zod";
import { DECLINE_REASONS } from "@/lib/core/proposal/decline-reasons";
import type { ProposalId, RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { type CreateProposalError, createProposal } from "@/lib/services/proposals/create-proposal";
import {
  acceptProposal,
  type Decided,
  type DecideProposalError,
  declineProposal,
  requestChanges,
} from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { type TakeBackError, takeBackApproval } from "@/lib/services/proposals/take-back-approval";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { type ActionResult, perform } from "./action-context";
import { hash, id, proposalText, version } from "./schemas";

const newProposal = z.object({
  segmentId: id<SegmentId>(),
  baseRevisionId: id<RevisionId>(),
  ...proposalText,
  idempotencyKey: z.uuid(),
});

/** Proposes another text for a segment. Sent again with the same key, it is stored once. */
export async function createProposalAction(
  input: z.input<typeof newProposal>,
): Promise<ActionResult<{ id: string; version: number; conflicted: boolean }, CreateProposalError>> {
  return perform(newProposal, input, createProposal);
}

const revision = z.object({
  proposalId: id<ProposalId>(),
  version,
  baseRevisionId: id<RevisionId>(),
  ...proposalText,
});

/** The author changes an open proposal, also onto the current text. */
export async function reviseProposalAction(input: z.input<typeof revision>) {
  return perform(revision, input, reviseProposal);
}

const withdrawal = z.object({ proposalId: id<ProposalId>(), version });

/** The author takes an open proposal back. */
export async function withdrawProposalAction(input: z.input<typeof withdrawal>) {
  return perform(withdrawal, input, withdrawProposal);
}

const decision = z.object({
  proposalId: id<ProposalId>(),
  /** What the person had in front of the eyes. */
  seen: z.object({ version, textHash: hash, baseRevisionId: id<RevisionId>() }),
  note: z.string().max(10_000),
});

/** Accepts a proposal as it was seen. */
export async function acceptProposalAction(
  input: z.input<typeof decision>,
): Promise<ActionResult<Decided, DecideProposalError>> {
  return perform(decision, input, acceptProposal);
}

const decline = decision.extend({ reason: z.enum(DECLINE_REASONS) });

/** Declines a proposal as it was seen, with a reason for its author. */
export async function declineProposalAction(
  input: z.input<typeof decline>,
): Promise<ActionResult<Decided, DecideProposalError>> {
  return perform(decline, input, declineProposal);
}

/** Asks the author of a proposal as it was seen for another version. */
export async function requestChangesAction(
  input: z.input<typeof decision>,
): Promise<ActionResult<Decided, DecideProposalError>> {
  return perform(decision, input, requestChanges);
}

const approval = z.object({ segmentId: id<SegmentId>(), revisionId: id<RevisionId>(), textHash: hash });

/** Approves the current text of a segment as it stands. */
export async function approveSegmentAction(input: z.input<typeof approval>) {
  return perform(approval, input, approveSegment);
}

const approved = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("proposal"), id: id<ProposalId>() }),
  z.object({ kind: z.literal("segment"), id: id<SegmentId>() }),
]);

/** Takes back one's own approval while others are still missing. */
export async function takeBackApprovalAction(
  input: z.input<typeof approved>,
): Promise<ActionResult<null, TakeBackError>> {
  return perform(approved, input, takeBackApproval);
}
