"use client";

import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import styles from "./proposal-card.module.css";

/**
 * The form of an answer to a proposal: Ctrl+Enter sends it and Escape leaves it, before whatever
 * is inside hears the key. Other keys go to `onOther` first, which says whether it took them.
 */
export function AnswerForm({
  titleId,
  onSend,
  onLeave,
  onOther,
  children,
}: {
  readonly titleId?: string;
  readonly onSend: () => void;
  readonly onLeave: () => void;
  readonly onOther?: (event: KeyboardEvent) => boolean;
  readonly children: ReactNode;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onLeave();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
    else if (!onOther?.(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form
      className={styles.decline}
      aria-labelledby={titleId}
      onKeyDownCapture={onKeyDown}
      onSubmit={onSubmit}
    >
      {children}
    </form>
  );
}
