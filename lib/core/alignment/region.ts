/**
 * Aligns one region: the paragraphs, then their sentences near that path, then the paragraphs
 * again with what the sentences showed. Every step keeps the doubt of the one before.
 */
import { fullBand } from "./band";
import type { Bead } from "./bead";
import { bestPath, type Step } from "./best-path";
import { confidencesOf } from "./confidence";
import { type BitextTraits, runningTotals, searchSpaceOf } from "./level";
import type { LinkTally } from "./link-tally";
import type { ReadParagraph } from "./paragraph";
import type { AlignmentParameters, RepairParameters } from "./parameters";
import { type Posteriors, posteriors } from "./posteriors";
import { type SearchSpace, scoreBeads } from "./search-space";
import { linkSentences } from "./sentence-links";
import { SHAPES } from "./shapes";
import type { Unit } from "./tokens";

/** @param ratio expected target code points per source code point. */
export function alignRegion(
  source: readonly ReadParagraph[],
  target: readonly ReadParagraph[],
  ratio: number,
  traits: BitextTraits,
  parameters: AlignmentParameters,
): readonly Bead[] {
  const wholes = [source.map(({ whole }) => whole), target.map(({ whole }) => whole)] as const;
  const band = fullBand(source.length, target.length);
  const first = searchSpaceOf(...wholes, band, ratio, traits, parameters.paragraphs, parameters.evidence);
  const path = bestPath(first);
  const ownRatio = ratioOf(path, wholes, ratio);
  const links = linkSentences(source, target, path, ownRatio, traits, parameters);
  const space = links === null ? first : repairedSpace(first, links, wholes, parameters.repair);
  const chances = posteriors(space);
  const best = bestPath(space);
  const probabilities = best.map((step) => probabilityOf(step, space, chances));
  const confidences = confidencesOf(best, probabilities, parameters.boldness);
  return best.map(({ sourceFrom, sourceTo, targetFrom, targetTo }, index) => ({
    sourceFrom,
    sourceTo,
    targetFrom,
    targetTo,
    confidence: confidences[index] ?? 0,
  }));
}

/** Length ratio of what the path linked, held near the expected one where little was linked. */
function ratioOf(
  path: readonly Step[],
  [source, target]: readonly [readonly Unit[], readonly Unit[]],
  expected: number,
): number {
  const held = 500;
  const [sourceTotals, targetTotals] = [runningTotals(source), runningTotals(target)];
  let [sourceLength, targetLength] = [held, held * expected];
  for (const step of path) {
    if (step.shape !== 0) continue;
    sourceLength += (sourceTotals[step.sourceTo] ?? 0) - (sourceTotals[step.sourceFrom] ?? 0);
    targetLength += (targetTotals[step.targetTo] ?? 0) - (targetTotals[step.targetFrom] ?? 0);
  }
  return targetLength / sourceLength;
}

/** The paragraphs' own scores, less weighty, and for each unit what its sentences are linked to. */
function repairedSpace(
  first: SearchSpace,
  links: LinkTally,
  [source, target]: readonly [readonly Unit[], readonly Unit[]],
  repair: RepairParameters,
): SearchSpace {
  const say = ({ length }: Unit): number => (repair.linked * length) / (length + repair.halfSay);
  const sourceSay = source.map(say);
  const targetSay = target.map(say);
  const scores = scoreBeads(first.band, (i, m, j, n, shape) => {
    let score =
      repair.paragraphWeight * (first.scores[first.band.cell(i + m, j + n) * SHAPES.length + shape] ?? 0);
    for (let p = i; p < i + m; p++) {
      let share = 0;
      for (let q = j; q < j + n; q++) share += links.sourceShare(p, q);
      score += (sourceSay[p] ?? 0) * (Math.min(1, share) - repair.threshold);
    }
    for (let q = j; q < j + n; q++) {
      let share = 0;
      for (let p = i; p < i + m; p++) share += links.targetShare(p, q);
      score += (targetSay[q] ?? 0) * (Math.min(1, share) - repair.threshold);
    }
    return score;
  });
  return { band: first.band, scores, gapOpen: repair.gapOpen, gapExtend: repair.gapExtend };
}

const probabilityOf = (step: Step, { band }: SearchSpace, chances: Posteriors): number =>
  step.shape === null
    ? unlinked(step, band, chances)
    : chances.bead(step.sourceTo, step.targetTo, step.shape);

/** Probability that a unit has no counterpart, whatever stands opposite. */
function unlinked(step: Step, band: SearchSpace["band"], chances: Posteriors): number {
  let chance = 0;
  if (step.sourceTo > step.sourceFrom) {
    for (let j = band.low(step.sourceTo); j <= band.high(step.sourceTo); j++) {
      chance += chances.sourceGap(step.sourceTo, j);
    }
    return Math.min(1, chance);
  }
  for (let i = 0; i <= band.rows; i++) chance += chances.targetGap(i, step.targetTo);
  return Math.min(1, chance);
}
