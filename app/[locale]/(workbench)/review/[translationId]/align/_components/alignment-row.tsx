"use client";

import { useEffect, useRef } from "react";
import { SideText } from "@/app/_features/bitext-grid/side-text";
import { useBitext, useRow } from "@/app/_features/bitext-grid/use-bitext";
import rowStyles from "@/app/_features/import-rows/import-rows.module.css";
import { StateMark } from "@/app/_ui/state-mark";
import { targetParagraphs } from "@/lib/core/publication/snapshot";
import type { Row, RowEntry } from "@/lib/core/review/bitext";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./alignment.module.css";
import { RowTools } from "./row-tools";
import { SplitRow } from "./split-row";
import { standingOf } from "./standing";
import type { Alignment } from "./use-alignment";

interface RowProps {
  readonly entry: RowEntry;
  readonly position: number;
  readonly alignment: Alignment;
  readonly isSplitting: boolean;
  readonly openSplit: () => void;
  readonly onSplit: (sources: number, offset: number) => void;
  readonly closeSplit: () => void;
}

/** One row: both sides, how it stands, and for the active one what can be done. */
export function AlignmentRow(props: RowProps) {
  const { entry, position, alignment, isSplitting } = props;
  const row = useRow(position);
  const { active, goTo } = alignment;
  const isActive = position === active.position;
  const t = useT("alignment");
  const format = useFormat();
  const { standing } = standingOf(entry, t, format);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click anywhere in the row does what its button does
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the button
    <div
      className={rowStyles.row}
      data-standing={standing === "doubtful" ? "doubtful" : "sure"}
      data-active={isActive || undefined}
      aria-busy={row === null}
      onClick={() => {
        if (!isActive) goTo(position);
      }}
    >
      {isSplitting && row ? (
        <SplitRow row={row} onSplit={props.onSplit} onCancel={props.closeSplit} />
      ) : (
        <Sides row={row} {...props} isActive={isActive} />
      )}
      {isActive && !isSplitting && alignment.state.mayRepair && (
        <RowTools entry={entry} position={position} alignment={alignment} openSplit={props.openSplit} />
      )}
    </div>
  );
}

function Sides({
  row,
  entry,
  position,
  alignment,
  isActive,
}: RowProps & { readonly row: Row | null; readonly isActive: boolean }) {
  const t = useT("alignment");
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const { call } = alignment.active;
  useEffect(() => {
    if (isActive && call > 0) button.current?.focus({ preventScroll: true });
  }, [isActive, call]);
  const { mark, words } = standingOf(entry, t, format);
  const number = format.number(position + 1);
  return (
    <div className={rowStyles.sides}>
      <Source row={row} />
      <button
        ref={button}
        type="button"
        className={rowStyles.standing}
        tabIndex={isActive ? 0 : -1}
        aria-expanded={isActive}
        aria-label={t("row", { number, count: alignment.entries.length, standing: words })}
        onClick={() => alignment.goTo(position)}
      >
        <StateMark state={mark} label="" size={18} />
        <span className={rowStyles.words}>{words}</span>
        {entry.open > 0 && <span className={styles.open}>{t("open", { count: entry.open })}</span>}
        <span className={rowStyles.number}>{number}</span>
      </button>
      <Target row={row} />
    </div>
  );
}

function Source({ row }: { readonly row: Row | null }) {
  const t = useT("alignment");
  const { head } = useBitext();
  if (!row) return <div className={styles.coming} aria-hidden />;
  if (row.sources.length === 0) return <p className={rowStyles.missing}>{t("missing")}</p>;
  return <SideText paragraphs={row.sources} codes={head.sourceCodes} locale={head.sourceLocale} />;
}

function Target({ row }: { readonly row: Row | null }) {
  const t = useT("alignment");
  const { head } = useBitext();
  if (!row) return <div className={styles.coming} aria-hidden />;
  const paragraphs = targetParagraphs(row.targetText, [row.form, ...row.sources.slice(1)]);
  if (paragraphs.length === 0) return <p className={rowStyles.missing}>{t("missing")}</p>;
  return <SideText paragraphs={paragraphs} codes={head.targetCodes} locale={head.targetLocale} />;
}
