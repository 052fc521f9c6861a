import type { MergeRegion } from "../merge/regions";
import type { RevisionId } from "../shared/ids";

/** Words that a text takes from a revision. Half-open, in UTF-16 units of that revision's text. */
export interface Piece {
  readonly revisionId: RevisionId;
  readonly from: number;
  readonly to: number;
}

/** The whole of a revision's text. */
export const wholeOf = (revisionId: RevisionId, text: string): readonly Piece[] => [
  { revisionId, from: 0, to: text.length },
];

/**
 * Where the words of a clean merge come from: what only `ours` has from its own pieces, everything else from the
 * revision that is `theirs`, which is the older one. Law: the pieces' texts joined are the merged text.
 */
export function piecesOfMerge(
  regions: readonly MergeRegion[],
  ours: readonly Piece[],
  theirs: RevisionId,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [inOurs, inTheirs] = [0, 0];
  for (const region of regions) {
    const taken =
      region.kind === "ours"
        ? cut(ours, inOurs, inOurs + region.ours.length)
        : [{ revisionId: theirs, from: inTheirs, to: inTheirs + region.theirs.length }];
    for (const piece of taken) append(pieces, piece);
    inOurs += region.ours.length;
    inTheirs += region.theirs.length;
  }
  return pieces;
}

/** The part of a text that is given in pieces, in pieces. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + piece.to - piece.from;
    const [first, last] = [Math.max(at, from), Math.min(end, to)];
    if (first < last)
      parts.push({
        revisionId: piece.revisionId,
        from: piece.from + first - at,
        to: piece.from + last - at,
      });
    at = end;
  }
  return parts;
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (piece.from === piece.to) return;
  if (last?.revisionId === piece.revisionId && last.to === piece.from)
    pieces[pieces.length - 1] = { ...piece, from: last.from };
  else pieces.push(piece);
}
