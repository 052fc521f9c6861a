"use client";

import { Button } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import { CommentField } from "./comment-field";
import { ThreadView } from "./thread-view";
import styles from "./threads.module.css";
import { type ChosenWords, type DiscussedProposal, useDiscussion } from "./use-discussion";
import { WordsField } from "./words-field";

export interface ThreadPanelHandle {
  toggle(): void;
}

interface Props {
  readonly proposal: DiscussedProposal & { readonly targetText: string; readonly baseRevisionId: string };
  /** Comments when the page was made. */
  readonly count: number;
  /** Language of the text. */
  readonly locale: string;
}

/** The conversation about a proposal: closed with a count until somebody opens it. */
export function ThreadPanel({ ref, ...props }: Props & { readonly ref?: Ref<ThreadPanelHandle> }) {
  const t = useT("decisions");
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const toggle = () => {
    setIsOpen(!isOpen);
    if (isOpen) button.current?.focus();
  };
  useImperativeHandle(ref, () => ({ toggle }));
  return (
    <div className={styles.panel}>
      <Button
        ref={button}
        size="compact-sm"
        variant="subtle"
        aria-expanded={isOpen}
        aria-controls={id}
        leftSection={<IconMessage size={16} aria-hidden />}
        rightSection={ref ? <KeyHint keys="N" /> : undefined}
        onClick={toggle}
      >
        {props.count === 0 ? t("threads.openNone") : t("threads.open", { count: props.count })}
      </Button>
      <div id={id}>{isOpen && <OpenPanel {...props} />}</div>
    </div>
  );
}

function OpenPanel({ proposal, locale }: Props) {
  const t = useT("decisions");
  const { discussion, isFailed, reload, begin, answer, resolve } = useDiscussion(proposal);
  const [words, setWords] = useState<ChosenWords | null>(null);
  if (isFailed) {
    return (
      <FormError title={t("threads.loadFailed")}>
        <Button size="xs" variant="default" onClick={() => void reload()}>
          {t("threads.title")}
        </Button>
      </FormError>
    );
  }
  if (!discussion) return null;
  const { threads, people, mayWrite } = discussion;
  const send = async (text: string) => {
    const code = await begin(text, words);
    if (code === null) setWords(null);
    return code;
  };
  return (
    <div className={styles.open}>
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
        <div className={styles.thread}>
          <WordsField
            text={proposal.targetText}
            locale={locale}
            chosen={words}
            onChoose={(anchor) =>
              setWords(anchor && { ...anchor, side: "proposed", revisionId: proposal.baseRevisionId })
            }
          />
          <CommentField label={t("threads.new")} people={people} send={send} />
        </div>
      )}
    </div>
  );
}
