import {
  type AlignmentParameters,
  type EvidenceParameters,
  type LevelParameters,
  PARAMETERS,
} from "@/lib/core/alignment/parameters";

/** The same change at both levels. */
const levels = (
  change: Partial<LevelParameters>,
  evidence: Partial<EvidenceParameters> = {},
): AlignmentParameters => ({
  ...PARAMETERS,
  paragraphs: { ...PARAMETERS.paragraphs, ...change },
  sentences: { ...PARAMETERS.sentences, ...change },
  evidence: { ...PARAMETERS.evidence, ...evidence },
});

/** The aligner without one kind of evidence each; nothing is tuned again. */
export const ABLATIONS: Readonly<Record<string, AlignmentParameters>> = {
  nothing: PARAMETERS,
  numbers: levels({ strangeNumber: 0 }, { sameNumber: 0, sameClockTime: 0 }),
  "names and equal words": levels({ strangeName: 0 }, { sameWord: 0 }),
  cognates: levels({}, { cognate: 0, likely: 0 }),
  "word lists": levels({ strangeKnown: 0 }, { concept: 0, conceptPart: 0 }),
  "learned words": levels({}, { learned: 0 }),
  "words of one side only": levels({ strangeNumber: 0, strangeName: 0, strangeWord: 0, strangeKnown: 0 }),
  "the cost of sharing nothing": levels({ bare: 0 }),
  "signs (%, €)": levels({}, { sameSign: 0 }),
  lengths: levels({ lengthWeight: 0 }),
  "the level of sentences": {
    ...PARAMETERS,
    repair: {
      ...PARAMETERS.repair,
      paragraphWeight: 1,
      linked: 0,
      gapOpen: PARAMETERS.paragraphs.gapOpen,
      gapExtend: PARAMETERS.paragraphs.gapExtend,
    },
  },
};
