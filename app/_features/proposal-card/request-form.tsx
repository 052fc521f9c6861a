"use client";

import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { FieldError } from "@/app/_ui/form-error";
import { COMMENT_LIMIT } from "@/lib/core/proposal/lifecycle";
import { useT } from "@/lib/i18n/client";
import styles from "./proposal-card.module.css";

/** What the author of a proposal is asked to change. */
export function RequestForm({
  isBusy,
  onRequest,
  onCancel,
}: {
  readonly isBusy: boolean;
  readonly onRequest: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(["decisions", "common"]);
  const errorId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    if (note.trim() !== "") return onRequest(note);
    setIsMissing(true);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={styles.decline}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        ref={field}
        label={t("request.title")}
        description={t("request.note")}
        value={note}
        maxLength={COMMENT_LIMIT}
        autosize
        minRows={2}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? errorId : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isMissing && <FieldError id={errorId}>{t("request.required")}</FieldError>}
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {t("request.confirm")}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}
