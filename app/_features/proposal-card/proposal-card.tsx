"use client";

import { type ReactNode, type Ref, useImperativeHandle, useRef } from "react";
import { ApprovalNote } from "@/app/_features/approvals/approval-note";
import { ThreadPanel, type ThreadPanelHandle } from "@/app/_features/threads/thread-panel";
import { RelativeTime } from "@/app/_ui/relative-time";
import { StateMark } from "@/app/_ui/state-mark";
import type { ChangeRequest, OpenProposal } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import { CardDecision } from "./card-decision";
import { ComparedTexts } from "./compared-texts";
import { wordsOfHunk } from "./hunk-anchor";
import { HunkDiff } from "./hunk-diff";
import styles from "./proposal-card.module.css";
import { reasonKey } from "./reason-key";
import type { Settled } from "./use-decision";
import { useHunkChoice } from "./use-hunk-choice";
import { AsWritten, VersionTags } from "./version-notes";

/** What keys may do with a card on which the person decides. */
export interface DecisionHandle {
  accept(andNext: boolean): void;
  /** Opens the form for the reason. */
  decline(): void;
  /** Opens the form for what the author should change. */
  request(): void;
  /** Takes or leaves the change with the focus. */
  choose(act: "toggle" | "leave"): void;
  /** Opens the field for the editor's own words. */
  edit(): void;
}

/** What keys may do with any card. */
export interface ProposalCardHandle {
  element(): HTMLElement | null;
  /** Takes the focus without scrolling. */
  focus(): void;
  /** Opens or closes the comments. */
  discuss(): void;
  /** Opens the comments on the change with the focus, or on words that are then to be marked. */
  discussWords(): void;
  /** Null where somebody else decides. */
  decision(): DecisionHandle | null;
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
  const threads = useRef<ThreadPanelHandle>(null);
  const decision = useRef<DecisionHandle>(null);
  const choice = useHunkChoice(proposal, locale);
  useImperativeHandle(ref, () => ({
    element: () => card.current,
    focus: () => card.current?.focus({ preventScroll: true }),
    discuss: () => threads.current?.toggle(),
    discussWords: () => threads.current?.openAbout(wordsOfHunk(choice.hunks, proposal.baseRevisionId)),
    decision: () => decision.current,
  }));
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
      {proposal.isAnonymous && proposal.editorNames.length === 0 && (
        <p className={styles.hint}>{t("proposal.anonymous")}</p>
      )}
      {proposal.request && <Request request={proposal.request} />}
      <ApprovalNote
        key={proposal.version}
        approvals={proposal.approvals}
        of={{ kind: "proposal", id: proposal.id }}
      />
      {proposal.decidable ? (
        <CardDecision {...props} card={card} choice={choice} handle={decision} />
      ) : (
        <NotYours {...props} />
      )}
      <ThreadPanel ref={threads} proposal={proposal} count={proposal.comments} locale={locale} />
    </section>
  );
}

function CardHead({ proposal, place }: Pick<ProposalCardProps, "proposal" | "place">) {
  const t = useT("workbench");
  const words = useT("decisions");
  const reason = reasonKey(proposal.reason);
  return (
    <header className={styles.head}>
      <StateMark state={proposal.conflicted ? "conflict" : "proposal"} label="" />
      <span className={styles.author}>
        {proposal.mine
          ? t("proposal.mine")
          : proposal.isAnonymous
            ? t("proposal.byReader")
            : t("proposal.by", { name: proposal.authorName })}
      </span>
      <span className={styles.soft}>
        <RelativeTime at={proposal.createdAt} />
      </span>
      {proposal.conflicted && <span className={styles.badge}>{t("proposal.conflicted")}</span>}
      {proposal.request && <span className={styles.badge}>{words("request.badge")}</span>}
      {proposal.origin === "reader" && <span className={styles.tag}>{t("proposal.fromReader")}</span>}
      <VersionTags proposal={proposal} />
      {reason && <span className={styles.tag}>{t(reason)}</span>}
      {place}
    </header>
  );
}

function Request({ request }: { readonly request: ChangeRequest }) {
  const t = useT("decisions");
  return (
    <p className={styles.comment} dir="auto">
      {t("request.by", { name: request.name, note: request.note })}{" "}
      <span className={styles.soft}>{t("request.waits")}</span>
    </p>
  );
}

function NotYours({ proposal, mayDecide, ownActions }: ProposalCardProps) {
  const t = useT("workbench");
  const others = proposal.isOnOwnText ? "ownText" : "contributed";
  const why = proposal.mine ? "ownWords" : mayDecide ? others : "notEditor";
  return (
    <div className={styles.foot}>
      <p className={styles.hint}>{t(`proposal.${why}`)}</p>
      {ownActions}
    </div>
  );
}
