"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useKeptField } from "@/app/_features/kept-words/use-kept-words";
import { useT } from "@/lib/i18n/client";
import { AnswerForm } from "./answer-form";
import { NoteField } from "./note-field";
import styles from "./proposal-card.module.css";

/** What the author of a proposal is asked to change. */
export function RequestForm({
  proposalId,
  isBusy,
  onRequest,
  onCancel,
}: {
  readonly proposalId: string;
  readonly isBusy: boolean;
  /** True if it was sent: the words are done with. */
  readonly onRequest: (note: string) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const t = useT(["decisions", "common"]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useKeptField("request", proposalId);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const send = async () => {
    if (await onRequest(note)) setNote("");
  };
  const submit = () => {
    if (note.trim() !== "") return void send();
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
