import { hasVisibleCharacter } from "../text/folding";
import type { Bead } from "./bead";

/** Confidence that a paragraph without a visible character has no counterpart. */
const CERTAIN = 1;

/**
 * Aligns what can be seen and puts the blank paragraphs back in, each without counterpart unless it
 * stands inside a bead. Thousands of them would otherwise be searched for the counterparts that
 * they cannot have.
 */
export function aroundBlanks(
  source: readonly string[],
  target: readonly string[],
  align: (source: readonly string[], target: readonly string[]) => readonly Bead[],
): readonly Bead[] {
  const [sources, targets] = [visiblePlaces(source), visiblePlaces(target)];
  if (sources.length === source.length && targets.length === target.length) return align(source, target);
  const aligned = align(textsAt(source, sources), textsAt(target, targets));
  const beads: Bead[] = [];
  let [i, j] = [0, 0];
  const passTo = (sourceTo: number, targetTo: number) => {
    for (; i < sourceTo; i++) beads.push(alone(i, i + 1, j, j));
    for (; j < targetTo; j++) beads.push(alone(i, i, j, j + 1));
  };
  for (const bead of aligned) {
    const [sourceFrom, sourceTo] = stretch(sources, bead.sourceFrom, bead.sourceTo, i);
    const [targetFrom, targetTo] = stretch(targets, bead.targetFrom, bead.targetTo, j);
    passTo(sourceFrom, targetFrom);
    beads.push({ sourceFrom, sourceTo, targetFrom, targetTo, confidence: bead.confidence });
    [i, j] = [sourceTo, targetTo];
  }
  passTo(source.length, target.length);
  return beads;
}

function visiblePlaces(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, index) => (hasVisibleCharacter(text) ? [index] : []));
}

const textsAt = (texts: readonly string[], places: readonly number[]): readonly string[] =>
  places.map((place) => texts[place] ?? "");

/** Where a stretch of visible paragraphs lies among all; an empty one lies at `here`. */
function stretch(
  places: readonly number[],
  from: number,
  to: number,
  here: number,
): readonly [from: number, to: number] {
  return to > from ? [places[from] ?? here, (places[to - 1] ?? here) + 1] : [here, here];
}

const alone = (sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number): Bead => ({
  sourceFrom,
  sourceTo,
  targetFrom,
  targetTo,
  confidence: CERTAIN,
});
