"use client";

import { Button } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { useT } from "@/lib/i18n/client";
import { type DiscussedTexts, Discussion } from "./discussion";
import styles from "./threads.module.css";
import type { ChosenWords, DiscussedProposal } from "./use-discussion";

export interface ThreadPanelHandle {
  toggle(): void;
  /** Opens it for a comment on these words, or, without any, to mark the words. */
  openAbout(words: ChosenWords | null): void;
}

interface Props {
  readonly proposal: DiscussedProposal & DiscussedTexts;
  /** Comments when the page was made. */
  readonly count: number;
  /** Language of the text. */
  readonly locale: string;
}

/** What the panel is opened for. The number tells a second time from the first. */
export interface Opening {
  readonly field: "comment" | "words";
  readonly words: ChosenWords | null;
  readonly time: number;
}

/** The conversation about a proposal: closed with a count until somebody opens it. */
export function ThreadPanel({ ref, ...props }: Props & { readonly ref?: Ref<ThreadPanelHandle> }) {
  const t = useT("decisions");
  const [opening, setOpening] = useState<Opening | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [count, setCount] = useState(props.count);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const open = (field: Opening["field"], words: ChosenWords | null) => {
    setIsOpen(true);
    setOpening({ field, words, time: (opening?.time ?? 0) + 1 });
  };
  const close = () => {
    setIsOpen(false);
    const card = button.current?.closest<HTMLElement>("[data-proposal-card], [data-my-proposal]");
    (card ?? button.current)?.focus();
  };
  const toggle = () => (isOpen ? close() : open("comment", null));
  useImperativeHandle(ref, () => ({
    toggle,
    openAbout: (words) => open(words ? "comment" : "words", words),
  }));
  return (
    <div className={styles.panel}>
      <Button
        ref={button}
        size="compact-sm"
        variant="subtle"
        data-comments
        aria-expanded={isOpen}
        aria-controls={id}
        leftSection={<IconMessage size={16} aria-hidden />}
        rightSection={<KeyHint keys="N" />}
        onClick={toggle}
      >
        {count === 0 ? t("threads.openNone") : t("threads.open", { count })}
      </Button>
      <div id={id}>
        {isOpen && opening && <Discussion {...props} opening={opening} onCount={setCount} onClose={close} />}
      </div>
    </div>
  );
}
