"use client";

import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { FieldError } from "@/app/_ui/form-error";
import { CHANGE_REASONS, type ChangeReason, COMMENT_LIMIT } from "@/lib/core/proposal/lifecycle";
import { useT } from "@/lib/i18n/client";
import styles from "./proposal-card.module.css";

/** Why a proposal is declined: a quick reason by its digit, words of one's own, or both. */
export function DeclineForm({
  isBusy,
  onDecline,
  onCancel,
}: {
  readonly isBusy: boolean;
  readonly onDecline: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(["workbench", "common"]);
  const titleId = useId();
  const errorId = useId();
  const first = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => first.current?.focus(), []);

  const take = (reason: ChangeReason) => {
    setNote((typed) =>
      typed.trim() === "" ? t(`reason.${reason}`) : `${typed.trimEnd()}, ${t(`reason.${reason}`)}`,
    );
    setIsMissing(false);
    field.current?.focus();
  };
  const submit = () => {
    if (note.trim() !== "") return onDecline(note);
    setIsMissing(true);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const reason = digitReason(event);
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else if (reason) take(reason);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={styles.decline}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p id={titleId} className={styles.comparedTitle}>
        {t("proposal.declineTitle")}
      </p>
      <fieldset className={styles.quick} aria-label={t("proposal.declineQuick")}>
        {CHANGE_REASONS.map((reason, index) => (
          <button key={reason} ref={index === 0 ? first : null} type="button" onClick={() => take(reason)}>
            <span aria-hidden className={styles.digit}>
              {index + 1}
            </span>
            {t(`reason.${reason}`)}
          </button>
        ))}
      </fieldset>
      <Textarea
        ref={field}
        label={t("proposal.declineNote")}
        value={note}
        maxLength={COMMENT_LIMIT}
        autosize
        minRows={2}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? errorId : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isMissing && <FieldError id={errorId}>{t("proposal.declineRequired")}</FieldError>}
      <div className={styles.buttons}>
        <Button type="submit" color="red" loading={isBusy}>
          {t("proposal.declineConfirm")}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Digits are quick reasons, except where they are typed. */
function digitReason(event: KeyboardEvent): ChangeReason | null {
  if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey)
    return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit ? (CHANGE_REASONS[Number(digit) - 1] ?? null) : null;
}
