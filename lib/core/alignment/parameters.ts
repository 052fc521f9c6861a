/**
 * Every tuned number of the aligner. Tuned by random search on cases made from 98 German news and
 * shop documents with English machine translations and references (newstest2021, generaltest 2022
 * and 2023): 309 open cases and as many from another seed of the same generator. `THIN` says what
 * other pairs of languages change. Scores are natural logarithms of odds.
 */

import { languageOf } from "../text/locale";

/** How one level, paragraphs or sentences, weighs its evidence. */
export interface LevelParameters {
  /** Beginning and continuing a run without counterpart. */
  readonly gapOpen: number;
  readonly gapExtend: number;
  /** Priors of shapes by their size: 1-1, 1-2, 1-3, 1-4, 2-2, 2-3. */
  readonly priors: readonly [number, number, number, number, number, number];
  /** Weight of the words of both sides; below 1 because the two sides say much the same twice. */
  readonly wordWeight: number;
  /** Tokens that have no counterpart anywhere on the other side. */
  readonly strangeNumber: number;
  readonly strangeName: number;
  readonly strangeWord: number;
  /** A word that the word list knows, whose concept the other side never names. */
  readonly strangeKnown: number;
  /** A bead whose sides share nothing at all. */
  readonly bare: number;
  /** How much of a token's own counterpart is taken out of its chance of matching by accident. */
  readonly ownShare: number;
  /** Units of other documents, as it were, that the chance is also made of, and the share of them that match. */
  readonly outsideUnits: number;
  readonly outsideShare: number;
  /** Weight of the lengths. */
  readonly lengthWeight: number;
  /** Deviation of the logarithm of lengths: a constant, and a part that shrinks with length. */
  readonly lengthSpread: number;
  readonly lengthNoise: number;
  /** Share of true pairs whose lengths tell nothing. */
  readonly lengthOutliers: number;
}

/** How likely a word's counterpart stands in a true translation, by what makes it a counterpart. */
export interface EvidenceParameters {
  readonly sameWord: number;
  readonly sameNumber: number;
  /** "%", "€" and the like. */
  readonly sameSign: number;
  readonly sameClockTime: number;
  readonly cognate: number;
  readonly likely: number;
  readonly concept: number;
  readonly conceptPart: number;
  /** Share of what was learned of a pair of words that counts. */
  readonly learned: number;
  /** Least likeness of two cognate keys. */
  readonly leastLikeness: number;
  readonly most: number;
}

/** How sentence links repair the beads of paragraphs. */
export interface RepairParameters {
  /** Weight of the paragraph level's own score. */
  readonly paragraphWeight: number;
  /** Worth of a unit whose sentences are all linked inside its bead. */
  readonly linked: number;
  /** Share of linked text above which a unit belongs to a bead. */
  readonly threshold: number;
  /** Length in code points at which a unit has half of a long one's say. */
  readonly halfSay: number;
  /** Share of the best path of sentences in the links; the rest is every link by its probability. */
  readonly bestPathShare: number;
  readonly gapOpen: number;
  readonly gapExtend: number;
}

export interface AlignmentParameters {
  readonly paragraphs: LevelParameters;
  readonly sentences: LevelParameters;
  readonly evidence: EvidenceParameters;
  readonly repair: RepairParameters;
  readonly boldness: Boldness;
}

/** Scale of the logarithm of a posterior's odds: beads of one unit a side, of more, of one side only. */
export interface Boldness {
  readonly single: number;
  readonly joined: number;
  readonly unlinked: number;
}

/** Tuned values. */
export const PARAMETERS: AlignmentParameters = {
  paragraphs: {
    gapOpen: -4.2,
    gapExtend: -0.884,
    priors: [-0.2, -2.9, -3.5, -6.5, -5.8, -7],
    wordWeight: 0.5,
    strangeNumber: -3.08,
    strangeName: -0.299,
    strangeWord: -0.208,
    strangeKnown: -0.383,
    bare: -4,
    lengthWeight: 1,
    lengthSpread: 0.0717,
    lengthNoise: 4.2,
    lengthOutliers: 0.04,
    ownShare: 0.5,
    outsideUnits: 0.643,
    outsideShare: 0.268,
  },
  sentences: {
    gapOpen: -2.99,
    gapExtend: -0.85,
    priors: [-0.0393, -3.12, -5.83, -7.3, -5.35, -6.1],
    wordWeight: 0.5,
    strangeNumber: -1.64,
    strangeName: -0.636,
    strangeWord: -0.145,
    strangeKnown: -0.288,
    bare: -4,
    lengthWeight: 1,
    lengthSpread: 0.07,
    lengthNoise: 3.17,
    lengthOutliers: 0.0577,
    ownShare: 0.505,
    outsideUnits: 1,
    outsideShare: 0.2,
  },
  evidence: {
    sameWord: 0.867,
    sameNumber: 0.855,
    sameSign: 0.855,
    sameClockTime: 0.273,
    cognate: 0.844,
    likely: 0.655,
    concept: 0.669,
    conceptPart: 0.5,
    learned: 1,
    leastLikeness: 0.756,
    most: 0.91,
  },
  repair: {
    paragraphWeight: 0.481,
    linked: 12,
    threshold: 0.4,
    halfSay: 15.7,
    gapOpen: -2.1,
    gapExtend: -0.374,
    bestPathShare: 0.6,
  },
  boldness: { single: 0.8, joined: 0.7, unlinked: 0.6 },
};

/**
 * For pairs of languages with short word lists. A true pair shows less there, so that the lack of
 * evidence is a weaker sign of a missing counterpart; sentences are joined more freely by people
 * than by machines. Tuned on one German-French article of the Text+Berg corpus.
 */
const THIN = {
  gap: -3.5,
  sentencePriors: [-0.23, 0.38, 0.27, 1, 1.4, 2],
  boldness: { single: 0.45, joined: 0.15, unlinked: 0.17 },
} as const;

/** Whether a pair of languages has short word lists, on which the document's own words must help out. */
export function isThin(source: string | undefined, target: string | undefined): boolean {
  const languages = [source, target].map((locale) => languageOf(locale ?? ""));
  return !(languages.includes("de") && languages.includes("en"));
}

/** The tuned numbers, moved for a pair of languages with short word lists. */
export function thinned(tuned: AlignmentParameters): AlignmentParameters {
  const { paragraphs, sentences, repair } = tuned;
  const [one, two, three, four, twoTwo, twoThree] = sentences.priors;
  const by = THIN.sentencePriors;
  return {
    ...tuned,
    paragraphs: { ...paragraphs, gapOpen: paragraphs.gapOpen + THIN.gap },
    sentences: {
      ...sentences,
      gapOpen: sentences.gapOpen + THIN.gap,
      priors: [one + by[0], two + by[1], three + by[2], four + by[3], twoTwo + by[4], twoThree + by[5]],
    },
    repair: { ...repair, gapOpen: repair.gapOpen + THIN.gap },
    boldness: THIN.boldness,
  };
}

/** Least confidence of a link that speaks for two files belonging together, and the least share of such links. */
export const SURE_LINK = 0.75;
export const RELATED_SHARE = 0.09;
