"use client";

import { useCallback, useEffect, useRef } from "react";
import { rowId } from "@/app/_features/bitext-grid/bitext-grid";
import type { RowFilter } from "@/lib/core/review/bitext";
import { parseReviewPlace, writeReviewPlace } from "@/lib/core/review/review-address";

const SETTLE_MS = 300;

/**
 * Keeps the place in the address: the active row, or the row at the top of the window once
 * the active one has been scrolled away. A reload and a copied link lead there.
 *
 * Writing the address ends a navigation that is under way. So a place is written before a link
 * is followed, and not at all while a filter was chosen that the page has not drawn yet.
 */
export function useAddress(
  filter: RowFilter,
  activePosition: number,
  isOpen: boolean,
): (position: number) => void {
  const timer = useRef(0);
  const scrolledTo = useRef<number | null>(null);
  const place = useRef({ filter, activePosition, isOpen });
  const settle = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    const { filter, activePosition, isOpen } = place.current;
    const { pathname, search } = window.location;
    if (parseReviewPlace({ filter: new URLSearchParams(search).get("filter") }).filter !== filter) return;
    const stays = isOpen || scrolledTo.current === null || isOnScreen(activePosition);
    const position = stays ? activePosition : (scrolledTo.current ?? activePosition);
    const address = `${pathname}${writeReviewPlace({ position, filter })}`;
    if (address !== pathname + search) window.history.replaceState(null, "", address);
  }, []);
  const write = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(settle, SETTLE_MS);
  }, [settle]);
  useEffect(() => {
    place.current = { filter, activePosition, isOpen };
    write();
  }, [filter, activePosition, isOpen, write]);
  useEffect(() => {
    const { scrollRestoration } = window.history;
    window.history.scrollRestoration = "manual";
    const beforeLink = (event: MouseEvent) => {
      const isLink = event.target instanceof Element && event.target.closest("a[href]") !== null;
      if (isLink && timer.current !== 0) settle();
    };
    document.addEventListener("click", beforeLink, true);
    return () => {
      window.history.scrollRestoration = scrollRestoration;
      document.removeEventListener("click", beforeLink, true);
      window.clearTimeout(timer.current);
    };
  }, [settle]);
  return useCallback(
    (position: number) => {
      scrolledTo.current = position;
      write();
    },
    [write],
  );
}

function isOnScreen(position: number): boolean {
  const box = document.getElementById(rowId(position))?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}
