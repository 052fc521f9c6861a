"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import type { RowLayout } from "@/lib/core/review/row-height";

/** Below this width source and target stand one above the other; the style sheet says the same. */
const STACKED_BELOW = 760;
const LINE_HEIGHT = 24;
const CHARACTER_WIDTH = 7.5;
const GUTTER = 72;
const CELL_PADDING = 32;

/** What the server assumes, before anybody knows the window. */
const ASSUMED: RowLayout = { lineLength: 76, lineHeight: LINE_HEIGHT, padding: 25, isStacked: false };

function layoutOf(width: number): RowLayout {
  const isStacked = width < STACKED_BELOW;
  const side = isStacked ? width - 56 : (width - GUTTER) / 2 - CELL_PADDING;
  return {
    lineLength: Math.max(12, Math.floor(side / CHARACTER_WIDTH)),
    lineHeight: LINE_HEIGHT,
    padding: isStacked ? 34 : 25,
    isStacked,
  };
}

/** Where the list begins on the page, and how much a line of it holds. Measured anew when either changes. */
export function useGridLayout(list: RefObject<HTMLElement | null>, above: RefObject<HTMLElement | null>) {
  const [layout, setLayout] = useState(ASSUMED);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const box = element.getBoundingClientRect();
      setTop(Math.round(box.top + window.scrollY));
      const next = layoutOf(box.width);
      setLayout((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (above.current) observer.observe(above.current);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [list, above]);
  return { layout, top };
}
