"use client";

import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useKeptField } from "@/app/_features/kept-words/use-kept-words";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { FieldError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { completeMention, type Mentionable, matchMentions, mentionQuery } from "@/lib/core/threads/mentions";
import { THREAD_COMMENT_LIMIT } from "@/lib/core/threads/thread";
import { useT } from "@/lib/i18n/client";
import styles from "./threads.module.css";

const OFFERED = 6;

/** A field for a comment in which people can be named. `send` gives the code of a fault, or null. */
export function CommentField({
  name,
  about,
  label,
  people,
  send,
}: {
  /** What is written and about what: words that were not sent are found there again. */
  readonly name: "comment" | "answer";
  readonly about: string;
  readonly label: string;
  readonly people: readonly Mentionable[];
  readonly send: (text: string) => Promise<string | null>;
}) {
  const t = useT("decisions");
  const errorText = useCommentFault();
  const errorId = useId();
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const [text, setText] = useKeptField(name, about);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [isClosed, setIsClosed] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const query = isClosed ? null : mentionQuery(text, caret);
  const offered = query ? matchMentions(query.query, people).slice(0, OFFERED) : [];

  // with the text itself: in a later frame, whoever has gone on by then would be fetched back
  useLayoutEffect(() => {
    const at = caretAfter.current;
    if (at === null) return;
    caretAfter.current = null;
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  });

  const isOffering = offered.length > 0;
  useEffect(() => {
    if (isOffering) announce(t("threads.offered"));
  }, [isOffering, t]);

  const submit = async () => {
    if (isBusy) return;
    if (text.trim() === "") return setFault("empty");
    setIsBusy(true);
    const code = await send(text);
    setIsBusy(false);
    setFault(code);
    if (code !== null) return;
    setText("");
    announce(t("threads.sent"));
  };
  const take = (person: Mentionable) => {
    const done = completeMention(text, caret, person.displayName);
    setText(done.text);
    setCaret(done.caret);
    setIsClosed(true);
    caretAfter.current = done.caret;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isSending = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    const person = offered[Math.min(chosen, offered.length - 1)];
    if (isSending) void submit();
    else if (!person || !chooseByKey(event.key, person)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** Moves among the offered names, takes one, or closes the list. False for other keys. */
  const chooseByKey = (key: string, person: Mentionable): boolean => {
    const count = offered.length;
    if (key === "ArrowDown") setChosen((chosen + 1) % count);
    else if (key === "ArrowUp") setChosen((chosen + count - 1) % count);
    else if (key === "Enter" || key === "Tab") take(person);
    else if (key === "Escape") setIsClosed(true);
    else return false;
    return true;
  };
  return (
    <div className={styles.field}>
      <Textarea
        ref={field}
        label={label}
        description={t("threads.hint")}
        value={text}
        maxLength={THREAD_COMMENT_LIMIT}
        autosize
        minRows={2}
        dir="auto"
        data-field={name}
        aria-invalid={fault !== null}
        aria-describedby={fault ? errorId : undefined}
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
          setChosen(0);
          setIsClosed(false);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && <PeopleList id={listId} people={offered} chosen={chosen} onTake={take} />}
      {fault && <FieldError id={errorId}>{errorText(fault)}</FieldError>}
      <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void submit()}>
        {t("threads.send")}
      </Button>
    </div>
  );
}

/** Names to take, for the field that has the focus. */
function PeopleList({
  id,
  people,
  chosen,
  onTake,
}: {
  readonly id: string;
  readonly people: readonly Mentionable[];
  readonly chosen: number;
  readonly onTake: (person: Mentionable) => void;
}) {
  const t = useT("decisions");
  return (
    <div id={id} role="listbox" aria-label={t("threads.people")} className={styles.people}>
      {people.map((person, index) => (
        <div
          key={person.userId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(person);
          }}
        >
          <bdi>{person.displayName}</bdi>
        </div>
      ))}
    </div>
  );
}

/** The sentence for a comment that was not stored. */
function useCommentFault(): (code: string) => string {
  const t = useT("decisions");
  const other = useFaultText();
  return (code) => {
    const known = (["empty", "too-long", "changed-meanwhile"] as const).find((one) => one === code);
    if (known) return t(`threads.error.${known}`);
    return code === "nul" || code === "lone-surrogate" ? t("threads.error.bad") : other(code);
  };
}
