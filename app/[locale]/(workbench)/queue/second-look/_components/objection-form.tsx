"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { AnswerForm } from "@/app/_features/proposal-card/answer-form";
import { NoteField } from "@/app/_features/proposal-card/note-field";
import { useT } from "@/lib/i18n/client";
import styles from "./second-look.module.css";

/** Why an approved text is not fine. */
export function ObjectionForm({
  isBusy,
  onObject,
  onCancel,
}: {
  readonly isBusy: boolean;
  readonly onObject: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(["decisions", "common"]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    if (note.trim() !== "") return onObject(note);
    setIsMissing(true);
    field.current?.focus();
  };
  return (
    <AnswerForm onSend={submit} onLeave={onCancel}>
      <NoteField
        ref={field}
        label={t("secondLook.note")}
        description={t("secondLook.noteHint")}
        value={note}
        error={isMissing ? t("secondLook.required") : null}
        onChange={setNote}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {t("secondLook.objectSend")}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </AnswerForm>
  );
}
