/**
 * Re-alignment of a stretch of rows. The aligner works on the rows as they stood when it began; by
 * the time it is done people may have changed some. What it found is cut into blocks, at the places
 * at which old and new rows end together, and only blocks whose rows still stand are exchanged.
 */
import type { Bead } from "../alignment/bead";
import { err, ok, type Result } from "../shared/result";
import { paragraphPieces } from "./pieces";
import { keepRows, type Placement, type RunPlan, trimmed } from "./plan";
import { type Group, regroup } from "./regroup";
import { hasTarget, type RepairRow, type TextPiece } from "./row";

/** A run of rows and what comes in its place. */
export interface RealignPlan extends RunPlan {
  /** Rows that the aligner would have changed and that somebody else changed first; they stay. */
  readonly left: number;
}

const piecesOf = (row: RepairRow, index: number): readonly TextPiece[] =>
  hasTarget(row) ? paragraphPieces(index, row) : [];

/** What the aligner gets to see of a stretch: its source paragraphs and the paragraphs of its texts, in order. */
export function textsOf(stretch: readonly RepairRow[]): {
  readonly source: readonly string[];
  readonly target: readonly string[];
} {
  return {
    source: stretch.flatMap((row) => row.sources.map((source) => source.text)),
    target: stretch.flatMap((row, index) =>
      piecesOf(row, index).map(({ from, to }) => row.targetText.slice(from, to)),
    ),
  };
}

/**
 * @param stood the stretch as it was when `beads` were found on its `textsOf`.
 * @param present consecutive rows as they stand now, with all of the stretch that still stand.
 * @returns `changed-meanwhile` if every block that would change was changed by somebody else.
 */
export function planRealign(
  stood: readonly RepairRow[],
  beads: readonly Bead[],
  present: readonly RepairRow[],
): Result<RealignPlan, "nothing-to-do" | "changed-meanwhile"> {
  const places = new Map(present.map((row, index) => [row.id, index]));
  const exchanges = new Map<number, Exchange>();
  let left = 0;
  for (const { rows, groups } of blocksOf(stood, beads)) {
    const after = keepRows(rows, regroup(rows, groups));
    if (isSame(rows, after)) continue;
    const at = places.get((rows[0] as RepairRow).id);
    const isHere = at !== undefined && rows.every((row, index) => isUntouched(row, present[at + index]));
    if (isHere) exchanges.set(at, { rows: rows.length, places: after });
    else left += rows.length;
  }
  const plan = trimmed(present, exchanged(present, exchanges));
  if (plan.before.length + plan.after.length > 0) return ok({ ...plan, left });
  return err(left > 0 ? "changed-meanwhile" : "nothing-to-do");
}

/** So many rows and what comes in their place. */
interface Exchange {
  readonly rows: number;
  readonly places: readonly Placement[];
}

function exchanged(
  present: readonly RepairRow[],
  exchanges: ReadonlyMap<number, Exchange>,
): readonly Placement[] {
  let end = 0;
  return present.flatMap((row, index): readonly Placement[] => {
    if (index < end) return [];
    const exchange = exchanges.get(index) ?? { rows: 1, places: [{ kind: "kept", row }] };
    end = index + exchange.rows;
    return exchange.places;
  });
}

const isSame = (rows: readonly RepairRow[], after: readonly Placement[]): boolean =>
  after.length === rows.length &&
  after.every((place, index) => place.kind === "kept" && place.row === rows[index]);

/** The same row with the same text, which nobody has approved or pinned since. */
const isUntouched = (stood: RepairRow, now: RepairRow | undefined): boolean =>
  now?.id === stood.id && now.revisionId === stood.revisionId && !now.approved && !now.pinned;

interface Block {
  readonly rows: readonly RepairRow[];
  readonly groups: readonly Group[];
}

/** Paragraphs of both sides before a place. */
interface Place {
  readonly sources: number;
  readonly pieces: number;
}

/** The least runs of rows and beads that hold the same paragraphs. */
function blocksOf(stood: readonly RepairRow[], beads: readonly Bead[]): readonly Block[] {
  const blocks: Block[] = [];
  const [oldPlace, newPlace] = [
    { sources: 0, pieces: 0 },
    { sources: 0, pieces: 0 },
  ];
  let [rows, own]: [RepairRow[], Bead[]] = [[], []];
  let [row, bead, firstPiece] = [0, 0, 0];
  while (row < stood.length || bead < beads.length) {
    const [nextRow, nextBead] = [stood[row], beads[bead]];
    if (nextRow && (!nextBead || isBefore(oldPlace, newPlace))) {
      rows.push(nextRow);
      oldPlace.sources += nextRow.sources.length;
      oldPlace.pieces += piecesOf(nextRow, row).length;
      row += 1;
    } else if (nextBead) {
      own.push(nextBead);
      newPlace.sources = nextBead.sourceTo;
      newPlace.pieces = nextBead.targetTo;
      bead += 1;
    }
    const isEnd = oldPlace.sources === newPlace.sources && oldPlace.pieces === newPlace.pieces;
    if (!isEnd || rows.length === 0) continue;
    blocks.push(blockOf(rows, own, firstPiece));
    [rows, own, firstPiece] = [[], [], oldPlace.pieces];
  }
  return blocks;
}

const isBefore = (a: Place, b: Place): boolean => a.sources + a.pieces <= b.sources + b.pieces;

function blockOf(rows: readonly RepairRow[], beads: readonly Bead[], firstPiece: number): Block {
  const pieces = rows.flatMap(piecesOf);
  return {
    rows,
    groups: beads.map((bead) => ({
      sources: bead.sourceTo - bead.sourceFrom,
      pieces: pieces.slice(bead.targetFrom - firstPiece, bead.targetTo - firstPiece),
      confidence: bead.confidence,
    })),
  };
}
