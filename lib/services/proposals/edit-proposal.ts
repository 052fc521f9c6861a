import { type EditPolicy, editOutcome } from "@/lib/core/proposal/edit-outcome";
import type { SeenProposal } from "@/lib/core/proposal/lifecycle";
import type { DecisionId, ProposalId, RevisionId, UserId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, type Queryable, SQL_STATE, sqlState } from "@/lib/db/client";
import { holdPolicy } from "@/lib/db/policies";
import { acceptProposal as writeAccept } from "@/lib/db/proposals/decide";
import { editProposal as writeEdit } from "@/lib/db/proposals/edit";
import { type LockedProposal, lockProposal } from "@/lib/db/proposals/locked";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { acceptProposal, type DecideProposalError } from "./decide-proposal";
import { followMove } from "./follow-move";
import { policyOfProposal } from "./policy-of-proposal";
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
  /**
   * Nothing was changed, or the policy asks for no second editor: it is the approved text now, or (`missing`)
   * will be after so many more approvals.
   */
  | { readonly outcome: "accepted"; readonly missing: number; readonly decisionId: DecisionId | null }
  /** It is open with the editor's words, for a second editor. */
  | { readonly outcome: "waits"; readonly version: number };

export type EditProposalError = { readonly code: "unchanged" } | ProposalTextError | DecideProposalError;

type Answer = Result<EditedProposal, EditProposalError>;

/**
 * An editor changes a proposal while deciding, or brings one that overlaps with the current text together with
 * it. Other words make the editor a contributor, and the proposal waits for a second editor unless the policy
 * asks for none (`editOutcome`); the same words are an acceptance. Binds to the proposal and the current text that were seen; otherwise
 * nothing is written and the error carries both texts. `unchanged`: the text is the current one.
 */
export async function editProposal(ctx: ServiceContext, input: ProposalEdit): Promise<Answer> {
  const granted = await authorize(ctx, { kind: "proposal", id: input.proposalId }, "proposal.decide");
  if (!granted.ok) return granted;
  const text = checkProposalText({ targetText: input.targetText, comment: "", reason: null });
  if (!text.ok) return text;
  const { userId, projectId } = granted.value;
  const { proposalId, seen } = input;
  if (text.value.textHash === seen.textHash && seen.baseRevisionId === input.currentRevisionId) {
    const accepted = await acceptProposal(ctx, { proposalId, seen, note: "" });
    if (!accepted.ok) return accepted;
    const { missing, decisionId } = accepted.value;
    return ok({ outcome: "accepted", missing, decisionId });
  }
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const held = await lockProposal(tx, proposalId);
      if (!held) return err({ code: "not-found" });
      await holdPolicy(tx, projectId);
      const { secondEditor, approvals } = await policyOfProposal(tx, projectId, proposalId, userId);
      const policy = { secondEditor: secondEditor || approvals > 1 };
      return edit(tx, held, { ...input, policy }, userId, ctx.now());
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.fourEyes) return err({ code: "own-words" });
    if (sqlState(error) === SQL_STATE.objected) return err({ code: "objected" });
    throw error;
  }
}

/** Fails before the first write, and throws after it. */
async function edit(
  tx: Queryable,
  held: LockedProposal,
  input: ProposalEdit & { readonly policy: EditPolicy },
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
  const hash = textHash(targetText);
  const change = { baseRevisionId: currentRevisionId, targetText, textHash: hash, editorId, at };
  const version = await writeEdit(tx, held, change);
  const edited = { proposed: held.targetText, edited: targetText, isMoved };
  if (editOutcome(edited, input.policy) === "wait") return ok({ outcome: "waits", version });
  const now = { version, textHash: hash, baseRevisionId: currentRevisionId };
  const accepted = await writeAccept(tx, held.id, now, { deciderId: editorId, note: "", at });
  // The author or the importer: they are none of those who may do without a second person.
  if (!accepted) return ok({ outcome: "waits", version });
  await followMove(tx, held.segmentId, editorId, at);
  return ok({ outcome: "accepted", missing: 0, decisionId: accepted.decisionId });
}
