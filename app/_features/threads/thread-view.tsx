"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { Mentionable } from "@/lib/core/threads/mentions";
import type { Thread } from "@/lib/core/threads/thread";
import { useT } from "@/lib/i18n/client";
import { CommentField } from "./comment-field";
import styles from "./threads.module.css";

/** One thread: the words that it is about, what was said, and whether it is settled. */
export function ThreadView({
  thread,
  number,
  people,
  mayWrite,
  onAnswer,
  onResolve,
}: {
  readonly thread: Thread;
  readonly number: number;
  readonly people: readonly Mentionable[];
  readonly mayWrite: boolean;
  readonly onAnswer: (text: string) => Promise<string | null>;
  readonly onResolve: (resolved: boolean) => Promise<string | null>;
}) {
  const t = useT("decisions");
  const faultText = useFaultText();
  const [fault, setFault] = useState<string | null>(null);
  const isResolved = thread.resolvedBy !== null;
  const settle = async () => {
    const code = await onResolve(!isResolved);
    setFault(code);
    if (code === null) announce(t(isResolved ? "threads.unsettled" : "threads.settled"));
  };
  return (
    <section
      className={styles.thread}
      data-resolved={isResolved || undefined}
      aria-label={t("threads.thread", { number })}
    >
      <About anchor={thread.anchor} />
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <p className={styles.author}>
              <strong>{comment.mine ? t("threads.you") : <bdi>{comment.authorName}</bdi>}</strong>{" "}
              <RelativeTime at={comment.createdAt} />
            </p>
            <p className={styles.words} dir="auto">
              {comment.text}
            </p>
          </li>
        ))}
      </ol>
      {isResolved && <p className={styles.soft}>{t("threads.resolved", { name: thread.resolvedBy })}</p>}
      {fault && <FormError title={faultText(fault)} />}
      {mayWrite && !isResolved && (
        <CommentField
          name="answer"
          about={thread.id}
          label={t("threads.answer")}
          people={people}
          send={onAnswer}
        />
      )}
      {mayWrite && (
        <Button size="compact-sm" variant="subtle" onClick={() => void settle()}>
          {t(isResolved ? "threads.reopen" : "threads.resolve")}
        </Button>
      )}
    </section>
  );
}

function About({ anchor }: { readonly anchor: Thread["anchor"] }) {
  const t = useT("decisions");
  if (!anchor) return null;
  const { quote, side, standing } = anchor;
  return (
    <p className={styles.soft} dir="auto">
      {standing.kind === "earlier" ? t("threads.earlier", { quote }) : t(`threads.about.${side}`, { quote })}
    </p>
  );
}
