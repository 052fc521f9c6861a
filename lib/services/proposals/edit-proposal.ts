import type { AccessError } from "@/lib/core/access/permissions";
import { editOutcome } from "@/lib/core/proposal/edit-outcome";
import { checkDecision, type SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable, SQL_STATE, sqlState } from "@/lib/db/client";
import { acceptProposal as writeAccept } from "@/lib/db/proposals/decide";
import { editProposal as writeEdit } from "@/lib/db/proposals/edit";
import { type LockedProposal, lockProposal } from "@/lib/db/proposals/locked";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { followMove } from "./follow-move";
import { checkProposalText, type ProposalTextError } from "./proposal-input";

export interface ProposalEdit {
  readonly proposalId: ProposalId;
  /** What the person had in front of the eyes. */
  readonly seen: SeenProposal;
  /** The current text that the edit was made for: the proposal stands on it from then on. */
  readonly currentRevisionId: RevisionId;
  readonly targetText: string;
}

export type EditedProposal =
  /** The editor changed nothing: it is the approved text now. */
  | { readonly outcome: "accepted"; readonly revisionId: RevisionId }
  /** It is open with the editor's words, for a second editor. */
  | { readonly outcome: "waits"; readonly version: number };

export type EditProposalError =
  | { readonly code: AccessError | "own-words" | "unchanged" }
  | ProposalTextError
  | {
      readonly code: "not-open" | "changed-meanwhile" | "realigned" | "conflict";
      readonly currentText: string;
      readonly proposedText: string;
    };

type Answer = Result<EditedProposal, EditProposalError>;

/**
 * An editor changes a proposal while deciding, or brings one that overlaps with the current text together with
 * it. Other words make the editor a contributor, and the proposal waits for a second editor (`editOutcome`);
 * the same words are an acceptance. Binds to the proposal and the current text that were seen; otherwise
 * nothing is written and the error carries both texts. `unchanged`: the text is the current one.
 */
export async function editProposal(ctx: ServiceContext, input: ProposalEdit): Promise<Answer> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.decide");
  if (!granted.ok) return granted;
  const text = checkProposalText({ targetText: input.targetText, comment: "", reason: null });
  if (!text.ok) return text;
  const { userId } = granted.value;
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const held = await lockProposal(tx, input.proposalId);
      return held ? edit(tx, held, input, userId, ctx.now()) : err({ code: "not-found" });
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    throw error;
  }
}

/** Fails before the first write, and throws after it. */
async function edit(
  tx: Queryable,
  held: LockedProposal,
  input: ProposalEdit,
  editorId: UserId,
  at: Date,
): Promise<Answer> {
  const { seen, currentRevisionId, targetText } = input;
  const texts = { currentText: held.currentText, proposedText: held.targetText };
  if (held.state !== "open") return err({ code: "not-open", ...texts });
  if (held.isRetired) return err({ code: "realigned", ...texts });
  const isAsSeen =
    held.version === seen.version &&
    held.textHash === seen.textHash &&
    held.baseRevisionId === seen.baseRevisionId &&
    held.currentRevisionId === currentRevisionId;
  if (!isAsSeen) return err({ code: "changed-meanwhile", ...texts });
  if (targetText === held.currentText) return err({ code: "unchanged" });
  const isMoved = held.baseRevisionId !== currentRevisionId;
  if (editOutcome({ proposed: held.targetText, edited: targetText, isMoved }) === "accept") {
    return accept(tx, held, seen, editorId, at);
  }
  const version = await writeEdit(tx, held, {
    baseRevisionId: currentRevisionId,
    targetText,
    textHash: textHash(targetText),
    editorId,
    at,
  });
  return ok({ outcome: "waits", version });
}

async function accept(
  tx: Queryable,
  held: LockedProposal,
  seen: SeenProposal,
  deciderId: UserId,
  at: Date,
): Promise<Answer> {
  const allowed = checkDecision("accept", held, seen, deciderId);
  if (!allowed.ok) {
    if (allowed.error === "own-words") return err({ code: allowed.error });
    return err({ code: allowed.error, currentText: held.currentText, proposedText: held.targetText });
  }
  const accepted = await writeAccept(tx, held.id, seen, { deciderId, note: "", at });
  if (!accepted) throw new Error("a held proposal is not as it was read");
  await followMove(tx, held.segmentId, deciderId, at);
  return ok({ outcome: "accepted", revisionId: accepted.id });
}
