/**
 * The index of a translation on its way to the browser and in it: packed for the wire,
 * counted and sifted by filter, brought up to date row by row.
 */
import type { SegmentId } from "../shared/ids";
import {
  matchesFilter,
  ROW_FILTERS,
  ROW_MARKS,
  type RowEntry,
  type RowFilter,
  rowMark,
  type SegmentDetail,
} from "./bitext";

/** An index as two strings: about a fifth of its size as objects, and written and read by the framework as one value each. */
export interface PackedIndex {
  /** The UUIDs without hyphens, one after the other. */
  readonly ids: string;
  /**
   * Seven numbers per row, parted by spaces: mark, flags (1 mine, 2 approved, 4 pinned), open, conflicts, source
   * length, target length, confidence (four decimals).
   */
  readonly facts: string;
}

const ID_LENGTH = 32;
const FACTS = 7;

/** Packs an index; `unpackIndex` gives it back. */
export function packIndex(entries: readonly RowEntry[]): PackedIndex {
  return {
    ids: entries.map((entry) => entry.id.replaceAll("-", "")).join(""),
    facts: entries.map(factsOf).join(" "),
  };
}

const factsOf = (entry: RowEntry): string => {
  const flags = (entry.mine ? 1 : 0) + (entry.approved ? 2 : 0) + (entry.pinned ? 4 : 0);
  const confidence = Math.round(entry.confidence * 10_000) / 10_000;
  const mark = ROW_MARKS.indexOf(entry.mark);
  return `${mark} ${flags} ${entry.open} ${entry.conflicts} ${entry.sourceLength} ${entry.targetLength} ${confidence}`;
};

/** The entries of a packed index, in order. */
export function unpackIndex({ ids, facts: packed }: PackedIndex): readonly RowEntry[] {
  const facts = packed === "" ? [] : packed.split(" ").map(Number);
  return Array.from({ length: facts.length / FACTS }, (_, row) => {
    const fact = (column: number): number => facts[row * FACTS + column] ?? 0;
    return {
      id: withHyphens(ids.slice(row * ID_LENGTH, (row + 1) * ID_LENGTH)),
      mark: ROW_MARKS[fact(0)] ?? "machine",
      mine: (fact(1) & 1) !== 0,
      approved: (fact(1) & 2) !== 0,
      pinned: (fact(1) & 4) !== 0,
      open: fact(2),
      conflicts: fact(3),
      sourceLength: fact(4),
      targetLength: fact(5),
      confidence: fact(6),
    };
  });
}

const withHyphens = (hex: string): SegmentId =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as SegmentId;

/** How many rows stand under each filter, and how many are approved. */
export function countRows(
  entries: readonly RowEntry[],
): Readonly<Record<RowFilter, number>> & { readonly approved: number } {
  const counts = { all: 0, machine: 0, open: 0, mine: 0, conflict: 0, approved: 0 };
  for (const entry of entries) {
    for (const filter of ROW_FILTERS) if (matchesFilter(entry, filter)) counts[filter] += 1;
    if (entry.approved) counts.approved += 1;
  }
  return counts;
}

/**
 * Positions (0-based, ascending) of the rows to show: those that match the filter, and
 * those in `kept`, which stay although work has moved them on.
 */
export function positionsUnder(
  entries: readonly RowEntry[],
  filter: RowFilter,
  kept: ReadonlySet<number>,
): readonly number[] {
  const positions: number[] = [];
  entries.forEach((entry, position) => {
    if (matchesFilter(entry, filter) || kept.has(position)) positions.push(position);
  });
  return positions;
}

/** The nearest shown position in a direction that satisfies `wanted`, not counting `from`; null if none. */
export function nextPosition(
  positions: readonly number[],
  from: number,
  step: 1 | -1,
  wanted: (position: number) => boolean = () => true,
): number | null {
  const ahead = step === 1 ? positions : positions.toReversed();
  return ahead.find((position) => (position - from) * step > 0 && wanted(position)) ?? null;
}

/** The entry of a row as its freshly read detail says it. */
export function entryOfDetail({ row, proposals, draft }: SegmentDetail): RowEntry {
  const open = proposals.length;
  const conflicts = proposals.filter((proposal) => proposal.conflicted).length;
  const { approved } = row;
  return {
    id: row.id,
    mark: rowMark({ open, conflicts, approved, hasSource: row.sources.length > 0 }),
    open,
    conflicts,
    mine: draft !== null || proposals.some((proposal) => proposal.mine),
    approved,
    sourceLength: row.sources.reduce((sum, source) => sum + source.text.length, 0),
    targetLength: row.targetText.length,
    confidence: row.confidence,
    pinned: row.pinned,
  };
}
