"use client";

import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { FormError } from "@/app/_ui/form-error";
import type { Discussion as Read } from "@/lib/core/threads/thread";
import { useT } from "@/lib/i18n/client";
import { CommentField } from "./comment-field";
import type { Opening } from "./thread-panel";
import { ThreadView } from "./thread-view";
import styles from "./threads.module.css";
import { type ChosenWords, type DiscussedProposal, useDiscussion } from "./use-discussion";
import { WordsField } from "./words-field";

/** The texts of a proposal that words can be words of, as the page shows them. */
export interface DiscussedTexts {
  readonly targetText: string;
  readonly baseRevisionId: string;
}

interface Props {
  readonly proposal: DiscussedProposal & DiscussedTexts;
  readonly locale: string;
  readonly opening: Opening;
  readonly onCount: (count: number) => void;
  readonly onClose: () => void;
}

/** All threads of a proposal, and a field for a new one. Escape leaves it. */
export function Discussion({ proposal, locale, opening, onCount, onClose }: Props) {
  const t = useT("decisions");
  const { discussion, isFailed, reload, begin, answer, resolve } = useDiscussion(proposal);
  useEffect(() => {
    if (discussion) onCount(discussion.threads.reduce((sum, { comments }) => sum + comments.length, 0));
  }, [discussion, onCount]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  if (isFailed) {
    return (
      <FormError title={t("threads.loadFailed")}>
        <Button size="xs" variant="default" onClick={() => void reload()}>
          {t("threads.again")}
        </Button>
      </FormError>
    );
  }
  if (!discussion) return null;
  const { threads, people, mayWrite } = discussion;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Escape of the fields in it
    <div className={styles.open} onKeyDown={onKeyDown}>
      {threads.length === 0 && <p className={styles.soft}>{t("threads.none")}</p>}
      {threads.map((thread, index) => (
        <ThreadView
          key={thread.id}
          thread={thread}
          number={index + 1}
          people={people}
          mayWrite={mayWrite}
          onAnswer={(text) => answer(thread.id, text)}
          onResolve={(resolved) => resolve(thread.id, resolved)}
        />
      ))}
      {mayWrite && (
        <NewThread
          proposal={proposal}
          locale={locale}
          discussion={discussion}
          opening={opening}
          send={begin}
        />
      )}
    </div>
  );
}

/** A comment of its own, about words that are marked or about the whole proposal. */
function NewThread({
  proposal,
  locale,
  discussion,
  opening,
  send,
}: Pick<Props, "proposal" | "locale" | "opening"> & {
  readonly discussion: Read;
  readonly send: (text: string, words: ChosenWords | null) => Promise<string | null>;
}) {
  const t = useT("decisions");
  const [words, setWords] = useState<ChosenWords | null>(opening.words);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setWords(opening.words);
    root.current?.querySelector<HTMLElement>(`[data-field="${opening.field}"]`)?.focus();
  }, [opening]);
  const { texts, people } = discussion;
  return (
    <div className={styles.thread} ref={root}>
      <WordsField
        texts={{
          proposed: { text: proposal.targetText, locale, revisionId: proposal.baseRevisionId },
          current: { ...texts.current, locale },
          source: { ...texts.source, revisionId: proposal.baseRevisionId },
        }}
        chosen={words}
        onChoose={setWords}
        onDone={() => root.current?.querySelector<HTMLElement>(`[data-field="comment"]`)?.focus()}
      />
      <CommentField
        name="comment"
        about={proposal.id}
        label={t("threads.new")}
        people={people}
        send={async (text) => {
          const code = await send(text, words);
          if (code === null) setWords(null);
          return code;
        }}
      />
    </div>
  );
}
