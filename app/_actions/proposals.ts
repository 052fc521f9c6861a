"use server";

import { z } from "zod";
import type { ProposalId, RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { type CreateProposalError, createProposal } from "@/lib/services/proposals/create-proposal";
import {
  acceptProposal,
  type DecideProposalError,
  declineProposal,
} from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { type ActionResult, actionContext, badRequest, foreignOrigin } from "./action-context";
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
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = newProposal.safeParse(input);
  return parsed.success ? createProposal(ctx, parsed.data) : badRequest;
}

const revision = z.object({
  proposalId: id<ProposalId>(),
  version,
  baseRevisionId: id<RevisionId>(),
  ...proposalText,
});

/** The author changes an open proposal, also onto the current text. */
export async function reviseProposalAction(input: z.input<typeof revision>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = revision.safeParse(input);
  return parsed.success ? reviseProposal(ctx, parsed.data) : badRequest;
}

const withdrawal = z.object({ proposalId: id<ProposalId>(), version });

/** The author takes an open proposal back. */
export async function withdrawProposalAction(input: z.input<typeof withdrawal>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = withdrawal.safeParse(input);
  return parsed.success ? withdrawProposal(ctx, parsed.data) : badRequest;
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
): Promise<ActionResult<{ revisionId: string | null }, DecideProposalError>> {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = decision.safeParse(input);
  return parsed.success ? acceptProposal(ctx, parsed.data) : badRequest;
}

/** Declines a proposal as it was seen, with a reason for its author. */
export async function declineProposalAction(
  input: z.input<typeof decision>,
): Promise<ActionResult<{ revisionId: string | null }, DecideProposalError>> {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = decision.safeParse(input);
  return parsed.success ? declineProposal(ctx, parsed.data) : badRequest;
}

const approval = z.object({ segmentId: id<SegmentId>(), revisionId: id<RevisionId>(), textHash: hash });

/** Approves the current text of a segment as it stands. */
export async function approveSegmentAction(input: z.input<typeof approval>) {
  const ctx = await actionContext();
  if (!ctx) return foreignOrigin;
  const parsed = approval.safeParse(input);
  return parsed.success ? approveSegment(ctx, parsed.data) : badRequest;
}
