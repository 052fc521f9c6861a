"use client";

import { type MouseEvent, memo, type ReactNode, useLayoutEffect, useRef } from "react";
import { StateMark } from "@/app/_ui/state-mark";
import { LOW_CONFIDENCE } from "@/lib/core/document/import-preview";
import { targetParagraphs } from "@/lib/core/publication/snapshot";
import type { Row, RowEntry } from "@/lib/core/review/bitext";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./bitext-row.module.css";
import { markStateOf, stateWords } from "./row-state";
import { SideText } from "./side-text";
import { useBitext, useEntries, useEntry, useRow } from "./use-bitext";

export interface RowActions {
  /** The row got the focus or was clicked. */
  readonly activate: (position: number) => void;
  /** To be opened in place, for writing or for reading what waits there. */
  readonly open: (position: number, intent: "edit" | "read") => void;
  readonly close: () => void;
}

interface RowProps {
  readonly position: number;
  readonly index: number;
  readonly shownCount: number;
  /** Pixels from the first shown row, if this one stands apart from them. */
  readonly apart: number | null;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  /** A new number asks the row to take the focus; 0 does not. */
  readonly focusCall: number;
  readonly actions: RowActions;
  readonly renderPanel: ((position: number) => ReactNode) | null;
  readonly measure: (element: HTMLElement | null) => void;
}

/** One row: source, state and target, and in place of the target what an open row shows. */
export const BitextRow = memo(function BitextRow(props: RowProps) {
  const { position, index, isActive, isOpen, actions, renderPanel } = props;
  const entry = useEntry(position);
  const row = useRow(position);
  const element = useRef<HTMLElement>(null);
  const name = useRowName(position, entry, row);
  useLayoutEffect(() => {
    if (props.focusCall > 0) element.current?.focus({ preventScroll: true });
  }, [props.focusCall]);
  if (!entry) return null;
  const onClick = (event: MouseEvent) => {
    if (isOpen || event.defaultPrevented || hasSelection()) return;
    const inTarget = event.target instanceof Element && event.target.closest(`.${styles.target}`) !== null;
    if (inTarget) actions.open(position, "edit");
    else actions.activate(position);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and F2 do the same, from the list of commands
    <article
      ref={(node) => {
        element.current = node;
        props.measure(node);
      }}
      id={`row-${position + 1}`}
      className={styles.row}
      data-index={index}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-apart={props.apart === null ? undefined : true}
      style={props.apart === null ? undefined : { insetBlockStart: props.apart }}
      tabIndex={isActive ? 0 : -1}
      aria-label={name}
      aria-posinset={index + 1}
      aria-setsize={props.shownCount}
      aria-busy={row === null}
      onClick={onClick}
      onFocus={() => actions.activate(position)}
    >
      <Gutter
        entry={entry}
        row={row}
        position={position}
        isOpen={isOpen}
        isActive={isActive}
        actions={actions}
      />
      <div className={styles.source}>
        {row ? <Source row={row} isOpen={isOpen} /> : <Placeholder length={entry.sourceLength} />}
      </div>
      <div className={styles.target}>
        {renderPanel ? renderPanel(position) : <TargetText position={position} />}
      </div>
    </article>
  );
});

const hasSelection = (): boolean => !(window.getSelection()?.isCollapsed ?? true);

/** The name of a row for people who hear it. */
export function useRowName(position: number, entry: RowEntry | undefined, row: Row | null): string {
  const t = useT("workbench");
  const format = useFormat();
  const { store } = useBitext();
  const count = useEntries(store).length;
  if (!entry) return "";
  const words = {
    number: format.number(position + 1),
    count: count,
    state: stateWords(entry, t),
  };
  return isUncertain(row, entry) ? t("grid.rowUncertain", words) : t("grid.row", words);
}

/** The aligner was not sure, and nobody has approved the pair since. */
const isUncertain = (row: Row | null, entry: RowEntry): boolean =>
  row !== null && !entry.approved && row.sources.length > 0 && row.confidence < LOW_CONFIDENCE;

function Gutter({
  entry,
  row,
  position,
  isOpen,
  isActive,
  actions,
}: Pick<RowProps, "position" | "isOpen" | "isActive" | "actions"> & {
  readonly entry: RowEntry;
  readonly row: Row | null;
}) {
  const t = useT("workbench");
  const format = useFormat();
  const number = format.number(position + 1);
  const words = { number, state: stateWords(entry, t) };
  return (
    <div className={styles.gutter}>
      <button
        type="button"
        className={styles.handle}
        tabIndex={isActive ? 0 : -1}
        aria-expanded={isOpen}
        aria-label={isOpen ? t("grid.close", words) : t("grid.open", words)}
        onClick={(event) => {
          event.preventDefault();
          if (isOpen) actions.close();
          else actions.open(position, "read");
        }}
      >
        <span className={styles.number}>{number}</span>
        <StateMark state={markStateOf(entry.mark)} label="" size={17} />
        {entry.open > 1 && <span className={styles.count}>{format.number(entry.open)}</span>}
      </button>
      {isUncertain(row, entry) && (
        <span className={styles.uncertain} title={t("grid.uncertain")}>
          <StateMark state="attention" label={t("grid.uncertain")} size={15} />
        </span>
      )}
    </div>
  );
}

function Source({ row, isOpen }: { readonly row: Row; readonly isOpen: boolean }) {
  const t = useT("workbench");
  const { head, sourceCodeIds } = useBitext();
  if (row.sources.length === 0) return <p className={styles.none}>{t("grid.noSource")}</p>;
  return (
    <SideText
      paragraphs={row.sources}
      codes={head.sourceCodes}
      locale={head.sourceLocale}
      side="source"
      {...(isOpen && { shownCodes: sourceCodeIds })}
    />
  );
}

/** The current target text of a row, or the room that it will take. */
export function TargetText({ position }: { readonly position: number }) {
  const entry = useEntry(position);
  const row = useRow(position);
  return row ? <Target row={row} /> : <Placeholder length={entry?.targetLength ?? 0} />;
}

function Target({ row }: { readonly row: Row }) {
  const t = useT("workbench");
  const { head } = useBitext();
  const paragraphs = targetParagraphs(row.targetText, [row.form, ...row.sources.slice(1)]);
  if (paragraphs.length === 0) return <p className={styles.none}>{t("grid.noTarget")}</p>;
  return (
    <SideText paragraphs={paragraphs} codes={head.targetCodes} locale={head.targetLocale} side="target" />
  );
}

/** As many lines as the text will probably have, so that nothing moves when it comes. */
function Placeholder({ length }: { readonly length: number }) {
  return <div className={styles.placeholder} aria-hidden style={{ ["--length" as string]: length }} />;
}
