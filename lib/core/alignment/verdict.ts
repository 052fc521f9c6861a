/** Is the target a translation of the source at all, or the wrong file? */
import type { Bead } from "./bead";
import { cognateKey } from "./folding";
import { RELATED_SHARE, SURE_LINK } from "./parameters";
import { readUnit, type Unit } from "./tokens";

export interface Verdict {
  /** False: "this is not a translation of that". */
  readonly related: boolean;
  /** Share of the text that stands in sure beads with two sides, 0..1, on the side where it is greater. */
  readonly linkedShare: number;
}

/**
 * Judges by what the aligner could link. Unrelated documents link a few short lines at most; where
 * both sides are written in one script a link counts only if the two also share a number, a name
 * or a word of common origin. One side alone is not related; nothing and nothing are.
 */
export function judgeBitext(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
): Verdict {
  if (source.length + target.length === 0) return { related: true, linkedShare: 1 };
  const [sources, targets] = [source.map(readUnit), target.map(readUnit)];
  const oneScript = isLatin(source) === isLatin(target);
  const linked = { source: 0, target: 0 };
  for (const bead of beads) {
    const here = sources.slice(bead.sourceFrom, bead.sourceTo);
    const there = targets.slice(bead.targetFrom, bead.targetTo);
    if (here.length === 0 || there.length === 0 || bead.confidence < SURE_LINK) continue;
    if (oneScript && !haveWitness(here, there)) continue;
    linked.source += lengthOf(here);
    linked.target += lengthOf(there);
  }
  const shares = [
    linked.source / Math.max(1, lengthOf(sources)),
    linked.target / Math.max(1, lengthOf(targets)),
  ];
  const linkedShare = Math.max(...shares);
  return { related: linkedShare >= RELATED_SHARE, linkedShare };
}

const SHORTEST_WITNESS = 4;
const SAMPLE = 50;

function haveWitness(source: readonly Unit[], target: readonly Unit[]): boolean {
  const keys = new Set(source.flatMap(witnesses));
  return target.some((unit) => witnesses(unit).some((key) => keys.has(key)));
}

/** Numbers of two digits and more, and longer words by their cognate key. */
function witnesses(unit: Unit): readonly string[] {
  return unit.tokens
    .map(({ form, kind }) => (kind === "word" || kind === "name" ? cognateKey(form) : form))
    .filter((key) => key.length >= (key.startsWith("#") ? 3 : SHORTEST_WITNESS));
}

const lengthOf = (units: readonly Unit[]): number => units.reduce((sum, { length }) => sum + length, 0);

/** Most letters of the first texts are Latin. */
function isLatin(texts: readonly string[]): boolean {
  const sample = texts
    .slice(0, SAMPLE)
    .map((text) => text.slice(0, 1000))
    .join("");
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= (sample.match(/\p{L}/gu)?.length ?? 0);
}
