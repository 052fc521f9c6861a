"use client";

import { useEffect, useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import type { Bead } from "@/lib/core/alignment/bead";
import { counterpartRow, type MovedParagraph } from "@/lib/core/document/counterpart-row";
import { useT } from "@/lib/i18n/client";
import { ImportRow, type RowTexts } from "./import-row";
import styles from "./import-rows.module.css";
import { isSplittable } from "./row-actions";
import { useRowKeys } from "./use-row-keys";
import { expectedHeight, linesOf, useRowWindow } from "./use-row-window";
import type { RowsActs } from "./use-rows";

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
  const [splitKey, setSplitKey] = useState<string | null>(null);
  const { virtualizer, offset } = useRowWindow(list, {
    count: beads.length,
    keyOf: (index) => keyOf(beads[index] as Bead),
    heightOf: (index) => heightOf(beads[index], texts),
    roomBelow: ROOM_BELOW,
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

function heightOf(bead: Bead | undefined, { source, target }: RowTexts): number {
  if (!bead) return expectedHeight(0);
  const lines = (paragraphs: RowTexts["source"]["paragraphs"]) =>
    paragraphs.reduce((sum, { text }) => sum + 0.4 + linesOf(text.length), 0);
  return expectedHeight(
    Math.max(
      lines(source.paragraphs.slice(bead.sourceFrom, bead.sourceTo)),
      lines(target.paragraphs.slice(bead.targetFrom, bead.targetTo)),
    ),
  );
}
