"use client";
"use no memo";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** The header of the application and the bar of the page lie over the list. */
const COVERED_ABOVE = 130;
const LINE_LENGTH = 62;
const LINE_HEIGHT = 24;
const ROW_PADDING = 26;

interface RowWindow {
  readonly count: number;
  /** Names the row, not its place: heights that were measured stay right when rows are joined above. */
  readonly keyOf: (index: number) => string | number;
  /** Expected height in pixels; see `expectedHeight`. */
  readonly heightOf: (index: number) => number;
  /** Pixels at the bottom of the window that a bar covers. */
  readonly roomBelow: number;
}

/** A list of rows of which those near the window are in the document, and where it begins on the page. */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  { count, keyOf, heightOf, roomBelow }: RowWindow,
) {
  const offset = useOffset(list);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: COVERED_ABOVE,
    scrollPaddingEnd: roomBelow,
    useFlushSync: false,
    initialRect: { width: 1200, height: 900 },
    // A browser that reloads a page has scrolled it before it comes alive; the server knew nothing of that.
    initialOffset: 0,
  });
  return { virtualizer, offset };
}

/** Characters as lines of a row. */
export const linesOf = (characters: number): number => Math.ceil(characters / LINE_LENGTH);

/** Pixels of a row whose longer side has so many lines; 0 for one that has not come yet. */
export const expectedHeight = (lines: number): number =>
  lines === 0 ? ROW_PADDING : ROW_PADDING + Math.max(2, lines) * LINE_HEIGHT;

function useOffset(list: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setOffset((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return offset;
}
