"use client";

import { Checkbox } from "@mantine/core";
import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { RelativeTime } from "@/app/_ui/relative-time";
import { StateMark } from "@/app/_ui/state-mark";
import { isInvisibleOnlyChange } from "@/lib/core/diff/visible";
import type { OpenProposal } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import { ComparedTexts } from "./compared-texts";
import { DecisionButtons } from "./decision-buttons";
import { DeclineForm } from "./decline-form";
import { EditForm } from "./edit-form";
import { FaultNotice } from "./fault-notice";
import { HunkDiff } from "./hunk-diff";
import { focusedHunk } from "./hunk-walk";
import styles from "./proposal-card.module.css";
import { reasonKey } from "./reason-key";
import { type Settled, useDecision } from "./use-decision";
import { useEditing } from "./use-editing";
import { type HunkChoice, useHunkChoice } from "./use-hunk-choice";
import { AsWritten, VersionTags } from "./version-notes";

/** What keys may do with a card. */
export interface ProposalCardHandle {
  element(): HTMLElement | null;
  /** Takes the focus without scrolling. */
  focus(): void;
  accept(andNext: boolean): void;
  /** Opens the form for the reason. */
  decline(): void;
  /** Takes or leaves the change with the focus. */
  choose(act: "toggle" | "leave"): void;
  /** Opens the field for the editor's own words. */
  edit(): void;
}

export interface ProposalCardProps {
  readonly proposal: OpenProposal;
  /** Language of the target text, and the numbers of its inline codes. */
  readonly locale: string;
  readonly codes: ReadonlySet<number>;
  /** What the card is called by people who hear it. */
  readonly label: string;
  /** The text that is current now, to be shown beside a proposal that was overtaken. */
  readonly currentText: string;
  readonly currentRevisionId: string;
  /** The viewer decides in this project, though perhaps not on this proposal. */
  readonly mayDecide: boolean;
  /** Where the proposal belongs, for lists over several documents. */
  readonly place?: ReactNode;
  /** What the author can do with it. */
  readonly ownActions?: ReactNode;
  /** Decided, or found changed: read the row again, and perhaps move on. */
  readonly onSettled: (outcome: Settled) => void;
}

/** An open proposal with its diff, and the decision on it for those who may. */
export function ProposalCard({
  ref,
  ...props
}: ProposalCardProps & { readonly ref?: Ref<ProposalCardHandle> }) {
  const { proposal, locale, codes, label, currentText } = props;
  const t = useT("workbench");
  const card = useRef<HTMLElement>(null);
  const choice = useHunkChoice(proposal, locale);
  return (
    <section
      ref={card}
      className={styles.card}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card takes the focus so that keys can decide on it
      tabIndex={0}
      data-proposal-card={proposal.id}
    >
      <CardHead proposal={proposal} place={props.place} />
      {proposal.conflicted ? (
        <ComparedTexts
          title={t("overtaken.titleProposal")}
          hint={t(proposal.mine ? "overtaken.textMine" : "overtaken.textProposal")}
          base={{ label: t("overtaken.base"), text: proposal.baseText }}
          current={{ label: t("overtaken.current"), text: currentText }}
          own={{ label: t("overtaken.proposed"), text: proposal.targetText }}
          locale={locale}
          codes={codes}
        />
      ) : (
        <HunkDiff
          base={proposal.baseText}
          next={proposal.targetText}
          locale={locale}
          codes={codes}
          choice={choice}
          isOpen={proposal.decidable}
        />
      )}
      <AsWritten proposal={proposal} locale={locale} codes={codes} />
      {proposal.comment !== "" && (
        <p className={styles.comment} dir="auto">
          {proposal.comment}
        </p>
      )}
      {proposal.decidable ? (
        <Decision {...props} card={card} choice={choice} handle={ref} />
      ) : (
        <NotYours {...props} />
      )}
    </section>
  );
}

function CardHead({ proposal, place }: Pick<ProposalCardProps, "proposal" | "place">) {
  const t = useT("workbench");
  const reason = reasonKey(proposal.reason);
  return (
    <header className={styles.head}>
      <StateMark state={proposal.conflicted ? "conflict" : "proposal"} label="" />
      <span className={styles.author}>
        {proposal.mine ? t("proposal.mine") : t("proposal.by", { name: proposal.authorName })}
      </span>
      <span className={styles.soft}>
        <RelativeTime at={proposal.createdAt} />
      </span>
      {proposal.conflicted && <span className={styles.badge}>{t("proposal.conflicted")}</span>}
      <VersionTags proposal={proposal} />
      {reason && <span className={styles.tag}>{t(reason)}</span>}
      {place}
    </header>
  );
}

function NotYours({ proposal, mayDecide, ownActions }: ProposalCardProps) {
  const t = useT("workbench");
  const why = proposal.mine ? "ownWords" : mayDecide ? "contributed" : "notEditor";
  return (
    <div className={styles.foot}>
      <p className={styles.hint}>{t(`proposal.${why}`)}</p>
      {ownActions}
    </div>
  );
}

function Decision({
  proposal,
  card,
  choice,
  handle,
  locale,
  codes,
  currentText,
  currentRevisionId,
  onSettled,
}: ProposalCardProps & {
  readonly card: { readonly current: HTMLElement | null };
  readonly choice: HunkChoice;
  readonly handle: Ref<ProposalCardHandle> | undefined;
}) {
  const t = useT("workbench");
  const { busy, fault, decide, acceptPart } = useDecision(proposal, onSettled);
  const current = { revisionId: currentRevisionId, text: currentText };
  const editing = useEditing(proposal, current, locale, onSettled, () => card.current?.focus());
  const [isDeclining, setIsDeclining] = useState(false);
  const [isTicked, setIsTicked] = useState(false);
  const [asksForTick, setAsksForTick] = useState(false);
  const taken = choice.taken && choice.hunks.filter(({ id }) => choice.taken?.has(id));
  const isInvisible = taken?.length
    ? taken.every(({ kind }) => kind === "invisible")
    : isInvisibleOnlyChange(proposal.baseText, proposal.targetText);
  const accept = (andNext: boolean) => {
    if (proposal.conflicted) return;
    if (taken?.length === 0) announce(t("error.nothing-chosen"));
    else if (isInvisible && !isTicked) setAsksForTick(true);
    else if (taken)
      void acceptPart(
        taken.map(({ id }) => id),
        andNext,
      );
    else void decide("accepted", "", andNext);
  };
  useImperativeHandle(handle, () => ({
    element: () => card.current,
    focus: () => card.current?.focus({ preventScroll: true }),
    accept,
    decline: () => setIsDeclining(true),
    edit: editing.open,
    choose: (act) => {
      const id = focusedHunk()?.dataset.hunkStop;
      if (id) choice[act](id);
    },
  }));
  const leaveForm = () => {
    setIsDeclining(false);
    card.current?.focus();
  };
  return (
    <div className={styles.foot}>
      {fault && <FaultNotice fault={fault} />}
      {isInvisible && !proposal.conflicted && (
        <div className={styles.invisible}>
          <p className={styles.hint}>{t("proposal.invisible")}</p>
          <Checkbox
            label={t("proposal.invisibleTick")}
            checked={isTicked}
            error={asksForTick && !isTicked ? t("proposal.invisibleNeeded") : undefined}
            onChange={(event) => setIsTicked(event.currentTarget.checked)}
          />
        </div>
      )}
      {editing.isOpen ? (
        <EditForm
          proposal={proposal}
          currentText={currentText}
          locale={locale}
          codes={codes}
          editing={editing}
        />
      ) : isDeclining ? (
        <DeclineForm
          isBusy={busy === "declined"}
          onCancel={leaveForm}
          onDecline={(note) => void decide("declined", note, false)}
        />
      ) : (
        <DecisionButtons
          choice={choice}
          isConflicted={proposal.conflicted}
          isBusy={busy === "accepted"}
          onAccept={() => accept(false)}
          onEdit={editing.open}
          onDecline={() => setIsDeclining(true)}
        />
      )}
    </div>
  );
}
