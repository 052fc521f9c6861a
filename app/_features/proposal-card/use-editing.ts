"use client";

import { useState } from "react";
import { editProposalAction } from "@/app/_actions/proposal-parts";
import { useMerge } from "@/app/_features/merge-choices/merge-choices";
import type { OpenProposal } from "@/lib/core/review/bitext";
import type { DecisionFault, Settled } from "./use-decision";

export interface ProposalEditing {
  readonly isOpen: boolean;
  readonly text: string;
  readonly isBusy: boolean;
  readonly fault: DecisionFault | null;
  readonly open: () => void;
  /** Keeps what was typed, as long as the card is there. */
  readonly close: () => void;
  readonly setText: (text: string) => void;
  readonly save: () => void;
}

/**
 * An editor's words for a proposal as it stands on the screen. They begin with the proposal, or, where it
 * overlaps with the current text, with the merge of both.
 */
export function useEditing(
  proposal: OpenProposal,
  current: { readonly revisionId: string; readonly text: string },
  locale: string,
  settle: (outcome: Settled) => void,
  onClose: () => void,
): ProposalEditing {
  const { baseText, targetText, conflicted } = proposal;
  const merge = useMerge({ base: baseText, current: current.text, proposed: targetText }, locale);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<DecisionFault | null>(null);
  const text = typed ?? (conflicted ? merge.text : targetText);

  const send = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(null);
    const { id, version, textHash, baseRevisionId } = proposal;
    const answer = await editProposalAction({
      proposalId: id,
      seen: { version, textHash, baseRevisionId },
      currentRevisionId: current.revisionId,
      targetText: text,
    }).catch(() => ({ ok: false, error: { code: "offline" } }) as const);
    setIsBusy(false);
    if (answer.ok) {
      setIsOpen(false);
      setTyped(null);
      settle({ kind: answer.value.outcome === "accepted" ? "accepted" : "edited", andNext: false });
      return;
    }
    setFault(answer.error);
    if ("currentText" in answer.error) settle({ kind: "meanwhile", fault: answer.error, note: "" });
  };
  return {
    isOpen,
    text,
    isBusy,
    fault,
    open: () => setIsOpen(true),
    close: () => {
      setIsOpen(false);
      onClose();
    },
    setText: setTyped,
    save: () => void send(),
  };
}
