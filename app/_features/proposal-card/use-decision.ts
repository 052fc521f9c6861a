"use client";

import { useState } from "react";
import { acceptPartAction } from "@/app/_actions/proposal-parts";
import { acceptProposalAction, declineProposalAction } from "@/app/_actions/proposals";
import type { OpenProposal } from "@/lib/core/review/bitext";

/** "counted": accepted as far as this person goes; the policy asks for others besides. */
export type Decided = "accepted" | "declined" | "counted";

/** Why nothing was decided, with both texts if something had changed. */
export interface DecisionFault {
  readonly code: string;
  readonly currentText?: string;
  readonly proposedText?: string;
}

/** What the page should know after a decision, or after one that did not come about. */
export type Settled =
  | { readonly kind: Decided; readonly andNext: boolean }
  /** A part was accepted; the rest is another open proposal. */
  | { readonly kind: "divided"; readonly restId: string; readonly count: number }
  /** An editor has changed its words; it waits for another one. */
  | { readonly kind: "edited"; readonly andNext: boolean }
  /** Somebody else changed something first. The note was typed in vain, and is not thrown away. */
  | { readonly kind: "meanwhile"; readonly fault: DecisionFault; readonly note: string };

/**
 * Decides on a proposal as it stands on the screen. If it is no longer so, nothing is written
 * and `fault` holds what is there now. `settle` is told when the row should be read again.
 */
export function useDecision(proposal: OpenProposal, settle: (outcome: Settled) => void) {
  const [busy, setBusy] = useState<Decided | null>(null);
  const [fault, setFault] = useState<DecisionFault | null>(null);

  const decide = async (kind: Decided, note: string, andNext: boolean): Promise<boolean> => {
    if (busy) return false;
    setBusy(kind);
    setFault(null);
    const { id, version, textHash, baseRevisionId } = proposal;
    const act = kind === "accepted" ? acceptProposalAction : declineProposalAction;
    const answer = await act({ proposalId: id, seen: { version, textHash, baseRevisionId }, note }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    setBusy(null);
    if (answer.ok) {
      settle({ kind: answer.value.missing > 0 ? "counted" : kind, andNext });
      return true;
    }
    setFault(answer.error);
    if ("currentText" in answer.error) settle({ kind: "meanwhile", fault: answer.error, note });
    return false;
  };
  const acceptPart = async (hunks: readonly string[], andNext: boolean): Promise<void> => {
    if (busy) return;
    setBusy("accepted");
    setFault(null);
    const { id, version, textHash, baseRevisionId } = proposal;
    const seen = { version, textHash, baseRevisionId };
    const answer = await acceptPartAction({ proposalId: id, seen, hunks: [...hunks], note: "" }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    setBusy(null);
    if (answer.ok) {
      const { restId } = answer.value;
      settle(restId ? { kind: "divided", restId, count: hunks.length } : { kind: "accepted", andNext });
      return;
    }
    setFault(answer.error);
    if ("currentText" in answer.error) settle({ kind: "meanwhile", fault: answer.error, note: "" });
  };
  return { busy, fault, decide, acceptPart };
}
