"use client";

import { useEffect, useRef, useState } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import rowStyles from "@/app/_features/import-rows/import-rows.module.css";
import { expectedHeight, linesOf, useRowWindow } from "@/app/_features/import-rows/use-row-window";
import type { RowEntry } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import { AlignmentRow } from "./alignment-row";
import type { Alignment } from "./use-alignment";
import { useAlignmentKeys } from "./use-alignment-keys";

const ROOM_BELOW = 96;
/** Rows whose texts are fetched beyond the screen in either direction. */
const AHEAD = 40;

/** All rows; only those near the window are in the document. */
export function AlignmentRows({ alignment }: { readonly alignment: Alignment }) {
  const t = useT("alignment");
  const { entries, active, onRow } = alignment;
  const list = useRef<HTMLUListElement>(null);
  const [splitId, setSplitId] = useState<string | null>(null);
  const { virtualizer, offset } = useRowWindow(list, {
    count: entries.length,
    keyOf: (index) => entries[index]?.id ?? index,
    heightOf: (index) => heightOf(entries[index]),
    roomBelow: ROOM_BELOW,
  });
  const items = virtualizer.getVirtualItems();
  useTexts(entries, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when a row is called, not when the list changes
  useEffect(() => {
    if (active.call > 0 || active.position > 0) virtualizer.scrollToIndex(active.position, { align: "auto" });
  }, [active.call, offset > 0]);
  const activeId = entries[active.position]?.id ?? null;
  useAlignmentKeys(alignment, () => setSplitId(activeId));
  return (
    <ul
      ref={list}
      aria-label={t("list")}
      className={rowStyles.list}
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {items.map(({ key, index, start }) => {
        const entry = entries[index];
        if (!entry) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={entries.length}
            className={rowStyles.item}
            style={{ transform: `translateY(${start - offset}px)` }}
          >
            <AlignmentRow
              entry={entry}
              position={index}
              alignment={alignment}
              isSplitting={entry.id === splitId && index === active.position}
              openSplit={() => setSplitId(entry.id)}
              onSplit={(sources, at) => {
                setSplitId(null);
                onRow({ kind: "split", sources, offset: at }, index);
              }}
              closeSplit={() => setSplitId(null)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function useTexts(entries: readonly RowEntry[], first: number, last: number): void {
  const { store } = useBitext();
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that have come need their texts, too
  useEffect(() => {
    const from = Math.max(0, first - AHEAD);
    const timer = window.setTimeout(() => {
      const to = Math.min(last + AHEAD, store.entries().length);
      store.need(Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index));
    }, 40);
    return () => window.clearTimeout(timer);
  }, [store, entries, first, last]);
}

const heightOf = (entry: RowEntry | undefined): number =>
  expectedHeight(entry ? Math.max(1, linesOf(Math.max(entry.sourceLength, entry.targetLength))) : 0);
