import type { Mark } from "@/lib/core/diff/spans";

/** A run of a text for the screen: as it is, an invisible character, or a marker of an inline code. */
export type TextPiece =
  | { readonly kind: "text"; readonly from: number; readonly text: string }
  | { readonly kind: "mark"; readonly from: number; readonly text: string; readonly mark: Mark }
  | { readonly kind: "code"; readonly from: number; readonly text: string; readonly id: number };

const MARKER = /<\/?(\d{1,9})\/?>/g;

interface Found {
  readonly from: number;
  readonly to: number;
  readonly piece: TextPiece;
}

function codeMarkers(text: string, codes: ReadonlySet<number>): Found[] {
  return [...text.matchAll(MARKER)].flatMap((match) => {
    const [marker, digits] = match;
    const id = Number(digits);
    if (!codes.has(id) || (marker.startsWith("</") && marker.endsWith("/>"))) return [];
    const from = match.index;
    return [{ from, to: from + marker.length, piece: { kind: "code" as const, from, text: marker, id } }];
  });
}

/**
 * Cuts a text at its invisible characters and at the markers of its inline codes. The
 * pieces together are the text. A marker is a code only if `codes` has its number: every
 * other `<7>` was typed by the author.
 */
export function textPieces(
  text: string,
  marks: readonly Mark[],
  codes: ReadonlySet<number>,
): readonly TextPiece[] {
  const marked = marks.map((mark): Found => {
    const to = mark.at + mark.length;
    return { from: mark.at, to, piece: { kind: "mark", from: mark.at, text: text.slice(mark.at, to), mark } };
  });
  const found = [...marked, ...codeMarkers(text, codes)].sort((a, b) => a.from - b.from);
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { from, to, piece } of found) {
    if (from < end) continue;
    if (from > end) pieces.push({ kind: "text", from: end, text: text.slice(end, from) });
    pieces.push(piece);
    end = to;
  }
  if (end < text.length) pieces.push({ kind: "text", from: end, text: text.slice(end) });
  return pieces;
}
