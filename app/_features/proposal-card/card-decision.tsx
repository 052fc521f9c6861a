"use client";

import { Checkbox } from "@mantine/core";
import { type Ref, useImperativeHandle, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { isInvisibleOnlyChange } from "@/lib/core/diff/visible";
import { useT } from "@/lib/i18n/client";
import { DecisionButtons } from "./decision-buttons";
import { DeclineForm } from "./decline-form";
import { EditForm } from "./edit-form";
import { FaultNotice } from "./fault-notice";
import { focusedHunk } from "./hunk-walk";
import type { ProposalCardHandle, ProposalCardProps } from "./proposal-card";
import styles from "./proposal-card.module.css";
import { RequestForm } from "./request-form";
import { useDecision } from "./use-decision";
import { useEditing } from "./use-editing";
import type { HunkChoice } from "./use-hunk-choice";

const NOTHING_SAID = { reason: "other", note: "" } as const;

/** The three answers to a proposal, for those who may give one. */
export function CardDecision({
  proposal,
  card,
  choice,
  handle,
  locale,
  codes,
  currentText,
  currentRevisionId,
  toggleThreads,
  onSettled,
}: ProposalCardProps & {
  readonly toggleThreads: () => void;
  readonly card: { readonly current: HTMLElement | null };
  readonly choice: HunkChoice;
  readonly handle: Ref<ProposalCardHandle> | undefined;
}) {
  const t = useT("workbench");
  const { busy, fault, decide, acceptPart } = useDecision(proposal, onSettled);
  const current = { revisionId: currentRevisionId, text: currentText };
  const editing = useEditing(proposal, current, locale, onSettled, () => card.current?.focus());
  const [form, setForm] = useState<"decline" | "request" | null>(null);
  const [isTicked, setIsTicked] = useState(false);
  const [asksForTick, setAsksForTick] = useState(false);
  const taken = choice.taken && choice.hunks.filter(({ id }) => choice.taken?.has(id));
  const isInvisible = taken?.length
    ? taken.every(({ kind }) => kind === "invisible")
    : isInvisibleOnlyChange(proposal.baseText, proposal.targetText);
  const mayRequest = proposal.request === null && !proposal.isAnonymous;
  const accept = (andNext: boolean) => {
    if (proposal.conflicted) return;
    if (taken?.length === 0) announce(t("error.nothing-chosen"));
    else if (isInvisible && !isTicked) setAsksForTick(true);
    else if (taken) void acceptPart(idsOf(taken), andNext);
    else void decide("accepted", NOTHING_SAID, andNext);
  };
  useImperativeHandle(handle, () => ({
    element: () => card.current,
    focus: () => card.current?.focus({ preventScroll: true }),
    accept,
    decline: () => setForm("decline"),
    request: () => mayRequest && setForm("request"),
    discuss: toggleThreads,
    edit: editing.open,
    choose: (act) => {
      const id = focusedHunk()?.dataset.hunkStop;
      if (id) choice[act](id);
    },
  }));
  const leaveForm = () => {
    setForm(null);
    card.current?.focus();
  };
  return (
    <div className={styles.foot}>
      {fault && <FaultNotice fault={fault} />}
      {isInvisible && !proposal.conflicted && (
        <InvisibleTick isTicked={isTicked} isMissing={asksForTick && !isTicked} onTick={setIsTicked} />
      )}
      {form === "decline" && (
        <DeclineForm
          isBusy={busy === "declined"}
          onCancel={leaveForm}
          onDecline={(grounds) => void decide("declined", grounds, false)}
        />
      )}
      {form === "request" && (
        <RequestForm
          isBusy={busy === "returned"}
          onCancel={leaveForm}
          onRequest={(note) => void decide("returned", { reason: "other", note }, false)}
        />
      )}
      {form === null && editing.isOpen && (
        <EditForm
          proposal={proposal}
          currentText={currentText}
          locale={locale}
          codes={codes}
          editing={editing}
        />
      )}
      {form === null && !editing.isOpen && (
        <DecisionButtons
          choice={choice}
          isConflicted={proposal.conflicted}
          isBusy={busy === "accepted"}
          onAccept={() => accept(false)}
          onEdit={editing.open}
          onRequest={mayRequest ? () => setForm("request") : null}
          onDecline={() => setForm("decline")}
        />
      )}
    </div>
  );
}

const idsOf = (hunks: readonly { readonly id: string }[]): readonly string[] => hunks.map(({ id }) => id);

function InvisibleTick({
  isTicked,
  isMissing,
  onTick,
}: {
  readonly isTicked: boolean;
  readonly isMissing: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) {
  const t = useT("workbench");
  return (
    <div className={styles.invisible}>
      <p className={styles.hint}>{t("proposal.invisible")}</p>
      <Checkbox
        label={t("proposal.invisibleTick")}
        checked={isTicked}
        error={isMissing ? t("proposal.invisibleNeeded") : undefined}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
    </div>
  );
}
