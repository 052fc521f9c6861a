"use client";

import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import shared from "@/app/_features/bulk-act/bulk-act.module.css";
import { AnswerForm } from "@/app/_features/proposal-card/answer-form";
import { NoteField } from "@/app/_features/proposal-card/note-field";
import { useT } from "@/lib/i18n/client";
import styles from "./revert.module.css";
import type { Preview } from "./revert-preview";

/** Why it is done, and the button that does it. */
export function RevertForm({
  preview,
  progress,
  onRevert,
}: {
  readonly preview: Preview;
  readonly progress: number | null;
  readonly onRevert: (note: string) => void;
}) {
  const t = useT("admin");
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const count = preview.open.length + preview.texts.length;
  const submit = () => {
    if (note.trim() !== "") return onRevert(note);
    setIsMissing(true);
    field.current?.focus();
  };
  return (
    <div className={styles.form}>
      <AnswerForm onSend={submit} onLeave={() => field.current?.blur()}>
        <NoteField
          ref={field}
          label={t("revert.note")}
          description={t("revert.noteHint")}
          value={note}
          error={isMissing ? t("revert.required") : null}
          onChange={setNote}
        />
        <p className={shared.soft}>{t("revert.unreviewed")}</p>
        <div className={shared.bar}>
          <Button type="submit" color="red" loading={progress !== null}>
            {t("revert.confirm", { count })}
          </Button>
          {progress !== null && <span>{t("revert.progress", { done: progress, count })}</span>}
        </div>
      </AnswerForm>
    </div>
  );
}
