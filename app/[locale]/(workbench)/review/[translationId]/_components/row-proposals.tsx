"use client";

import { useEffect, useRef } from "react";
import { bringToView, COVERED } from "@/app/_features/bitext-grid/bring-to-view";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { ProposalCard, type ProposalCardHandle } from "@/app/_features/proposal-card/proposal-card";
import type { DecisionFault, Settled } from "@/app/_features/proposal-card/use-decision";
import { editCommand, hunkCommands } from "@/app/_features/proposal-card/word-commands";
import { announce } from "@/app/_ui/live-region";
import type { OpenProposal, SegmentDetail } from "@/lib/core/review/bitext";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./open-row.module.css";
import { isOnCard } from "./use-editor-commands";
import { useWorkbench } from "./workbench-context";

/** Why a decision did not come about, and the reason that was typed for it. */
export interface GoneProposal {
  readonly fault: DecisionFault;
  readonly note: string;
}

/** What others propose for an open row. */
export function RowProposals({
  position,
  detail,
  proposals,
  takesFocus,
  reload,
  onMeanwhile,
}: {
  readonly position: number;
  readonly detail: SegmentDetail;
  readonly proposals: readonly OpenProposal[];
  readonly takesFocus: boolean;
  readonly reload: () => Promise<SegmentDetail | null>;
  /** A proposal is gone, decided by somebody else; null when that is history. */
  readonly onMeanwhile: (gone: GoneProposal | null) => void;
}) {
  const t = useT("workbench");
  const format = useFormat();
  const { head, targetCodeIds } = useBitext();
  const { done } = useWorkbench();
  const cards = useRef(new Map<string, ProposalCardHandle>());
  const number = format.number(position + 1);
  const decidable = proposals.filter((proposal) => proposal.decidable);
  useCardCommands(decidable, cards.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the row opens
  useEffect(() => {
    if (takesFocus) showCard(firstCard(decidable, cards.current));
  }, []);

  const settle = async (outcome: Settled) => {
    if (outcome.kind === "meanwhile") {
      const now = await reload();
      const isGone = !now?.proposals.some((proposal) => decidable.some((one) => one.id === proposal.id));
      if (isGone) onMeanwhile(outcome);
      return;
    }
    onMeanwhile(null);
    const isDivided = outcome.kind === "divided";
    announce(isDivided ? t("say.divided", { count: outcome.count }) : t(`say.${outcome.kind}`));
    const now = await reload();
    const open = now?.proposals.filter((proposal) => proposal.decidable) ?? [];
    const left = isDivided ? open.filter(({ id }) => id === outcome.restId) : open;
    // A rest is a card that is only drawn with what was just read.
    if (left.length > 0 && outcome.kind !== "counted")
      window.requestAnimationFrame(() => showCard(firstCard(left, cards.current)));
    else done(position, !isDivided && outcome.andNext);
  };
  if (proposals.length === 0) return null;
  return (
    <div className={styles.block}>
      <p className={styles.label}>{t("proposal.heading", { count: proposals.length })}</p>
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          ref={(handle) => {
            if (handle) cards.current.set(proposal.id, handle);
            else cards.current.delete(proposal.id);
          }}
          proposal={proposal}
          locale={head.targetLocale}
          codes={targetCodeIds}
          label={t("proposal.label", { name: proposal.authorName, number })}
          currentText={detail.row.targetText}
          currentRevisionId={detail.row.revisionId}
          mayDecide={head.may.decide}
          onSettled={(outcome) => void settle(outcome)}
        />
      ))}
    </div>
  );
}

type Cards = ReadonlyMap<string, ProposalCardHandle>;

const firstCard = (proposals: readonly OpenProposal[], cards: Cards): ProposalCardHandle | undefined =>
  proposals.map((proposal) => cards.get(proposal.id)).find((card) => card !== undefined);

function showCard(card: ProposalCardHandle | undefined): void {
  const element = card?.element();
  if (!card || !element) return;
  card.focus();
  bringToView(element, element.closest("article"), COVERED);
}

/** The card that the keys mean: the one with the focus, or the only one. */
function meantCard(decidable: readonly OpenProposal[], cards: Cards): ProposalCardHandle | undefined {
  const focused = document.activeElement?.closest<HTMLElement>("[data-proposal-card]")?.dataset.proposalCard;
  if (focused) return cards.get(focused);
  return decidable.length === 1 ? firstCard(decidable, cards) : undefined;
}

function useCardCommands(decidable: readonly OpenProposal[], cards: Cards): void {
  const t = useT("workbench");
  const meant = () => meantCard(decidable, cards);
  const review = { group: "review" as const };
  useCommands(
    decidable.length === 0
      ? []
      : [
          {
            ...review,
            id: "accept",
            keys: "A",
            label: t("proposal.accept"),
            when: () => meant() !== undefined,
            run: () => meant()?.accept(false),
          },
          {
            ...review,
            id: "accept-next",
            keys: ["Mod+Enter", "Mod+Shift+Enter"],
            label: t("proposal.acceptNext"),
            when: isOnCard,
            run: () => meant()?.accept(true),
          },
          {
            ...review,
            id: "decline",
            keys: "R",
            label: t("proposal.decline"),
            when: () => meant() !== undefined,
            run: () => meant()?.decline(),
          },
          editCommand(t, meant),
          ...hunkCommands(t, meant),
        ],
  );
}
