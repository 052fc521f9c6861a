/** A text of any length and script in a box of a picture: how large, and broken where. */

export interface TextBox {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Sizes of type to choose from, in pixels, the largest first. */
  readonly sizes: readonly number[];
  /** Distance of two lines, as a multiple of the size. */
  readonly leading: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Width of a text in a size, in pixels. */
export type Measure = (text: string, size: number) => number;

const ELLIPSIS = "…";

/**
 * Breaks a text into lines, in the largest size in which all of it fits the box. If it fits in
 * none, the smallest is taken and the last line ends with an ellipsis. No line is wider than the
 * box, unless a single character is. Breaks stand between words as the language has them, also
 * where it writes no spaces; a word that is wider than a line is broken between its characters.
 */
export function fitText(text: string, locale: string, box: TextBox, measure: Measure): FittedText {
  const chunks = breakable(text, locale);
  let fitted: FittedText = { size: box.sizes[0] ?? 16, lines: [] };
  for (const size of box.sizes) {
    const fits = (line: string) => measure(line, size) <= box.width;
    const most = Math.max(1, Math.floor(box.height / (size * box.leading)));
    const lines = breakLines(chunks, fits, most + 1);
    if (lines.length <= most) return { size, lines };
    fitted = { size, lines: shortened(lines.slice(0, most), fits) };
  }
  return fitted;
}

/** Scripts that break a line between words without a space. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Pieces between which a line may end; white space stands at the end of its piece. */
function breakable(text: string, locale: string): readonly string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of segmenter(locale, "word").segment(text)) {
    const before = pieces.at(-1);
    const startsPiece =
      before === undefined ||
      (/[\s\u2013\u2014/-]$/u.test(before) && !/^\s/u.test(segment)) ||
      (isWordLike === true && UNSPACED.test(segment));
    if (startsPiece) pieces.push(segment);
    else pieces[pieces.length - 1] = before + segment;
  }
  return pieces;
}

/** At most `most` lines; what comes after them is not looked at. */
function breakLines(chunks: readonly string[], fits: (line: string) => boolean, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const chunk of chunks) {
    if (lines.length >= most) return lines;
    if (fits((line + chunk).trimEnd())) line += chunk;
    else {
      if (line.trim() !== "") lines.push(line.trimEnd());
      const pieces = fits(chunk.trimEnd()) ? [chunk] : brokenWord(chunk, fits, most);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

function brokenWord(word: string, fits: (line: string) => boolean, most: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of segmenter("und", "grapheme").segment(word)) {
    if (pieces.length > most) return pieces;
    if (piece !== "" && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

function shortened(lines: readonly string[], fits: (line: string) => boolean): readonly string[] {
  const characters = [...segmenter("und", "grapheme").segment(lines.at(-1) ?? "")].map(
    ({ segment }) => segment,
  );
  while (characters.length > 0 && !fits(characters.join("").trimEnd() + ELLIPSIS)) characters.pop();
  return [...lines.slice(0, -1), characters.join("").trimEnd() + ELLIPSIS];
}

function segmenter(locale: string, granularity: "word" | "grapheme"): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity });
  } catch {
    return new Intl.Segmenter("und", { granularity });
  }
}
