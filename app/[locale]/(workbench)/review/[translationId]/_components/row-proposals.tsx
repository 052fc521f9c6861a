"use client";

import { useEffect, useRef } from "react";
import { bringToView, COVERED } from "@/app/_features/bitext-grid/bring-to-view";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { usePersonName } from "@/app/_features/person-name/use-person-name";
import { ProposalCard, type ProposalCardHandle } from "@/app/_features/proposal-card/proposal-card";
import type { DecisionFault, Settled } from "@/app/_features/proposal-card/use-decision";
import { editCommand, hunkCommands, threadCommands } from "@/app/_features/proposal-card/word-commands";
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
  const personNameOf = usePersonName();
  const format = useFormat();
  const { head, targetCodeIds } = useBitext();
  const { done, decided } = useWorkbench();
  const cards = useRef(new Map<string, ProposalCardHandle>());
  const number = format.number(position + 1);
  const decidable = proposals.filter((proposal) => proposal.decidable);
  useCardCommands(proposals, cards.current);
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
    const said = isDivided ? t("say.divided", { count: outcome.count }) : t(`say.${outcome.kind}`);
    announce(said);
    if (outcome.decisionId) decided(position, outcome.decisionId, `${said} (${number})`);
    const left = leftAfter(outcome, (await reload())?.proposals ?? []);
    // A rest is a card that is only drawn with what was just read.
    if (left.length > 0) window.requestAnimationFrame(() => showCard(firstCard(left, cards.current)));
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
          label={t("proposal.label", { name: personNameOf(proposal.authorName), number })}
          currentText={detail.row.targetText}
          currentRevisionId={detail.row.revisionId}
          mayDecide={head.may.decide}
          onSettled={(outcome) => void settle(outcome)}
        />
      ))}
    </div>
  );
}

/** What the person can go on with in this row: what was left of a proposal, or another one that waits. */
function leftAfter(
  outcome: Exclude<Settled, { kind: "meanwhile" }>,
  proposals: readonly OpenProposal[],
): readonly OpenProposal[] {
  if (outcome.kind === "counted") return [];
  const open = proposals.filter((one) => one.decidable && one.request === null);
  return outcome.kind === "divided" ? open.filter(({ id }) => id === outcome.restId) : open;
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
function meantCard(proposals: readonly OpenProposal[], cards: Cards): ProposalCardHandle | undefined {
  const focused = document.activeElement?.closest<HTMLElement>("[data-proposal-card]")?.dataset.proposalCard;
  if (focused) return cards.get(focused);
  const decidable = proposals.filter((proposal) => proposal.decidable);
  const [only, other] = decidable.length > 0 ? decidable : proposals;
  return only && !other ? cards.get(only.id) : undefined;
}

function useCardCommands(proposals: readonly OpenProposal[], cards: Cards): void {
  const t = useT("workbench");
  const words = useT("decisions");
  const meant = () => meantCard(proposals, cards);
  const decision = () => meant()?.decision() ?? null;
  const deciding = { group: "review", when: () => decision() !== null } as const;
  const may = proposals.some((proposal) => proposal.decidable);
  useCommands([
    ...(proposals.length > 0 ? threadCommands(words, meant) : []),
    ...(may
      ? [
          {
            ...deciding,
            id: "accept",
            keys: "A",
            label: t("proposal.accept"),
            run: () => decision()?.accept(false),
          },
          {
            ...deciding,
            id: "accept-next",
            keys: ["Mod+Enter", "Mod+Shift+Enter"],
            label: t("proposal.acceptNext"),
            when: isOnCard,
            run: () => decision()?.accept(true),
          },
          {
            ...deciding,
            id: "decline",
            keys: "R",
            label: t("proposal.decline"),
            run: () => decision()?.decline(),
          },
          {
            ...deciding,
            id: "request-changes",
            keys: "C",
            label: words("request.button"),
            run: () => decision()?.request(),
          },
          editCommand(t, meant),
          ...hunkCommands(t, meant),
        ]
      : []),
  ]);
}
