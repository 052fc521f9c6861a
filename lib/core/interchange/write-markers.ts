/**
 * Turns flat runs with formats into text with properly nested markers.
 *
 * Of the formats that begin at a run, the one that reaches furthest is opened first; so
 * `<i>a <b>b</b> c</i>` stays two codes whatever order a format's file lists them in, and
 * overlapping formats are cut where they must be and nowhere else.
 */
import type { InlineCode } from "../document/paragraph";
import { type InlinePiece, type Wrap, wrapKey } from "./inline-piece";
import { isSpace } from "./whitespace";

/** Gives out the numbers of codes; `open` returns the number of a new code. */
export interface CodeTable {
  open(code: Omit<InlineCode, "id">): number;
}

/**
 * Text of the pieces with markers; new codes go to `table` in the order of their opening markers.
 * White space must stand in pieces of its own (`freeSpaces`); where an overlap cuts a format at a
 * space, the space stays outside. Time is linear in the pieces times the formats per piece.
 */
export function writeMarkers(pieces: readonly InlinePiece[], table: CodeTable): string {
  const parts: string[] = [];
  writeRange(pieces.map(canonicalWraps), 0, pieces.length, table, parts);
  return parts.join("");
}

/** Each format once, and of links only the innermost, as a link in a link cannot be followed. */
function canonicalWraps(piece: InlinePiece): InlinePiece {
  const seen = new Map<string, Wrap>();
  const link = piece.wraps.findLast((wrap) => wrap.kind === "link");
  for (const wrap of piece.wraps) {
    if (wrap.kind !== "link" || wrap === link) seen.set(wrapKey(wrap), wrap);
  }
  return { ...piece, wraps: [...seen.values()] };
}

function writeRange(pieces: InlinePiece[], from: number, to: number, table: CodeTable, out: string[]): void {
  let at = from;
  while (at < to) {
    const piece = pieces[at];
    if (!piece) return;
    const furthest = isSpace(piece) ? null : furthestWrap(pieces, at, to);
    if (!furthest) {
      out.push(writePiece(piece, table));
      at++;
      continue;
    }
    const id = table.open(furthest.wrap);
    const inner = pieces.slice(at, furthest.end).map((each) => without(each, furthest.wrap));
    out.push(`<${id}>`);
    writeRange(inner, 0, inner.length, table, out);
    out.push(`</${id}>`);
    at = furthest.end;
  }
}

function furthestWrap(pieces: readonly InlinePiece[], at: number, to: number) {
  let furthest: { wrap: Wrap; end: number } | null = null;
  for (const wrap of pieces[at]?.wraps ?? []) {
    let end = at + 1;
    while (end < to && pieces[end]?.wraps.some((other) => wrapKey(other) === wrapKey(wrap))) end++;
    for (let last = pieces[end - 1]; last && isSpace(last); last = pieces[end - 1]) end--;
    if (!furthest || end > furthest.end) furthest = { wrap, end };
  }
  return furthest;
}

const without = (piece: InlinePiece, wrap: Wrap): InlinePiece => ({
  ...piece,
  wraps: piece.wraps.filter((other) => wrapKey(other) !== wrapKey(wrap)),
});

function writePiece(piece: InlinePiece, table: CodeTable): string {
  if (piece.type === "text") return piece.text;
  if (piece.type === "break") return `<${table.open({ kind: "break" })}/>`;
  const { href, alt } = piece;
  return `<${table.open({ kind: "image", ...(href && { href }), ...(alt && { alt }) })}/>`;
}
