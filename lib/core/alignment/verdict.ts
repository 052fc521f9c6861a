/** Is the target a translation of the source at all, or the wrong file? */
import type { Bead } from "./bead";
import { type LearnedLexicon, NOTHING_LEARNED } from "./learned-lexicon";
import { RELATED_SHARE, SURE_LINK } from "./parameters";
import { type Support, supportBetween } from "./support";

export interface Verdict {
  /** False: "this is not a translation of that". */
  readonly related: boolean;
  /** Share of the text that stands in sure beads with two sides, 0..1, on the side where it is greater. */
  readonly linkedShare: number;
}

/** Confidence of a unit whose link was taken back because the files do not belong together. */
const TAKEN_BACK = 0.5;

/**
 * Judges by what the aligner could link. Unrelated documents link a few short lines at most; where
 * both sides are written in one script a link counts only if the two also share a number, a name,
 * a word of common origin, or most words that the lists know. One side alone is not related;
 * nothing and nothing are.
 */
export function judgeBitext(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
): Verdict {
  if (source.length + target.length === 0) return { related: true, linkedShare: 1 };
  const linkedShare = shareOfLinks(source, target, beads, supportBetween(source, target), 1);
  return { related: linkedShare >= RELATED_SHARE, linkedShare };
}

/**
 * The beads, or if the files do not belong together only those links that show it by themselves:
 * what else was linked merely stood in the same place.
 *
 * @param learned words that known texts pair; they count like words of the lists.
 */
export function withoutChanceLinks(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
  learned: LearnedLexicon = NOTHING_LEARNED,
): readonly Bead[] {
  const support = supportBetween(source, target, learned);
  if (shareOfLinks(source, target, beads, support, RELATED_SHARE) >= RELATED_SHARE) return beads;
  return beads.flatMap((bead) => {
    const [from, to] = sidesOf(bead, source, target);
    if (from.length === 0 || to.length === 0) return [bead];
    return support(from, to) ? [bead] : takenApart(bead);
  });
}

/** Share of the text in sure and supported links; stops once it reaches `enough`. */
function shareOfLinks(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
  support: Support,
  enough: number,
): number {
  const totals = [lengthOf(source), lengthOf(target)] as const;
  let [linkedSource, linkedTarget, share] = [0, 0, 0];
  for (const bead of beads) {
    if (bead.confidence < SURE_LINK) continue;
    const [from, to] = sidesOf(bead, source, target);
    if (from.length === 0 || to.length === 0 || !support(from, to)) continue;
    linkedSource += lengthOf(from);
    linkedTarget += lengthOf(to);
    share = Math.max(linkedSource / Math.max(1, totals[0]), linkedTarget / Math.max(1, totals[1]));
    if (share >= enough) break;
  }
  return Math.min(1, share);
}

function sidesOf(bead: Bead, source: readonly string[], target: readonly string[]) {
  return [
    source.slice(bead.sourceFrom, bead.sourceTo),
    target.slice(bead.targetFrom, bead.targetTo),
  ] as const;
}

function takenApart({ sourceFrom, sourceTo, targetFrom, targetTo }: Bead): readonly Bead[] {
  const confidence = TAKEN_BACK;
  const beads: Bead[] = [];
  for (let i = sourceFrom; i < sourceTo; i++) {
    beads.push({ sourceFrom: i, sourceTo: i + 1, targetFrom, targetTo: targetFrom, confidence });
  }
  for (let j = targetFrom; j < targetTo; j++) {
    beads.push({ sourceFrom: sourceTo, sourceTo, targetFrom: j, targetTo: j + 1, confidence });
  }
  return beads;
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
