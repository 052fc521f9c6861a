import { joinPieces, mergePieces } from "./pieces";
import type { NewRow, RepairRow, TextOrigin, TextPiece } from "./row";

/** A row to be made out of a run of rows. */
export interface Group {
  /** How many of the next source paragraphs of the run it takes. */
  readonly sources: number;
  /** Pieces of texts of the run; all groups together take every piece once, in order. */
  readonly pieces: readonly TextPiece[];
  readonly confidence: number;
}

/**
 * The rows that groups make out of a run of rows; groups with nothing on either side make none.
 * @throws if the groups do not take every source paragraph of the run.
 */
export function regroup(run: readonly RepairRow[], groups: readonly Group[]): readonly NewRow[] {
  const sources = run.flatMap((row, index) => row.sources.map((source) => ({ source, row: index })));
  let taken = 0;
  const rows: NewRow[] = [];
  for (const group of groups) {
    const own = sources.slice(taken, taken + group.sources);
    taken += group.sources;
    const pieces = mergePieces(group.pieces);
    const { text, targets } = joinPieces(run, pieces);
    if (own.length === 0 && text === "" && targets.length === 0) continue;
    rows.push({
      sources: own.map(({ source }) => source),
      targets,
      targetText: text,
      origin: originOf(run, pieces),
      confidence: group.confidence,
      parts: partsOf(
        run,
        pieces,
        own.map(({ row }) => row),
      ),
    });
  }
  if (taken !== sources.length) throw new Error("the groups do not take every source paragraph");
  return rows;
}

/** Pieces, and an empty one for every row that gave sources only. */
function partsOf(
  run: readonly RepairRow[],
  pieces: readonly TextPiece[],
  sourceRows: readonly number[],
): NewRow["parts"] {
  const silent = [...new Set(sourceRows)].filter((row) => !pieces.some((piece) => piece.row === row));
  return [...pieces, ...silent.map((row) => ({ row, from: 0, to: 0 }))]
    .toSorted((a, b) => a.row - b.row)
    .flatMap(({ row, from, to }) => {
      const revisionId = run[row]?.revisionId;
      return revisionId ? [{ revisionId, from, to }] : [];
    });
}

/** Only words count: an empty text was written by nobody, and stands as the machine's. */
function originOf(run: readonly RepairRow[], pieces: readonly TextPiece[]): TextOrigin {
  const origins = new Set(
    pieces.filter(({ from, to }) => to > from).map(({ row }) => run[row]?.origin ?? "mt"),
  );
  const [only] = origins;
  return origins.size > 1 ? "mixed" : (only ?? "mt");
}
