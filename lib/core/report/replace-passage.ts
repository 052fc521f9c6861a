import { err, ok, type Result } from "../shared/result";
import type { InlineCodeTable } from "../text/inline";

/**
 * Why a passage cannot be replaced: it is not in the text, it is there more than once, or formatting begins or ends
 * inside it that other words would lose.
 */
export type PassageFault = "passage-not-found" | "passage-ambiguous" | "passage-formatted";

/** A text as a reader sees it, and for every UTF-16 unit of that the place that it comes from. */
interface SeenText {
  readonly text: string;
  /** Half-open, in UTF-16 units of the stored text. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const MARKER = /<\/?([1-9]\d{0,8})\/?>/g;

/**
 * Puts other words in the place of a passage that a reader copied or typed. It is looked for without the markers of
 * inline codes, and without telling apart kinds of white space, quotation marks, apostrophes and dashes; what
 * stands around it stays as it is, byte for byte.
 *
 * @param codes Codes of the text's side: every other `<7>` is text.
 */
export function replacePassage(
  text: string,
  codes: InlineCodeTable,
  passage: string,
  wording: string,
): Result<string, PassageFault> {
  const seen = seenText(text, codes);
  const wanted = seenText(passage.trim(), new Map()).text;
  const at = wanted === "" ? -1 : seen.text.indexOf(wanted);
  if (at < 0) return err("passage-not-found");
  if (seen.text.indexOf(wanted, at + 1) >= 0) return err("passage-ambiguous");
  const better = wording.trim();
  const [from, to] = [seen.from[at] ?? 0, seen.to[at + wanted.length - 1] ?? 0];
  if (!hasMarker(text.slice(from, to), codes)) return ok(text.slice(0, from) + better + text.slice(to));
  // Formatting inside: only the words that really change must be free of it.
  const [head, tail] = kept(wanted, better);
  const [innerAt, innerEnd] = [at + head, at + wanted.length - tail];
  const words = better.slice(head, better.length - tail);
  const innerFrom = innerEnd > innerAt ? (seen.from[innerAt] ?? 0) : (seen.to[innerAt - 1] ?? 0);
  const innerTo = innerEnd > innerAt ? (seen.to[innerEnd - 1] ?? 0) : innerFrom;
  return hasMarker(text.slice(innerFrom, innerTo), codes)
    ? err("passage-formatted")
    : ok(text.slice(0, innerFrom) + words + text.slice(innerTo));
}

function seenText(text: string, codes: InlineCodeTable): SeenText {
  const seen = { text: "", from: [] as number[], to: [] as number[] };
  const add = (unit: string, from: number, to: number) => {
    const shown = folded(unit);
    if (shown === " " && (seen.text === "" || seen.text.endsWith(" "))) return;
    seen.text += shown;
    seen.from.push(from);
    seen.to.push(to);
  };
  let end = 0;
  const addUnits = (to: number) => {
    for (let at = end; at < to; at++) add(text.charAt(at), at, at + 1);
  };
  for (const match of text.matchAll(MARKER)) {
    const code = codes.get(Number(match[1]));
    if (!code) continue;
    addUnits(match.index);
    end = match.index + match[0].length;
    if (code.kind === "break") add(" ", match.index, end);
  }
  addUnits(text.length);
  return seen;
}

const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/\s/u, " "],
  [/[“”„‟«»]/u, '"'],
  [/[‘’‚‛]/u, "'"],
  [/[‐‑‒–—]/u, "-"],
];

const folded = (unit: string): string => FOLDED.find(([kind]) => kind.test(unit))?.[1] ?? unit;

const hasMarker = (text: string, codes: InlineCodeTable): boolean =>
  [...text.matchAll(MARKER)].some(([, id]) => codes.has(Number(id)));

/** How many UTF-16 units both have in common at the beginning and, beside these, at the end; whole characters. */
function kept(before: string, after: string): readonly [number, number] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (isHigh(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (isLow(before.charCodeAt(before.length - tail))) tail--;
  return [head, tail];
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
