"use server";

import { z } from "zod";
import type { ProposalId, RevisionId } from "@/lib/core/shared/ids";
import { type AcceptedPart, acceptPart } from "@/lib/services/proposals/accept-part";
import type { DecideProposalError } from "@/lib/services/proposals/decide-proposal";
import { type ActionResult, perform } from "./action-context";
import { hash, id, version } from "./schemas";

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
): Promise<ActionResult<AcceptedPart, DecideProposalError | { code: "nothing-chosen" | "whole-only" }>> {
  return perform(part, input, acceptPart);
}
