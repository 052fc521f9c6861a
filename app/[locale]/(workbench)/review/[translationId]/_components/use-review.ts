"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ActiveRow } from "@/app/_features/bitext-grid/bitext-grid";
import type { BitextStore } from "@/app/_features/bitext-grid/bitext-store";
import { useEntries } from "@/app/_features/bitext-grid/use-bitext";
import { matchesFilter, type RowEntry, type RowFilter } from "@/lib/core/review/bitext";
import { parseReviewPlace } from "@/lib/core/review/review-address";
import { countRows, nextPosition, positionsUnder } from "@/lib/core/review/row-index";

export type Intent = "edit" | "read";

export interface OpenedRow {
  readonly position: number;
  readonly intent: Intent;
}

/** Where the person is: the filter, the rows under it, the active row, and the open one. */
export function useReview(store: BitextStore) {
  const query = useSearchParams();
  const [start] = useState(() => parseReviewPlace({ row: query.get("row"), filter: query.get("filter") }));
  const { filter } = parseReviewPlace({ filter: query.get("filter") });
  const entries = useEntries(store);
  const { positions, tidy } = useShownPositions(entries, filter);
  const counts = useMemo(() => countRows(entries), [entries]);

  const [active, setActive] = useState<ActiveRow>(() => ({
    position: nearest(positions, start.position),
    call: start.position > 0 ? 1 : 0,
    takesFocus: false,
  }));
  const [open, setOpen] = useState<OpenedRow | null>(null);
  useFilterChange(filter, () => {
    const position = nearest(positions, active.position);
    setOpen(null);
    setActive((last) => ({ position, call: last.call + 1, takesFocus: false }));
  });

  const goTo = useCallback((position: number, takesFocus: boolean) => {
    setActive((last) => ({ position, call: last.call + 1, takesFocus }));
  }, []);
  const activate = useCallback((position: number) => {
    setActive((last) => (last.position === position ? last : { ...last, position, takesFocus: false }));
  }, []);
  const openAt = useCallback(
    (position: number, intent: Intent) => {
      setOpen({ position, intent });
      goTo(position, intent === "read");
    },
    [goTo],
  );
  const close = useCallback(() => {
    setOpen(null);
    setActive((last) => ({ ...last, call: last.call + 1, takesFocus: true }));
  }, []);
  const next = (step: 1 | -1, wanted?: (entry: RowEntry) => boolean): number | null =>
    nextPosition(positions, active.position, step, (position) => {
      const entry = entries[position];
      return entry !== undefined && (wanted?.(entry) ?? true);
    });
  return { filter, entries, positions, counts, active, open, goTo, activate, openAt, close, next, tidy };
}

export type Review = ReturnType<typeof useReview>;

/** What "the next one to do" is: what the filter asks for, and without one what nobody has touched. */
export const isToDo =
  (filter: RowFilter) =>
  (entry: RowEntry): boolean =>
    filter === "all" ? entry.mark === "machine" : matchesFilter(entry, filter);

const nearest = (positions: readonly number[], wanted: number): number =>
  positions.find((position) => position >= wanted) ?? positions.at(-1) ?? 0;

/** A row that was shown stays shown until the filter is chosen anew, so that nothing vanishes under the hands. */
function useShownPositions(entries: readonly RowEntry[], filter: RowFilter) {
  const [turn, setTurn] = useState(0);
  const shown = useRef({ key: "", positions: new Set<number>() });
  const positions = useMemo(() => {
    const key = `${filter} ${turn}`;
    if (shown.current.key !== key) shown.current = { key, positions: new Set() };
    const list = positionsUnder(entries, filter, shown.current.positions);
    if (filter !== "all") for (const position of list) shown.current.positions.add(position);
    return list;
  }, [entries, filter, turn]);
  return { positions, tidy: useCallback(() => setTurn((last) => last + 1), []) };
}

function useFilterChange(filter: RowFilter, react: () => void): void {
  const known = useRef(filter);
  useEffect(() => {
    if (known.current === filter) return;
    known.current = filter;
    react();
  });
}
