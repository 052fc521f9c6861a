/**
 * Every tuned number of the aligner. Tuned by random search on 309 open cases made from 98 German
 * news documents with English machine translations and references (newstest2021 and generaltest
 * 2022 and 2023); nothing else was looked at. Scores are natural logarithms of odds.
 */

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
  /** How much of a token's own counterpart is taken out of its chance of matching by accident. */
  readonly ownShare: number;
  /** Deviation of the logarithm of lengths: a constant, and a part that shrinks with length. */
  readonly lengthSpread: number;
  readonly lengthNoise: number;
}

/** How likely a word's counterpart stands in a true translation, by what makes it a counterpart. */
export interface EvidenceParameters {
  readonly sameWord: number;
  readonly sameNumber: number;
  readonly sameClockTime: number;
  readonly cognate: number;
  readonly likely: number;
  readonly concept: number;
  readonly conceptPart: number;
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
  readonly gapOpen: number;
  readonly gapExtend: number;
}

export interface AlignmentParameters {
  readonly paragraphs: LevelParameters;
  readonly sentences: LevelParameters;
  readonly evidence: EvidenceParameters;
  readonly repair: RepairParameters;
}

const PARAGRAPHS: LevelParameters = {
  gapOpen: -3.7,
  gapExtend: -0.85,
  priors: [-0.15, -2.9, -4.9, -6.6, -5.6, -6.1],
  wordWeight: 0.5,
  strangeNumber: -2.2,
  strangeName: -0.46,
  strangeWord: -0.1,
  ownShare: 0,
  lengthSpread: 0.07,
  lengthNoise: 4.2,
};

export const PARAMETERS: AlignmentParameters = {
  paragraphs: PARAGRAPHS,
  sentences: PARAGRAPHS,
  evidence: {
    sameWord: 0.867,
    sameNumber: 0.85,
    sameClockTime: 0.5,
    cognate: 0.785,
    likely: 0.68,
    concept: 0.72,
    conceptPart: 0.5,
    leastLikeness: 0.7,
    most: 0.91,
  },
  repair: { paragraphWeight: 0.5, linked: 8, threshold: 0.4, gapOpen: -2, gapExtend: -0.5 },
};

/** Least confidence of a link that speaks for two files belonging together, and the least share of such links. */
export const SURE_LINK = 0.5;
export const RELATED_SHARE = 0.2;
