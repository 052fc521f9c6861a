"use client";

import { type RefObject, useEffect, useRef } from "react";
import { SideText } from "@/app/_features/bitext-grid/side-text";
import { StateMark } from "@/app/_ui/state-mark";
import type { Bead } from "@/lib/core/alignment/bead";
import type { DocumentText } from "@/lib/core/document/paragraph";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./import-rows.module.css";
import { RowActions } from "./row-actions";
import type { RowsAction } from "./rows-state";
import { SplitForm, type SplitSide } from "./split-form";
import { standingOf } from "./standing";

/** The two texts under the rows, and what they are called. */
export interface RowTexts {
  readonly source: DocumentText;
  readonly target: DocumentText;
  readonly sourceLocale: string;
  readonly targetLocale: string;
}

export interface ImportRowProps {
  readonly bead: Bead;
  readonly index: number;
  readonly count: number;
  readonly texts: RowTexts;
  /** Index of the row that seems to hold the other side; -1 if there is none. */
  readonly counterpart: number;
  readonly isActive: boolean;
  readonly isSplitting: boolean;
  readonly wantsFocus: RefObject<number | null>;
  readonly act: (action: RowsAction) => void;
  readonly setSplitting: (isSplitting: boolean) => void;
}

/** One row: both sides, how it stands, and for the active one what can be done. */
export function ImportRow(props: ImportRowProps) {
  const { bead, index, count, texts, counterpart, isActive, isSplitting, wantsFocus, act, setSplitting } =
    props;
  const t = useT("import");
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSplitting || wantsFocus.current !== index) return;
    wantsFocus.current = null;
    button.current?.focus({ preventScroll: true });
  });
  const { standing, mark, words } = standingOf(bead, t, format);
  const { source, target } = sidesOf(bead, texts);
  const number = index + 1;
  const activate = () => {
    if (!isActive) act({ kind: "activate", index });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click anywhere in the row does what its button does
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the button
    <div
      className={styles.row}
      data-standing={standing}
      data-active={isActive || undefined}
      onClick={activate}
    >
      {isSplitting ? (
        <SplitForm
          source={source}
          target={target}
          onSplit={(sources, targets) => {
            setSplitting(false);
            act({ kind: "split", sources, targets });
          }}
          onCancel={() => {
            wantsFocus.current = index;
            setSplitting(false);
          }}
        />
      ) : (
        <div className={styles.sides}>
          <Side side={source} />
          <button
            ref={button}
            type="button"
            className={styles.standing}
            tabIndex={isActive ? 0 : -1}
            aria-expanded={isActive}
            aria-label={t("preview.row", { number: format.number(number), count, standing: words })}
            onClick={activate}
          >
            <StateMark state={mark} label="" size={18} />
            <span className={styles.words}>{words}</span>
            <span className={styles.number}>{format.number(number)}</span>
          </button>
          <Side side={target} />
        </div>
      )}
      {counterpart >= 0 && (
        <p className={styles.moved}>
          {t(bead.targetFrom === bead.targetTo ? "preview.movedTarget" : "preview.movedSource", {
            number: format.number(counterpart + 1),
          })}
        </p>
      )}
      {isActive && !isSplitting && (
        <RowActions
          bead={bead}
          index={index}
          count={count}
          act={act}
          openSplit={() => setSplitting(true)}
          counterpart={counterpart}
        />
      )}
    </div>
  );
}

function Side({ side }: { readonly side: SplitSide }) {
  const t = useT("import");
  if (side.paragraphs.length === 0) return <p className={styles.missing}>{t("preview.missing")}</p>;
  return <SideText paragraphs={side.paragraphs} codes={side.codes} locale={side.locale} />;
}

function sidesOf(bead: Bead, texts: RowTexts): Record<"source" | "target", SplitSide> {
  const { source, target, sourceLocale, targetLocale } = texts;
  return {
    source: {
      paragraphs: source.paragraphs.slice(bead.sourceFrom, bead.sourceTo),
      firstNumber: bead.sourceFrom + 1,
      codes: source.codes,
      locale: sourceLocale,
    },
    target: {
      paragraphs: target.paragraphs.slice(bead.targetFrom, bead.targetTo),
      firstNumber: bead.targetFrom + 1,
      codes: target.codes,
      locale: targetLocale,
    },
  };
}
