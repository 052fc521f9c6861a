"use client";

import { useCallback, useEffect, useRef } from "react";
import { rowId } from "@/app/_features/bitext-grid/bitext-grid";
import type { RowFilter } from "@/lib/core/review/bitext";
import { writeReviewPlace } from "@/lib/core/review/review-address";

const SETTLE_MS = 300;

/**
 * Keeps the place in the address: the active row, or the row at the top of the window once
 * the active one has been scrolled away. A reload and a copied link lead there.
 */
export function useAddress(
  filter: RowFilter,
  activePosition: number,
  isOpen: boolean,
): (position: number) => void {
  const timer = useRef(0);
  const scrolledTo = useRef<number | null>(null);
  const place = useRef({ filter, activePosition, isOpen });
  const write = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const { filter, activePosition, isOpen } = place.current;
      const stays = isOpen || scrolledTo.current === null || isOnScreen(activePosition);
      const position = stays ? activePosition : (scrolledTo.current ?? activePosition);
      const address = `${window.location.pathname}${writeReviewPlace({ position, filter })}`;
      if (address !== window.location.pathname + window.location.search) {
        window.history.replaceState(null, "", address);
      }
    }, SETTLE_MS);
  }, []);
  useEffect(() => {
    place.current = { filter, activePosition, isOpen };
    write();
  }, [filter, activePosition, isOpen, write]);
  useEffect(() => {
    const { scrollRestoration } = window.history;
    window.history.scrollRestoration = "manual";
    return () => {
      window.history.scrollRestoration = scrollRestoration;
      window.clearTimeout(timer.current);
    };
  }, []);
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
