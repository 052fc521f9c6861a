"use client";

import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useKeptField } from "@/app/_features/kept-words/use-kept-words";
import {
  checkDeclineReason,
  DECLINE_REASONS,
  type DeclineReason,
  declineReasonOfDigit,
} from "@/lib/core/proposal/decline-reasons";
import { useT } from "@/lib/i18n/client";
import { AnswerForm } from "./answer-form";
import { NoteField } from "./note-field";
import styles from "./proposal-card.module.css";
import type { Grounds } from "./use-decision";

/** Why a proposal is declined: a reason by its digit, words of one's own, or both. */
export function DeclineForm({
  proposalId,
  isBusy,
  onDecline,
  onCancel,
}: {
  readonly proposalId: string;
  readonly isBusy: boolean;
  /** True if it was sent: the words are done with. */
  readonly onDecline: (grounds: Grounds) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const t = useT(["decisions", "common"]);
  const titleId = useId();
  const first = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<DeclineReason | null>(null);
  const [note, setNote] = useKeptField("decline", proposalId);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => first.current?.focus(), []);

  const take = (reason: DeclineReason) => {
    setChosen(reason);
    setIsMissing(false);
    field.current?.focus();
  };
  const send = async (grounds: Grounds) => {
    if (await onDecline(grounds)) setNote("");
  };
  const submit = () => {
    // Words without a reason of the list are a reason of one's own.
    const reason = chosen ?? "other";
    if (checkDeclineReason(reason, note).ok) return void send({ reason, note });
    setIsMissing(true);
    field.current?.focus();
  };
  const takeByDigit = (event: KeyboardEvent): boolean => {
    const reason = digitReason(event);
    if (reason) take(reason);
    return reason !== null;
  };
  return (
    <AnswerForm titleId={titleId} onSend={submit} onLeave={onCancel} onOther={takeByDigit}>
      <p id={titleId} className={styles.comparedTitle}>
        {t("decline.title")}
      </p>
      <fieldset className={styles.quick} aria-label={t("decline.quick")}>
        {DECLINE_REASONS.map((reason, index) => (
          <button
            key={reason}
            ref={index === 0 ? first : null}
            type="button"
            aria-pressed={chosen === reason}
            onClick={() => take(reason)}
          >
            <span aria-hidden className={styles.digit}>
              {(index + 1) % 10}
            </span>
            {t(`reason.${reason}`)}
          </button>
        ))}
      </fieldset>
      <NoteField
        ref={field}
        label={t("decline.note")}
        description={t("decline.noteHint")}
        value={note}
        error={isMissing ? t("decline.required") : null}
        onChange={setNote}
      />
      <div className={styles.buttons}>
        <Button type="submit" color="red" loading={isBusy}>
          {t("decline.confirm")}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </AnswerForm>
  );
}

/** Digits are reasons, except where they are typed. */
function digitReason(event: KeyboardEvent): DeclineReason | null {
  if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey)
    return null;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  return digit === undefined ? null : declineReasonOfDigit(Number(digit));
}
