"use client";

import { useState } from "react";
import { editProposalAction } from "@/app/_actions/proposal-parts";
import { useKeptWords } from "@/app/_features/kept-words/use-kept-words";
import { useMerge } from "@/app/_features/merge-choices/merge-choices";
import type { OpenProposal } from "@/lib/core/review/bitext";
import type { DecisionFault, Settled } from "./use-decision";

export interface ProposalEditing {
  readonly isOpen: boolean;
  readonly text: string;
  /** What the field begins with where nobody has typed yet. */
  readonly start: string;
  /** Words of an earlier day are there, not saved yet; "earlier": the proposal was another one then. */
  readonly kept: "same" | "earlier" | null;
  readonly isBusy: boolean;
  readonly fault: DecisionFault | null;
  readonly open: () => void;
  /** Keeps what was typed. */
  readonly close: () => void;
  readonly setText: (text: string) => void;
  /** Throws the words away: the field says again what it began with. */
  readonly discard: () => void;
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
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<DecisionFault | null>(null);
  const words = useKeptWords("edit", proposal.id);
  const start = conflicted ? merge.text : targetText;
  const text = words.kept?.text ?? start;

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
      words.forget();
      settle(settledBy(answer.value));
      return;
    }
    setFault(answer.error);
    if ("currentText" in answer.error) settle({ kind: "meanwhile", fault: answer.error, note: "" });
  };
  return {
    isOpen,
    text,
    start,
    kept: words.kept && (words.kept.version === proposal.version ? "same" : "earlier"),
    isBusy,
    fault,
    open: () => setIsOpen(true),
    close: () => {
      setIsOpen(false);
      onClose();
    },
    setText: (next) =>
      next === start ? words.forget() : words.keep(next, words.kept?.version ?? proposal.version),
    discard: words.forget,
    save: () => void send(),
  };
}

type Edited = Extract<Awaited<ReturnType<typeof editProposalAction>>, { readonly ok: true }>["value"];

function settledBy(edited: Edited): Settled {
  if (edited.outcome === "waits") return { kind: "edited", andNext: false, decisionId: null };
  const kind = edited.missing > 0 ? "counted" : "accepted";
  return { kind, andNext: false, decisionId: edited.decisionId };
}
