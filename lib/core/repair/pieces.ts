/** How texts of rows are cut and put together, so that no character is lost on the way. */
import { PARAGRAPH_BREAK } from "../publication/snapshot";
import type { TargetParagraphId } from "../shared/ids";
import type { RepairRow, TextPiece } from "./row";

const BREAKS = /\n{2,}/g;
const MARKER = /<\/?\d{1,9}\/?>/g;

export const wholeOf = (row: number, { targetText }: Pick<RepairRow, "targetText">): TextPiece => ({
  row,
  from: 0,
  to: targetText.length,
});

/**
 * Where a text falls in two at `offset` (UTF-16 units). A paragraph break there is left out, as
 * joining puts it back; otherwise the halves are exactly the two pieces. Null if the place is
 * outside of the text, or inside of a surrogate pair or an inline code.
 */
export function cutAt(
  text: string,
  offset: number,
): { readonly headTo: number; readonly tailFrom: number } | null {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return null;
  if (/[\uD800-\uDBFF]/.test(text[offset - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[offset] ?? ""))
    return null;
  for (const marker of text.matchAll(MARKER)) {
    if (marker.index < offset && offset < marker.index + marker[0].length) return null;
  }
  for (const from of [offset - 2, offset, offset - 1]) {
    if (from < 0 || text.slice(from, from + 2) !== PARAGRAPH_BREAK) continue;
    return { headTo: from, tailFrom: from + 2 };
  }
  return { headTo: offset, tailFrom: offset };
}

/** The paragraphs of a row's text as pieces. Newlines beyond one break stay with a piece; an empty text is one empty piece. */
export function paragraphPieces(
  row: number,
  { targetText }: Pick<RepairRow, "targetText">,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of targetText.matchAll(BREAKS)) {
    const end = found.index + found[0].length;
    if (found.index === 0 || end === targetText.length) continue;
    pieces.push({ row, from, to: end - PARAGRAPH_BREAK.length });
    from = end;
  }
  return [...pieces, { row, from, to: targetText.length }];
}

/** The machine paragraphs of a piece of a row. */
export function targetsOfPiece(row: RepairRow, { from, to }: TextPiece): readonly TargetParagraphId[] {
  const isStart = from === 0;
  const isEnd = to === row.targetText.length;
  if (from === to && !(isStart && isEnd)) return [];
  const visible = paragraphPieces(0, row).filter(
    (piece) => row.targetText.slice(piece.from, piece.to).trim() !== "",
  );
  const first = isStart ? 0 : visible.filter((piece) => piece.to <= from).length;
  const end = isEnd ? row.targets.length : visible.filter((piece) => piece.from < to).length;
  const own = row.targets.slice(first, end);
  // A person made more paragraphs than the machine had: the last one stands for them all.
  return own.length > 0 ? own : row.targets.slice(-1);
}

/** Neighbouring pieces of one row as one: what stands between them comes along. */
export function mergePieces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const merged: TextPiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.row === piece.row) merged[merged.length - 1] = { ...last, to: piece.to };
    else merged.push(piece);
  }
  return merged;
}

interface Side {
  readonly text: string;
  readonly targets: readonly TargetParagraphId[];
}

/**
 * Puts pieces of different rows together in order. Those of a machine paragraph that was cut at
 * white space are closed up again; all others are parted by PARAGRAPH_BREAK.
 */
export function joinPieces(run: readonly RepairRow[], pieces: readonly TextPiece[]): Side {
  return pieces.reduce<Side>(
    (joined, piece) => {
      const row = run[piece.row];
      if (!row) throw new Error("a piece of a row that is not in the run");
      const text = row.targetText.slice(piece.from, piece.to);
      return append(joined, { text, targets: targetsOfPiece(row, piece) });
    },
    { text: "", targets: [] },
  );
}

function append(head: Side, tail: Side): Side {
  const isCut = head.targets.length > 0 && head.targets.at(-1) === tail.targets[0];
  const targets = [...head.targets, ...tail.targets.slice(isCut ? 1 : 0)];
  const isClosed = isCut && (/\s$/.test(head.text) || /^\s/.test(tail.text));
  const between = head.text === "" || tail.text === "" || isClosed ? "" : PARAGRAPH_BREAK;
  return { text: head.text + between + tail.text, targets };
}
