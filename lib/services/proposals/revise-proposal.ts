import type { AccessError } from "@/lib/core/access/permissions";
import type { ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { type LockedProposal, lockProposal } from "@/lib/db/proposals/locked";
import { type Stored, reviseProposal as writeRevision } from "@/lib/db/proposals/write";
import { findBaseText } from "@/lib/db/revisions";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { followMove } from "./follow-move";
import { checkProposalText, type ProposalTextError } from "./proposal-input";

/**
 * The author changes an open proposal, also onto the text that is current now. On an earlier text it comes
 * along where it can (`followMove`), which is one more version.
 * `changed-meanwhile`: it was decided, or changed in another tab, or is not theirs. `unchanged`: the text is that of
 * its base; whoever wants nothing changed withdraws it.
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
): Promise<
  Result<Stored, { readonly code: AccessError | "changed-meanwhile" | "unchanged" } | ProposalTextError>
> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.write");
  if (!granted.ok) return granted;
  const text = checkProposalText(input);
  if (!text.ok) return text;
  const { userId } = granted.value;
  return inTransaction(ctx.db, async (tx) => {
    const held = await lockProposal(tx, input.proposalId);
    const { proposalId, version, baseRevisionId } = input;
    const change = { ...text.value, proposalId, version, baseRevisionId, authorId: userId, at: ctx.now() };
    if (held && input.targetText === (await baseTextOf(tx, held, baseRevisionId, userId)))
      return err({ code: "unchanged" });
    const stored = held && (await writeRevision(tx, change));
    if (!stored) return err({ code: "changed-meanwhile" });
    if (held.currentRevisionId === baseRevisionId) return ok(stored);
    const { rebased } = await followMove(tx, held.segmentId, userId, ctx.now());
    return ok(rebased.includes(proposalId) ? { ...stored, version: stored.version + 1 } : stored);
  });
}

const baseTextOf = (
  tx: Queryable,
  { segmentId, baseRevisionId, baseText }: LockedProposal,
  id: RevisionId,
  userId: UserId,
): string | Promise<string | null> =>
  id === baseRevisionId ? baseText : findBaseText(tx, segmentId, id, userId);
