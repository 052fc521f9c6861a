/** One level of the alignment, paragraphs or sentences: from units to a search space. */
import type { Band } from "./band";
import { bestPath } from "./best-path";
import type { LanguageTraits } from "./bitext-reading";
import { findCorrespondences } from "./correspondences";
import { widened } from "./corridor";
import type { LearnedLexicon } from "./learned-lexicon";
import { lengthEvidence } from "./length-model";
import type { EvidenceParameters, LevelParameters } from "./parameters";
import { type BeadScore, type SearchSpace, scoreBeads } from "./search-space";
import { priorIndex } from "./shapes";
import { readSide } from "./side";
import type { Unit } from "./tokens";
import { weighTypes } from "./type-weights";
import type { Witnesses } from "./witnesses";
import { readWordEvidence } from "./word-evidence";

/** What both levels of one document share. */
export interface BitextTraits extends LanguageTraits {
  readonly lexicon: LearnedLexicon;
  readonly witnesses: Witnesses;
}

/** No bead is so bad that a run of gaps around it could not be better; keeps scores finite. */
const WORST = -40;

/** Cells above which a quick search narrows the band first, and the units it leaves on either side. */
const WIDE = 600;
const REACH = 3;

/** @param ratio expected target code points per source code point. */
export function searchSpaceOf(
  sourceUnits: readonly Unit[],
  targetUnits: readonly Unit[],
  band: Band,
  ratio: number,
  traits: BitextTraits,
  level: LevelParameters,
  evidence: EvidenceParameters,
): SearchSpace {
  const source = readSide(sourceUnits);
  const target = readSide(targetUnits);
  const forward = findCorrespondences(
    source.types,
    target.types,
    traits.source,
    traits.target,
    traits.lexicon,
    evidence,
  );
  const weights = {
    source: weighTypes(source, target, forward, level, evidence.most, {
      namesCount: traits.sourceNamesCount,
      observe: traits.witnesses.source,
      knows: (type) => traits.source(type).concepts.length > 0,
    }),
    target: weighTypes(target, source, turnRound(forward, target.types.length), level, evidence.most, {
      namesCount: traits.targetNamesCount,
      observe: traits.witnesses.target,
      knows: (type) => traits.target(type).concepts.length > 0,
    }),
  };
  const words = readWordEvidence(source, target, forward, weights, band, level.bare);
  const lengths = lengthEvidence(targetUnits, ratio, level);
  const sourceTotals = runningTotals(sourceUnits);
  const targetTotals = runningTotals(targetUnits);
  const score: BeadScore = (i, m, j, n) => {
    const sourceLength = (sourceTotals[i + m] ?? 0) - (sourceTotals[i] ?? 0);
    const targetLength = (targetTotals[j + n] ?? 0) - (targetTotals[j] ?? 0);
    const odds =
      level.wordWeight * words(i, m, j, n) + level.lengthWeight * lengths(sourceLength, targetLength, n);
    return (level.priors[priorIndex(m, n)] ?? WORST) + Math.max(WORST, odds);
  };
  const { gapOpen, gapExtend } = level;
  const searched = band.size > WIDE ? narrowed(band, score, level) : band;
  return { band: searched, scores: scoreBeads(searched, score), gapOpen, gapExtend };
}

/** A quick search with beads of one unit a side finds the way; shapes change it by a unit or two. */
function narrowed(band: Band, score: BeadScore, { gapOpen, gapExtend }: LevelParameters): Band {
  const path = bestPath({ band, scores: scoreBeads(band, score, 1), gapOpen, gapExtend });
  const near = widened(band.rows, band.columns, path, REACH);
  return near.size < band.size ? near : band;
}

/** Lengths of all units before each place. */
export function runningTotals(units: readonly Unit[]): Float64Array {
  const totals = new Float64Array(units.length + 1);
  units.forEach(({ length }, index) => {
    totals[index + 1] = (totals[index] ?? 0) + length;
  });
  return totals;
}

function turnRound(
  forward: ReadonlyArray<ReadonlyMap<number, number>>,
  targets: number,
): ReadonlyArray<ReadonlyMap<number, number>> {
  const backward = Array.from({ length: targets }, () => new Map<number, number>());
  forward.forEach((matches, source) => {
    for (const [target, likelihood] of matches) backward[target]?.set(source, likelihood);
  });
  return backward;
}
