"use client";

import { useState } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import rowStyles from "@/app/_features/import-rows/import-rows.module.css";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import type { Row } from "@/lib/core/review/bitext";
import { textDirection } from "@/lib/core/text/locale";
import { useT } from "@/lib/i18n/client";
import styles from "./alignment.module.css";

/** The text of a row with the places between its sentences, and the cursor for any other place. */
export function CutText({
  row,
  places,
  chosen,
  onChoose,
}: {
  readonly row: Row;
  readonly places: readonly number[];
  readonly chosen: number;
  readonly onChoose: (offset: number) => void;
}) {
  const t = useT("alignment");
  const { head } = useBitext();
  const [isByCaret, setIsByCaret] = useState(false);
  const text = row.targetText;
  if (text === "") {
    return (
      <fieldset className={rowStyles.cutSide}>
        <legend>{t("splitForm.target")}</legend>
        <p className={rowStyles.missing}>{t("splitForm.noText")}</p>
      </fieldset>
    );
  }
  const label = (at: number, end: number) => {
    if (at === 0) return t("splitForm.before");
    if (at === text.length) return t("splitForm.end");
    return t("splitForm.sentence", { words: firstWords(text.slice(at, end)) });
  };
  return (
    <fieldset className={rowStyles.cutSide} lang={head.targetLocale} dir={textDirection(head.targetLocale)}>
      <legend>{t("splitForm.target")}</legend>
      {places.map((at, index) => {
        const end = places[index + 1] ?? text.length;
        const isChosen = !isByCaret && at === chosen;
        return (
          <div key={at}>
            <label className={rowStyles.cut} data-chosen={isChosen || undefined}>
              <input
                type="radio"
                name="target"
                checked={isChosen}
                onChange={() => {
                  setIsByCaret(false);
                  onChoose(at);
                }}
              />
              <span>{label(at, end)}</span>
            </label>
            <InlineText text={text.slice(at, end)} codes={head.targetCodes} followsLinks={false} />
          </div>
        );
      })}
      <label className={rowStyles.cut} data-chosen={isByCaret || undefined}>
        <input type="radio" name="target" checked={isByCaret} onChange={() => setIsByCaret(true)} />
        <span>{t("splitForm.caret")}</span>
      </label>
      {isByCaret && (
        <textarea
          className={styles.caret}
          aria-label={t("splitForm.caretField")}
          aria-readonly
          value={text}
          // Not `readOnly`: browsers show no cursor there.
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => {}}
          rows={Math.min(12, 2 + Math.ceil(text.length / 60))}
          onSelect={(event) => onChoose(event.currentTarget.selectionStart)}
        />
      )}
    </fieldset>
  );
}

const WORDS = 5;

/** The beginning of a sentence, without inline codes. */
const firstWords = (sentence: string): string => {
  const words = sentence
    .replace(/<\/?\d+\/?>/g, "")
    .trim()
    .split(/\s+/);
  return words.slice(0, WORDS).join(" ") + (words.length > WORDS ? " …" : "");
};
