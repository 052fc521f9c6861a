/**
 * Paragraphs that stand elsewhere in the translation: among the units without counterpart of both
 * sides, those that translate each other although the order of the document keeps them apart.
 */
import type { Bead } from "./bead";
import { type BitextReading, readingOf } from "./bitext-reading";
import { findCorrespondences } from "./correspondences";
import { NOTHING_LEARNED } from "./learned-lexicon";
import { lengthEvidence } from "./length-model";
import { PARAMETERS } from "./parameters";
import { readSide, type Side } from "./side";
import { supportBetween } from "./support";

/** Source paragraph and target paragraph, 0-based. */
export interface MovedPair {
  readonly source: number;
  readonly target: number;
  /** How sure it is that the one translates the other: 0..1. */
  readonly confidence: number;
}

/** Pairs of units that are compared at most; a document with more has lost more than its order. */
const MOST_PAIRS = 40_000;
/** Shorter lines ("Advertisement") are at home anywhere. */
const SHORTEST = 25;
const LEAST_CONFIDENCE = 0.5;
/** Log-odds that one of `n` candidates is the one, before anything is compared. */
const PRIOR = -3;
/** Units of other documents, as it were, that a word's chance is also made of, and the share of them that has it. */
const OUTSIDE = 6;
const OUTSIDE_SHARE = 0.12;

/**
 * @param beads of the alignment of `source` with `target`.
 * @returns Pairs by source paragraph, each paragraph at most once; the surest are taken first.
 */
export function findMoved(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
  locales: { readonly sourceLocale?: string; readonly targetLocale?: string } = {},
): readonly MovedPair[] {
  const long = (texts: readonly string[], index: number) => (texts[index] ?? "").trim().length >= SHORTEST;
  const sources = beads
    .filter((bead) => bead.targetFrom === bead.targetTo && long(source, bead.sourceFrom))
    .map((bead) => bead.sourceFrom);
  const targets = beads
    .filter((bead) => bead.sourceFrom === bead.sourceTo && long(target, bead.targetFrom))
    .map((bead) => bead.targetFrom);
  if (sources.length * targets.length === 0 || sources.length * targets.length > MOST_PAIRS) return [];
  const odds = pairOdds(source, target, sources, targets, readingOf(source, target, locales, PARAMETERS));
  const support = supportBetween(source, target);
  const candidates = odds
    .map(({ s, t, score }) => ({
      source: sources[s] ?? 0,
      target: targets[t] ?? 0,
      confidence: 1 / (1 + Math.exp(-score)),
    }))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .filter((pair) => support([source[pair.source] ?? ""], [target[pair.target] ?? ""]))
    .sort((a, b) => b.confidence - a.confidence || a.source - b.source || a.target - b.target);
  return eachOnce(candidates).sort((a, b) => a.source - b.source);
}

/** Log-odds of "translation" against "chance" for each pair, from rare words in common and from lengths. */
function pairOdds(
  source: readonly string[],
  target: readonly string[],
  sources: readonly number[],
  targets: readonly number[],
  { readSource, readTarget, traits, ratio, parameters }: BitextReading,
) {
  const from = readSide(sources.map((index) => readSource(source[index] ?? "").whole));
  const to = readSide(targets.map((index) => readTarget(target[index] ?? "").whole));
  const counterparts = findCorrespondences(
    from.types,
    to.types,
    traits.source,
    traits.target,
    NOTHING_LEARNED,
    parameters.evidence,
  );
  const lengths = lengthEvidence(to.units, ratio, parameters.paragraphs);
  const prior = PRIOR - Math.log(Math.max(sources.length, targets.length));
  return from.units.flatMap((unit, s) =>
    to.units.map((opposite, t) => ({
      s,
      t,
      score:
        prior +
        parameters.paragraphs.wordWeight * 2 * sharedWords(from, to, counterparts, s, t) +
        lengths(unit.length, opposite.length, 1),
    })),
  );
}

/** What the words of a source unit say about a target unit. */
function sharedWords(
  from: Side,
  to: Side,
  counterparts: ReturnType<typeof findCorrespondences>,
  s: number,
  t: number,
): number {
  let score = 0;
  for (const type of from.typesOfUnit[s] ?? []) {
    let [likelihood, met, matched] = [0, 0, false];
    for (const [number, likely] of counterparts[type] ?? []) {
      const units = to.types[number]?.units ?? [];
      likelihood = Math.max(likelihood, likely);
      met = Math.max(met, units.length);
      if (units.includes(t)) matched = true;
    }
    if (met === 0) continue;
    const chance = (met - 0.5 + OUTSIDE * OUTSIDE_SHARE) / (to.units.length + OUTSIDE);
    const held = Math.max(likelihood, chance);
    score += matched ? Math.log(held / chance) : Math.log((1 - held + 0.05) / (1 - chance + 0.05));
  }
  return score;
}

function eachOnce(candidates: readonly MovedPair[]): MovedPair[] {
  const [sources, targets] = [new Set<number>(), new Set<number>()];
  return candidates.filter((pair) => {
    if (sources.has(pair.source) || targets.has(pair.target)) return false;
    sources.add(pair.source);
    targets.add(pair.target);
    return true;
  });
}
