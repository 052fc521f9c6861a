import { ROW_FILTERS, type RowFilter } from "./bitext";

/** Where somebody is in a translation: part of the address, so that a reload and a link lead there. */
export interface ReviewPlace {
  /** 0-based position of the active row. */
  readonly position: number;
  readonly filter: RowFilter;
}

/** Reads `?row=` (1-based) and `?filter=`; whatever makes no sense counts as the first row and all rows. */
export function parseReviewPlace(query: {
  readonly row?: string | null;
  readonly filter?: string | null;
}): ReviewPlace {
  const number = /^\d{1,7}$/.test(query.row ?? "") ? Number(query.row) : 1;
  return {
    position: Math.max(0, number - 1),
    filter: ROW_FILTERS.find((filter) => filter === query.filter) ?? "all",
  };
}

/** The query of a place, with its question mark; empty for the beginning. */
export function writeReviewPlace({ position, filter }: ReviewPlace): string {
  const query = new URLSearchParams();
  if (position > 0) query.set("row", String(position + 1));
  if (filter !== "all") query.set("filter", filter);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
