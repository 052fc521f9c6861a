"use client";

import { useMemo, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { type ProposalHunk, proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import type { OpenProposal } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";

/** Which changes of a proposal the person wants to accept. */
export interface HunkChoice {
  readonly hunks: readonly ProposalHunk[];
  readonly precise: boolean;
  /** Ids of the taken changes; null as long as nobody chose among them: all of them. */
  readonly taken: ReadonlySet<string> | null;
  /** There is more than one thing to choose from. */
  readonly canChoose: boolean;
  /** Takes a change with those linked to it, or leaves it. The first one that is taken is taken alone. */
  readonly toggle: (id: string) => void;
  /** Leaves a change with those linked to it. */
  readonly leave: (id: string) => void;
  readonly takeAll: () => void;
}

/** The changes of a proposal and the choice among them, until the proposal itself changes. */
export function useHunkChoice(proposal: OpenProposal, locale: string): HunkChoice {
  const t = useT("workbench");
  const { baseText, targetText } = proposal;
  const { hunks, precise } = useMemo(
    () => proposalHunks(baseText, targetText, { locale }),
    [baseText, targetText, locale],
  );
  const [choice, setChoice] = useState<{ of: typeof hunks; taken: ReadonlySet<string> } | null>(null);
  const taken = choice?.of === hunks ? choice.taken : null;
  const change = (from: ReadonlySet<string>, ids: readonly string[], isTaken: boolean) => {
    const next = new Set(from);
    for (const id of ids) isTaken ? next.add(id) : next.delete(id);
    setChoice({ of: hunks, taken: next });
    announce(t("hunk.chosen", { count: next.size, total: hunks.length }));
  };
  const groupOf = (id: string) => [id, ...(hunks.find((hunk) => hunk.id === id)?.linked ?? [])];
  const all = new Set(hunks.map(({ id }) => id));
  return {
    hunks,
    precise,
    taken,
    canChoose: hunks.some(({ linked }) => linked.length < hunks.length - 1),
    toggle: (id) => change(taken ?? new Set(), groupOf(id), !taken?.has(id)),
    leave: (id) => change(taken ?? all, groupOf(id), false),
    takeAll: () => {
      setChoice(null);
      announce(t("hunk.all"));
    },
  };
}
