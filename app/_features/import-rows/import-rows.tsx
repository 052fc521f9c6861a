"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import type { Bead } from "@/lib/core/alignment/bead";
import { counterpartRow, type MovedParagraph } from "@/lib/core/document/counterpart-row";
import { useT } from "@/lib/i18n/client";
import { ImportRow, type RowTexts } from "./import-row";
import styles from "./import-rows.module.css";
import { isSplittable } from "./row-actions";
import { useRowKeys } from "./use-row-keys";
import type { RowsActs } from "./use-rows";

/** The header of the application and the bar of the page lie over the list. */
const COVERED_ABOVE = 130;
const ROOM_BELOW = 48;

/** Names the bead, not its place: heights that were measured stay right when rows are joined above. */
const keyOf = (bead: Bead): string =>
  `${bead.sourceFrom}-${bead.sourceTo}-${bead.targetFrom}-${bead.targetTo}`;

/** All rows; only those near the window are in the document. */
export function ImportRows({
  rows,
  texts,
  moved,
}: {
  readonly rows: RowsActs;
  readonly texts: RowTexts;
  /** Paragraphs whose translation seems to stand elsewhere. */
  readonly moved: readonly MovedParagraph[];
}) {
  const t = useT("import");
  const { state, act, wantsFocus } = rows;
  const { beads, active } = state;
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  const [splitKey, setSplitKey] = useState<string | null>(null);
  useLayoutEffect(() => {
    const measure = () => setOffset((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: beads.length,
    estimateSize: (index) => estimateHeight(beads[index], texts),
    getItemKey: (index) => keyOf(beads[index] as Bead),
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: COVERED_ABOVE,
    scrollPaddingEnd: ROOM_BELOW,
    useFlushSync: false,
    initialRect: { width: 1200, height: 900 },
    // A browser that reloads a page has scrolled it before it comes alive; the server knew nothing of that.
    initialOffset: 0,
  });
  const shown = useRef({ active, beads });
  useEffect(() => {
    if (shown.current.active === active && shown.current.beads === beads) return;
    shown.current = { active, beads };
    setSplitKey(null);
    virtualizer.scrollToIndex(active, { align: "auto" });
  }, [active, beads, virtualizer]);

  const activeBead = beads[active];
  const openSplit = () => {
    if (activeBead && isSplittable(activeBead)) setSplitKey(keyOf(activeBead));
    else announce(t("split.single"));
  };
  useRowKeys(rows, openSplit, counterpartRow(beads, moved, active));
  return (
    <ul
      ref={list}
      aria-label={t("preview.list")}
      className={styles.list}
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-posinset={index + 1}
          aria-setsize={beads.length}
          className={styles.item}
          style={{ transform: `translateY(${start - offset}px)` }}
        >
          <ImportRow
            bead={beads[index] as Bead}
            index={index}
            count={beads.length}
            texts={texts}
            counterpart={counterpartRow(beads, moved, index)}
            isActive={index === active}
            isSplitting={index === active && key === splitKey}
            wantsFocus={wantsFocus}
            act={act}
            setSplitting={(isSplitting) => setSplitKey(isSplitting ? String(key) : null)}
          />
        </li>
      ))}
    </ul>
  );
}

const LINE_LENGTH = 62;
const LINE_HEIGHT = 24;
const ROW_PADDING = 26;

function estimateHeight(bead: Bead | undefined, { source, target }: RowTexts): number {
  if (!bead) return ROW_PADDING;
  const linesOf = (paragraphs: RowTexts["source"]["paragraphs"]) =>
    paragraphs.reduce((lines, { text }) => lines + 0.4 + Math.ceil(text.length / LINE_LENGTH), 0);
  const lines = Math.max(
    linesOf(source.paragraphs.slice(bead.sourceFrom, bead.sourceTo)),
    linesOf(target.paragraphs.slice(bead.targetFrom, bead.targetTo)),
  );
  return ROW_PADDING + Math.max(2, lines) * LINE_HEIGHT;
}
