"use client";

import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { isAnchorOf } from "@/lib/core/threads/anchor";
import { THREAD_SIDES, type ThreadSide } from "@/lib/core/threads/thread";
import { useT } from "@/lib/i18n/client";
import styles from "./threads.module.css";
import type { ChosenWords } from "./use-discussion";

/** A text that words can be marked in. */
interface SideText {
  readonly text: string;
  readonly locale: string;
  readonly revisionId: string;
}

/**
 * The words that a comment is about: in the proposal, in the current text or in the source. The text stands in a
 * field, so that keys can mark them, too: Shift and arrows, then Enter.
 */
export function WordsField({
  texts,
  chosen,
  onChoose,
  onDone,
}: {
  readonly texts: Readonly<Record<ThreadSide, SideText>>;
  readonly chosen: ChosenWords | null;
  readonly onChoose: (words: ChosenWords | null) => void;
  readonly onDone: () => void;
}) {
  const t = useT("decisions");
  const [side, setSide] = useState<ThreadSide>("proposed");
  // A field shows line ends as one unit each: in a text with others the offsets would not be those of the text.
  const sides = THREAD_SIDES.filter((one) => texts[one].text !== "" && !texts[one].text.includes("\r"));
  const shown = sides.includes(side) ? side : sides[0];
  if (!shown) return null;
  const { text, locale, revisionId } = texts[shown];
  const mark = ({ selectionStart: from, selectionEnd: to }: HTMLTextAreaElement) => {
    if (isAnchorOf(text, { from, to })) onChoose({ side: shown, revisionId, from, to });
    else if (chosen?.side === shown) onChoose(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  return (
    <div className={styles.marking}>
      <NativeSelect
        label={t("threads.side.label")}
        value={shown}
        data={sides.map((one) => ({ value: one, label: t(`threads.side.${one}`) }))}
        onChange={({ currentTarget }) => {
          const next = sides.find((one) => one === currentTarget.value);
          if (next) setSide(next);
        }}
      />
      <Textarea
        label={t("threads.words")}
        description={t("threads.wordsHint")}
        ref={refuseInput}
        value={text}
        // not `readOnly`: browsers let nobody mark words by keys where there is no caret
        aria-readonly
        inputMode="none"
        onChange={() => undefined}
        autosize
        minRows={1}
        maxRows={6}
        lang={locale}
        dir="auto"
        data-field="words"
        // what was marked by a key elsewhere stays marked when somebody comes here
        onFocus={({ currentTarget }) => {
          if (chosen?.side === shown) currentTarget.setSelectionRange(chosen.from, chosen.to);
        }}
        onSelect={({ currentTarget }) => mark(currentTarget)}
        onKeyDown={onKeyDown}
      />
      <Chosen chosen={chosen} quote={chosen && quoteOf(chosen, texts)} onWhole={() => onChoose(null)} />
    </div>
  );
}

/** The text is there to be marked, not to be changed. */
function refuseInput(field: HTMLTextAreaElement | null): (() => void) | undefined {
  if (!field) return undefined;
  const refuse = (event: Event) => event.preventDefault();
  field.addEventListener("beforeinput", refuse);
  return () => field.removeEventListener("beforeinput", refuse);
}

const quoteOf = ({ side, from, to }: ChosenWords, texts: Readonly<Record<ThreadSide, SideText>>): string =>
  texts[side].text.slice(from, to);

/** What the comment is about as it stands, and the way back to the whole proposal. */
function Chosen({
  chosen,
  quote,
  onWhole,
}: {
  readonly chosen: ChosenWords | null;
  readonly quote: string | null;
  readonly onWhole: () => void;
}) {
  const t = useT("decisions");
  return (
    <p className={styles.soft} dir="auto">
      {chosen ? t(`threads.about.${chosen.side}`, { quote }) : t("threads.wordsNone")}{" "}
      {chosen && (
        <Button size="compact-xs" variant="subtle" onClick={onWhole}>
          {t("threads.whole")}
        </Button>
      )}
    </p>
  );
}
