"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useKeptField } from "@/app/_features/kept-words/use-kept-words";
import { useT } from "@/lib/i18n/client";
import { AnswerForm } from "./answer-form";
import { NoteField } from "./note-field";
import styles from "./proposal-card.module.css";

/** An answer that needs words. They are kept until it was sent. */
export function NoteForm({
  place,
  id,
  words,
  isBusy,
  onSend,
  onCancel,
}: {
  /** What kind of answer it is, and about what: under these the words are kept. */
  readonly place: "request" | "objection";
  readonly id: string;
  readonly words: {
    readonly label: string;
    readonly description: string;
    readonly required: string;
    readonly send: string;
  };
  readonly isBusy: boolean;
  /** True if it was sent: the words are done with. */
  readonly onSend: (note: string) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const t = useT("common");
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useKeptField(place, id);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const send = async () => {
    if (await onSend(note)) setNote("");
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
        label={words.label}
        description={words.description}
        value={note}
        error={isMissing ? words.required : null}
        onChange={setNote}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {words.send}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("action.cancel")}
        </Button>
      </div>
    </AnswerForm>
  );
}
