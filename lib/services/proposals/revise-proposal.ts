import type { AccessError } from "@/lib/core/access/permissions";
import type { ProposalId, RevisionId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { type Stored, reviseProposal as writeRevision } from "@/lib/db/proposals/write";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { checkProposalText, type ProposalTextError } from "./proposal-input";

/**
 * The author changes an open proposal, also onto the text that is current now.
 * `changed-meanwhile`: it was decided, or changed in another tab, or is not theirs.
 */
export async function reviseProposal(
  ctx: ServiceContext,
  input: {
    readonly proposalId: ProposalId;
    readonly version: number;
    readonly baseRevisionId: RevisionId;
    readonly targetText: string;
    readonly comment: string;
    readonly reason: string | null;
  },
): Promise<Result<Stored, { readonly code: AccessError | "changed-meanwhile" } | ProposalTextError>> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.write");
  if (!granted.ok) return granted;
  const text = checkProposalText(input);
  if (!text.ok) return text;
  const stored = await writeRevision(ctx.db.pool, {
    ...text.value,
    proposalId: input.proposalId,
    version: input.version,
    baseRevisionId: input.baseRevisionId,
    authorId: granted.value.userId,
    at: ctx.now(),
  });
  return stored ? ok(stored) : err({ code: "changed-meanwhile" });
}
