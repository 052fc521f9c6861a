/** A stretch of a paragraph: as it is, or what was searched for. */
export interface HitPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** Longest request for a search, in UTF-16 units. */
export const SEARCH_LIMIT = 200;

/** Stand around found words. No keyboard types them; where a text holds them, a word more is marked and none lost. */
export const HIT_START = "\ue000";
export const HIT_END = "\ue001";

/**
 * Cuts an excerpt at `HIT_START` and `HIT_END`. The pieces together are the excerpt without
 * these two; none is empty.
 */
export function hitPieces(excerpt: string): readonly HitPiece[] {
  const pieces = excerpt
    .split(/([\ue000\ue001])/)
    .reduce<{ readonly pieces: HitPiece[]; readonly isHit: boolean }>(
      ({ pieces, isHit }, part) => {
        if (part === HIT_START || part === HIT_END) return { pieces, isHit: part === HIT_START };
        if (part !== "") pieces.push({ text: part, isHit });
        return { pieces, isHit };
      },
      { pieces: [], isHit: false },
    );
  return pieces.pieces;
}

/** UTF-16 units of an excerpt, and how much of it stands before the first word found. */
const EXCERPT_LENGTH = 320;
const LEAD = 100;

/**
 * The part of a paragraph around the first word found, at most about 320 UTF-16 units, cut
 * between words; "…" stands where something was left out.
 */
export function excerptAround(pieces: readonly HitPiece[]): readonly HitPiece[] {
  const text = pieces.map((piece) => piece.text).join("");
  const firstHit = pieces.findIndex(({ isHit }) => isHit);
  const before = pieces.slice(0, Math.max(firstHit, 0)).reduce((sum, piece) => sum + piece.text.length, 0);
  const from = text.length <= EXCERPT_LENGTH ? 0 : betweenWords(text, before - LEAD);
  const to = from + EXCERPT_LENGTH >= text.length ? text.length : betweenWords(text, from + EXCERPT_LENGTH);
  const ellipsis = { text: "…", isHit: false };
  return [...(from > 0 ? [ellipsis] : []), ...cut(pieces, from, to), ...(to < text.length ? [ellipsis] : [])];
}

function cut(pieces: readonly HitPiece[], from: number, to: number): readonly HitPiece[] {
  let at = 0;
  return pieces.flatMap(({ text, isHit }) => {
    const start = at;
    at += text.length;
    const part = text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    return part === "" ? [] : [{ text: part, isHit }];
  });
}

/** The start of the last word that begins at or before `at`; where there are no spaces, a whole character. */
function betweenWords(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(Math.max(at - 60, 0), at).search(/\s\S*$/u);
  if (space >= 0) return Math.max(at - 60, 0) + space + 1;
  return isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** What of a typed request can be searched for: without control characters, at most `SEARCH_LIMIT` long. */
export const cleanQuery = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, SEARCH_LIMIT)
    .toWellFormed();
