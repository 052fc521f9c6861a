import { type Token, tokenize } from "../text/tokens";

/**
 * What the display diff aligns: every token that is not space. White space and invisible characters
 * outside words belong to the gaps between units.
 */
export interface Unit {
  readonly text: string;
  /** UTF-16 units, half-open. */
  readonly from: number;
  readonly to: number;
  /** What it is worth to a reader that this unit stays unmarked; see `affine-alignment`. */
  readonly weight: number;
}

/** A whole text with its units. */
export interface UnitSide {
  readonly text: string;
  readonly units: readonly Unit[];
}

const LETTER = /[\p{L}\p{N}]/gu;
const DENSE_SCRIPT = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u;

/** The units of a text in order. Joined with the gaps between them they give the text. */
export const readUnits = (text: string, locale?: string): readonly Unit[] =>
  tokenize(text, locale)
    .filter(({ kind }) => kind !== "space")
    .map((token) => ({ text: token.text, from: token.from, to: token.to, weight: weigh(token) }));

/** Measured on 2,274 post-edited sentences; the results hardly move with the second digit. */
function weigh({ kind, text }: Token): number {
  if (kind === "code") return 1;
  if (kind === "punctuation") return 0.3;
  if (text.length > 12) return 1;
  const letters = text.match(LETTER)?.length ?? 0;
  return letters > (DENSE_SCRIPT.test(text) ? 1 : 3) ? 1 : 0.55;
}
