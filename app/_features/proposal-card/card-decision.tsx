"use client";

import { Checkbox } from "@mantine/core";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { isInvisibleOnlyChange } from "@/lib/core/diff/visible";
import { useT } from "@/lib/i18n/client";
import { DecisionButtons } from "./decision-buttons";
import { DeclineForm } from "./decline-form";
import { EditForm } from "./edit-form";
import { FaultNotice } from "./fault-notice";
import { focusedHunk } from "./hunk-walk";
import { NoteForm } from "./note-form";
import type { DecisionHandle, ProposalCardProps } from "./proposal-card";
import styles from "./proposal-card.module.css";
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
  onSettled,
}: ProposalCardProps & {
  readonly card: { readonly current: HTMLElement | null };
  readonly choice: HunkChoice;
  readonly handle: Ref<DecisionHandle>;
}) {
  const t = useT("workbench");
  const words = useT("decisions");
  const { busy, fault, decide, acceptPart } = useDecision(proposal, onSettled);
  const current = { revisionId: currentRevisionId, text: currentText };
  const editing = useEditing(proposal, current, locale, onSettled, () => card.current?.focus());
  const [form, setForm] = useState<"decline" | "request" | null>(null);
  const [isTicked, setIsTicked] = useState(false);
  const [asksForTick, setAsksForTick] = useState(false);
  const tick = useRef<HTMLInputElement>(null);
  const taken = choice.taken && choice.hunks.filter(({ id }) => choice.taken?.has(id));
  const isInvisible = taken?.length
    ? taken.every(({ kind }) => kind === "invisible")
    : isInvisibleOnlyChange(proposal.baseText, proposal.targetText);
  const mayRequest = proposal.request === null && !proposal.isAnonymous;
  const askForTick = () => {
    setAsksForTick(true);
    tick.current?.focus();
  };
  const accept = (andNext: boolean) => {
    if (proposal.conflicted) return;
    if (taken?.length === 0) announce(t("error.nothing-chosen"));
    else if (isInvisible && !isTicked) askForTick();
    else if (taken) void acceptPart(idsOf(taken), andNext);
    else void decide("accepted", NOTHING_SAID, andNext);
  };
  useImperativeHandle(handle, () => ({
    accept,
    decline: () => setForm("decline"),
    request: () => {
      if (mayRequest) setForm("request");
      else announce(t(proposal.isAnonymous ? "proposal.nobodyToAsk" : "error.already-requested"));
    },
    edit: editing.open,
    choose: (act) => {
      const id = focusedHunk()?.dataset.hunkStop;
      if (id) choice[act](id);
    },
  }));
  useEffect(() => {
    // A button that was pressed is switched off while it waits, and loses the focus.
    if (fault && document.activeElement === document.body) card.current?.focus();
  }, [fault, card]);
  const leaveForm = () => {
    setForm(null);
    card.current?.focus();
  };
  return (
    <div className={styles.foot}>
      {fault && <FaultNotice fault={fault} />}
      {isInvisible && !proposal.conflicted && (
        <InvisibleTick
          field={tick}
          isTicked={isTicked}
          isMissing={asksForTick && !isTicked}
          onTick={setIsTicked}
        />
      )}
      {form === "decline" && (
        <DeclineForm
          proposalId={proposal.id}
          isBusy={busy === "declined"}
          onCancel={leaveForm}
          onDecline={(grounds) => decide("declined", grounds, false)}
        />
      )}
      {form === "request" && (
        <NoteForm
          place="request"
          id={proposal.id}
          words={{
            label: words("request.title"),
            description: words("request.note"),
            required: words("request.required"),
            send: words("request.confirm"),
          }}
          isBusy={busy === "returned"}
          onCancel={leaveForm}
          onSend={(note) => decide("returned", { reason: "other", note }, false)}
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
          hasWords={editing.kept !== null}
          onRequest={mayRequest ? () => setForm("request") : null}
          onDecline={() => setForm("decline")}
        />
      )}
    </div>
  );
}

const idsOf = (hunks: readonly { readonly id: string }[]): readonly string[] => hunks.map(({ id }) => id);

function InvisibleTick({
  field,
  isTicked,
  isMissing,
  onTick,
}: {
  readonly field: Ref<HTMLInputElement>;
  readonly isTicked: boolean;
  readonly isMissing: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) {
  const t = useT("workbench");
  return (
    <div className={styles.invisible}>
      <p className={styles.hint}>{t("proposal.invisible")}</p>
      <Checkbox
        ref={field}
        label={t("proposal.invisibleTick")}
        checked={isTicked}
        error={isMissing ? t("proposal.invisibleNeeded") : undefined}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
    </div>
  );
}
