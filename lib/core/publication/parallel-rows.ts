/** Two languages of an article side by side: which of their paragraphs stand in one row. */
import { joinSources } from "./join-sources";
import { anchorsOfSegment, type ReadingBlock } from "./reading-blocks";
import type { PublishedSegment } from "./snapshot";

/** One language of the parallel view. */
export interface ParallelSide {
  readonly blocks: readonly ReadingBlock[];
}

export interface ParallelRow {
  /** Fragments that lead to the row, its own first. */
  readonly ids: readonly string[];
  /** Either may be empty, never both. */
  readonly first: readonly ReadingBlock[];
  readonly second: readonly ReadingBlock[];
}

interface OpenRow {
  readonly ids: Set<string>;
  readonly first: ReadingBlock[];
  readonly second: ReadingBlock[];
}

/**
 * Rows of two languages of one article. Paragraphs that come from the same source paragraphs
 * share a row, also where each language has joined others of them (the row is then the smallest
 * that both fit into). What has no source stands in a row of its own, after the paragraph
 * that it follows in its own language. Every block stands in exactly one row; within a side
 * the order of the text is kept as long as both follow the order of the source.
 */
export function parallelRows(first: ParallelSide, second: ParallelSide): readonly ParallelRow[] {
  const joined = joinSources([first, second].flatMap(({ blocks }) => blocks.map(({ segment }) => segment)));
  const rowOf = (segment: PublishedSegment, place: string) => joined(segment) ?? `${place} ${segment.anchor}`;
  const rows: OpenRow[] = [];
  const known = new Map<string, OpenRow>();
  for (const [side, place] of [
    [first, "first"],
    [second, "second"],
  ] as const) {
    let before: OpenRow | null = null;
    for (const block of side.blocks) {
      const key = rowOf(block.segment, place);
      const row: OpenRow = known.get(key) ?? openAfter(rows, before);
      known.set(key, row);
      for (const id of rowIds(block)) row.ids.add(id);
      if (block.kind !== "missing") row[place].push(block);
      before = row;
    }
  }
  return rows
    .filter((row) => row.first.length + row.second.length > 0)
    .map((row) => ({ ids: [...row.ids], first: row.first, second: row.second }));
}

/** A paragraph without source is counted per language: its fragment could mean another one in the other language. */
const rowIds = (block: ReadingBlock): readonly string[] =>
  block.segment.sources.length > 0 ? anchorsOfSegment(block.segment) : [];

function openAfter(rows: OpenRow[], before: OpenRow | null): OpenRow {
  const row: OpenRow = { ids: new Set(), first: [], second: [] };
  rows.splice(before ? rows.lastIndexOf(before) + 1 : 0, 0, row);
  return row;
}
