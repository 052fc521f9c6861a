/** White space, combining marks and edges of inline pieces, before they get their markers. */
import { type InlinePiece, type Wrap, wrapKey } from "./inline-piece";

/** Collapses runs of white space as HTML does (not the no-break space) and drops it around line breaks. */
export function collapseWhitespace(pieces: readonly InlinePiece[]): InlinePiece[] {
  const collapsed: InlinePiece[] = [];
  let afterSpace = true;
  for (const piece of pieces) {
    if (piece.type !== "text") {
      if (piece.type === "break") trimLast(collapsed);
      collapsed.push(piece);
      afterSpace = piece.type === "break";
      continue;
    }
    const flowed = piece.text.replace(/[ \t\n\r\f]+/g, " ");
    const text = afterSpace && flowed.startsWith(" ") ? flowed.slice(1) : flowed;
    if (text === "") continue;
    afterSpace = text.endsWith(" ");
    collapsed.push({ ...piece, text });
  }
  trimLast(collapsed);
  return collapsed;
}

function trimLast(pieces: InlinePiece[]): void {
  const last = pieces.at(-1);
  if (last?.type !== "text" || !last.text.endsWith(" ")) return;
  const text = last.text.slice(0, -1);
  if (text === "") pieces.pop();
  else pieces[pieces.length - 1] = { ...last, text };
}

const BLANK = new Set([" ", "\t", "\n", "\r", "\f"]);

/**
 * Drops white space and line breaks at both ends of a paragraph; no-break spaces stay. A
 * preformatted paragraph loses only blank lines at its start, so that its indentation holds.
 */
export function trimParagraph(pieces: readonly InlinePiece[], preformatted: boolean): InlinePiece[] {
  const trimmed = pieces.map((piece) => piece);
  let from = 0;
  while (from < trimmed.length && cutEdge(trimmed, from, preformatted ? withoutBlankLines : trimBlankStart))
    from++;
  let to = trimmed.length;
  while (to > from && cutEdge(trimmed, to - 1, trimBlankEnd)) to--;
  return trimmed.slice(from, to);
}

/** Cuts the text of one piece; true if nothing of it is left and its neighbour is to be cut as well. */
function cutEdge(pieces: InlinePiece[], at: number, cut: (text: string) => string): boolean {
  const piece = pieces[at];
  if (piece?.type !== "text") return piece?.type === "break";
  const text = cut(piece.text);
  pieces[at] = { ...piece, text };
  return text === "";
}

const withoutBlankLines = (text: string): string => text.replace(/^(?:[ \t\r]*\n)+/, "");

function trimBlankStart(text: string): string {
  let from = 0;
  while (BLANK.has(text.charAt(from))) from++;
  return text.slice(from);
}

function trimBlankEnd(text: string): string {
  let to = text.length;
  while (to > 0 && BLANK.has(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}

/**
 * Moves combining marks at the start of a run to the run before it.
 *
 * A mark belongs to the letter before it, and a marker's ">" followed by U+0338 would
 * become "≯" under NFC: the marker would be gone.
 */
export function attachMarks(pieces: readonly InlinePiece[]): InlinePiece[] {
  const attached: InlinePiece[] = [];
  for (const piece of pieces) {
    const marks = piece.type === "text" ? (/^\p{M}+/u.exec(piece.text)?.[0] ?? "") : "";
    if (marks === "" || piece.type !== "text") {
      attached.push(piece);
      continue;
    }
    const host = attached.findLastIndex((candidate) => candidate.type === "text");
    const before = attached[host];
    if (before?.type === "text") attached[host] = { ...before, text: before.text + marks };
    else attached.unshift({ type: "text", text: marks, wraps: [] });
    if (piece.text !== marks) attached.push({ ...piece, text: piece.text.slice(marks.length) });
  }
  return attached;
}

/** Joins neighbouring runs of text that have the same formats. */
export function joinRuns(pieces: readonly InlinePiece[]): InlinePiece[] {
  const joined: InlinePiece[] = [];
  let texts: string[] = [];
  const flush = () => {
    const last = joined.at(-1);
    if (texts.length > 1 && last?.type === "text")
      joined[joined.length - 1] = { ...last, text: texts.join("") };
    texts = [];
  };
  for (const piece of pieces) {
    const last = joined.at(-1);
    const fits = piece.type === "text" && last?.type === "text" && formats(piece) === formats(last);
    if (!fits) {
      flush();
      joined.push(piece);
    }
    if (piece.type === "text") texts.push(piece.text);
  }
  flush();
  return joined;
}

const formats = (piece: InlinePiece): string => [...new Set(piece.wraps.map(wrapKey))].sort().join("|");

/** Formats whose presence on a space cannot be seen. */
const INVISIBLE_ON_SPACE = new Set(["bold", "italic", "superscript", "subscript"]);

/**
 * Cuts white space off the runs and gives it only those formats that both neighbours have, so
 * that markers never enclose the space at their edges and a space never cuts a format in two.
 */
export function freeSpaces(pieces: readonly InlinePiece[]): InlinePiece[] {
  const cut = pieces.flatMap(cutSpaces);
  const freed: InlinePiece[] = [];
  for (let at = 0; at < cut.length; ) {
    let end = at;
    for (let piece = cut[end]; piece && isSpace(piece); piece = cut[end]) end++;
    const spaces = cut.slice(at, end);
    const next = cut[end];
    const wraps = spaceWraps(freed.at(-1), spaces, next);
    freed.push(...spaces.map((space) => ({ ...space, wraps })), ...(next ? [next] : []));
    at = end + 1;
  }
  return freed;
}

/** The formats of a whole stretch of white space between two neighbours. */
function spaceWraps(
  before: InlinePiece | undefined,
  spaces: readonly InlinePiece[],
  after: InlinePiece | undefined,
): Wrap[] {
  const has = (piece: InlinePiece | undefined, key: string) =>
    piece?.wraps.some((wrap) => wrapKey(wrap) === key) === true;
  return (before?.wraps ?? []).filter((wrap) => {
    const key = wrapKey(wrap);
    const isSeen = !INVISIBLE_ON_SPACE.has(wrap.kind);
    return has(after, key) && (!isSeen || spaces.every((space) => has(space, key)));
  });
}

/** Marks without a letter of their own run go with the space: `attachMarks` gives them to the letter before. */
const LEAD = /^[\s\p{M}]+/u;

/** White space, a line break, or marks at the start of a run. */
export const isSpace = (piece: InlinePiece): boolean =>
  piece.type === "break" || (piece.type === "text" && piece.text.replace(LEAD, "") === "");

function cutSpaces(piece: InlinePiece): InlinePiece[] {
  if (piece.type !== "text") return [piece];
  const from = LEAD.exec(piece.text)?.[0].length ?? 0;
  const to = Math.max(from, piece.text.trimEnd().length);
  const parts = [piece.text.slice(0, from), piece.text.slice(from, to), piece.text.slice(to)];
  return parts.filter((text) => text !== "").map((text) => ({ ...piece, text }));
}
