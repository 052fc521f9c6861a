"use server";

import { z } from "zod";
import type { ProposalId, RevisionId } from "@/lib/core/shared/ids";
import { type AcceptedPart, type AcceptPartError, acceptPart } from "@/lib/services/proposals/accept-part";
import {
  type EditedProposal,
  type EditProposalError,
  editProposal,
} from "@/lib/services/proposals/edit-proposal";
import { type ActionResult, perform } from "./action-context";
import { hash, id, proposalText, version } from "./schemas";

const part = z.object({
  proposalId: id<ProposalId>(),
  /** What the person had in front of the eyes. */
  seen: z.object({ version, textHash: hash, baseRevisionId: id<RevisionId>() }),
  hunks: z.array(z.string().max(60)).max(10_000),
  note: z.string().max(10_000),
});

/** Accepts some changes of a proposal as it was seen; the others become an open proposal. */
export async function acceptPartAction(
  input: z.input<typeof part>,
): Promise<ActionResult<AcceptedPart, AcceptPartError>> {
  return perform(part, input, acceptPart);
}

const edit = z.object({
  proposalId: id<ProposalId>(),
  seen: z.object({ version, textHash: hash, baseRevisionId: id<RevisionId>() }),
  currentRevisionId: id<RevisionId>(),
  targetText: proposalText.targetText,
});

/** An editor's own words for a proposal as it was seen, on the text that is current. */
export async function editProposalAction(
  input: z.input<typeof edit>,
): Promise<ActionResult<EditedProposal, EditProposalError>> {
  return perform(edit, input, editProposal);
}
