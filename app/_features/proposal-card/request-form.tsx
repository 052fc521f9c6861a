"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useT } from "@/lib/i18n/client";
import { AnswerForm } from "./answer-form";
import { NoteField } from "./note-field";
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
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    if (note.trim() !== "") return onRequest(note);
    setIsMissing(true);
    field.current?.focus();
  };
  return (
    <AnswerForm onSend={submit} onLeave={onCancel}>
      <NoteField
        ref={field}
        label={t("request.title")}
        description={t("request.note")}
        value={note}
        error={isMissing ? t("request.required") : null}
        onChange={setNote}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {t("request.confirm")}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </AnswerForm>
  );
}
