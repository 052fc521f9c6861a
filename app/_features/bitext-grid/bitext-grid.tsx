"use client";
"use no memo";

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { useSentenceLight } from "@/app/_features/sentence-light/use-sentence-light";
import { estimateRowHeight, type RowLayout } from "@/lib/core/review/row-height";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./bitext-grid.module.css";
import { BitextRow, type RowActions } from "./bitext-row";
import { bringToView } from "./bring-to-view";
import { useBitext } from "./use-bitext";
import { useGridLayout } from "./use-grid-layout";

/** Rows fetched beyond the screen in either direction. */
const AHEAD = 40;
/** While somebody drags the scroll bar, nothing is fetched for the rows that fly by. */
const SETTLE_MS = 40;
const AROUND_MS = 400;

/** Which row is the active one, and whether it is to take the focus. */
export interface ActiveRow {
  readonly position: number;
  /** Raised when the row is to be brought to the screen; 0 leaves everything where it is. */
  readonly call: number;
  readonly takesFocus: boolean;
}

interface GridProps {
  /** Rows to show, ascending. */
  readonly positions: readonly number[];
  readonly active: ActiveRow;
  readonly openPosition: number | null;
  readonly actions: RowActions;
  /** What an open row shows in place of its target text. */
  readonly renderPanel: (position: number) => ReactNode;
  /** Everything above the list whose height may change. */
  readonly above: RefObject<HTMLElement | null>;
  /** Pixels at the top of the window that bars cover. */
  readonly covered: number;
  readonly onScrolledTo: (position: number) => void;
}

/** Thousands of rows, of which those near the screen exist. The active one always does. */
export function BitextGrid(props: GridProps) {
  const { positions, active, openPosition, actions, renderPanel, above } = props;
  const t = useT("workbench");
  const format = useFormat();
  const { head } = useBitext();
  const list = useRef<HTMLDivElement>(null);
  const { layout, top } = useGridLayout(list, above);
  useSentenceLight(list, head.sourceLocale, head.targetLocale);
  const virtualizer = useRowVirtualizer(props, layout, top);
  useCalledRow(props, virtualizer, top);
  const items = virtualizer.getVirtualItems();
  useTextsNear(positions, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  useScrolledTo(props, virtualizer);

  const inFlow = items.filter((_, index) => isContiguous(items, index));
  const start = (inFlow[0]?.start ?? 0) - virtualizer.options.scrollMargin;
  return (
    <div
      ref={list}
      className={styles.list}
      role="feed"
      aria-label={t("grid.label", {
        source: format.languageName(head.sourceLocale),
        target: format.languageName(head.targetLocale),
      })}
      style={{ blockSize: virtualizer.getTotalSize(), ["--line-length" as string]: layout.lineLength }}
    >
      <div className={styles.shown} style={{ insetBlockStart: start }}>
        {items.map((item) => {
          const position = positions[item.index] ?? 0;
          const isOpen = position === openPosition;
          return (
            <BitextRow
              key={position}
              measure={virtualizer.measureElement}
              index={item.index}
              shownCount={positions.length}
              position={position}
              apart={inFlow.includes(item) ? null : item.start - (inFlow[0]?.start ?? 0)}
              isActive={position === active.position}
              focusCall={position === active.position && active.takesFocus && !isOpen ? active.call : 0}
              isOpen={isOpen}
              actions={actions}
              renderPanel={isOpen ? renderPanel : null}
            />
          );
        })}
      </div>
    </div>
  );
}

type Virtualizer = ReturnType<typeof useWindowVirtualizer<HTMLElement>>;

/** Whether an item belongs to the unbroken run on the screen: the active row far away does not. */
function isContiguous(items: readonly { readonly index: number }[], at: number): boolean {
  if (items.length < 3) return true;
  const [index, before, after] = [items[at]?.index ?? 0, items[at - 1]?.index, items[at + 1]?.index];
  return before === index - 1 || after === index + 1;
}

function useRowVirtualizer(
  { positions, active, covered }: GridProps,
  layout: RowLayout,
  top: number,
): Virtualizer {
  const { store } = useBitext();
  const estimate = (index: number): number => {
    const entry = store.entries()[positions[index] ?? 0];
    return entry ? Math.round(estimateRowHeight(entry, layout)) : layout.lineHeight + layout.padding;
  };
  const pinned = positions.indexOf(active.position);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return pinned < 0 || shown.includes(pinned) ? shown : [...shown, pinned].sort((a, b) => a - b);
    },
    [pinned],
  );
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: positions.length,
    estimateSize: estimate,
    getItemKey: useCallback((index: number) => positions[index] ?? index, [positions]),
    rangeExtractor,
    overscan: 5,
    scrollMargin: top,
    scrollPaddingStart: covered,
    initialRect: { width: 1280, height: 900 },
    initialOffset: () => offsetOf(pinned, estimate),
    useFlushSync: false,
  });
  const measured = useRef(layout);
  useLayoutEffect(() => {
    if (measured.current === layout) return;
    measured.current = layout;
    virtualizer.measure();
    for (const row of virtualizer.elementsCache.values()) {
      virtualizer.resizeItem(virtualizer.indexFromElement(row), row.offsetHeight);
    }
  }, [layout, virtualizer]);
  return virtualizer;
}

/** Where a row would stand if every estimate were right. */
function offsetOf(index: number, estimate: (index: number) => number): number {
  let offset = 0;
  for (let at = 0; at < index; at += 1) offset += estimate(at);
  return offset;
}

const isNear = (row: Element): boolean => {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > -window.innerHeight && top < 2 * window.innerHeight;
};

/** Brings the active row to the screen when it is called, by as little movement as possible. */
function useCalledRow(props: GridProps, virtualizer: Virtualizer, top: number): void {
  const { positions, active, covered } = props;
  const index = positions.indexOf(active.position);
  const isReady = top > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when it is called, not when the list changes
  useEffect(() => {
    if (!isReady || active.call === 0 || index < 0) return;
    const row = document.getElementById(rowId(active.position));
    if (!row || !isNear(row)) virtualizer.scrollToIndex(index, { align: "start" });
    else bringToView(row, null, covered);
  }, [active.call, isReady]);
}

/** Texts of the rows on the screen at once, those around it when there is time. */
function useTextsNear(positions: readonly number[], first: number, last: number): void {
  const { store } = useBitext();
  useEffect(() => {
    const here = () => store.need(positions.slice(first, last + 1));
    const around = () => store.need(positions.slice(Math.max(0, first - AHEAD), last + AHEAD));
    const soon = window.setTimeout(here, SETTLE_MS);
    const later = window.setTimeout(around, AROUND_MS);
    return () => {
      window.clearTimeout(soon);
      window.clearTimeout(later);
    };
  }, [store, positions, first, last]);
}

function useScrolledTo({ positions, covered, onScrolledTo }: GridProps, virtualizer: Virtualizer): void {
  const offset = (virtualizer.scrollOffset ?? 0) + covered;
  const index = virtualizer.getVirtualItemForOffset(offset)?.index ?? 0;
  const position = positions[index];
  useEffect(() => {
    if (position !== undefined) onScrolledTo(position);
  }, [position, onScrolledTo]);
}

/** The element of a row, for those who must find it. */
export const rowId = (position: number): string => `row-${position + 1}`;
