/**
 * Paragraph alignment of a source with its translation.
 *
 * Each bead is scored as log-odds of "translation" against "chance", from lengths and from what
 * both sides share: numbers, names, cognates, words of common concepts. A run without counterpart
 * costs its beginning more than its length. Paragraphs are aligned first, then sentences near that
 * path, and the sentence links decide where paragraphs were joined, split or left out. Long
 * documents are cut at places that are certain, so that time grows with length only.
 */

import { findAnchors } from "./anchors";
import type { Bead } from "./bead";
import { type BitextReading, readingOf } from "./bitext-reading";
import { aroundBlanks } from "./blank-paragraphs";
import { cutAtAnchors, type Region } from "./cuts";
import { type Learned, learnFrom, type TextPair } from "./learning";
import { type AlignmentParameters, PARAMETERS } from "./parameters";
import { alignRegion } from "./region";
import { withoutChanceLinks } from "./verdict";
import { alignInWindows } from "./windows";

/** Paragraphs on one side up to which a document is aligned in one piece. */
const SHORT_DOCUMENT = 100;
/** A region whose beads are wrong with no more than this chance on average is not aligned again. */
const SURE = 0.005;

export interface AlignmentOptions {
  /** BCP 47 tags; without them the languages are guessed from their commonest words. */
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
  /** Texts known to translate each other, such as approved segments and terms: the lexicon learns from them. */
  readonly known?: readonly TextPair[];
  /** Called about a hundred times at most with paragraphs done, of both sides together, and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Aligns two lists of paragraphs.
 *
 * @returns Beads in document order, 0-based and half-open; every paragraph is in exactly one;
 *   a paragraph without counterpart is a bead of its own. Two empty lists give none. The same
 *   input always gives the same result. Never throws, whatever the texts.
 */
export function alignParagraphs(
  source: readonly string[],
  target: readonly string[],
  options: AlignmentOptions = {},
): readonly Bead[] {
  return alignWith(PARAMETERS, source, target, options);
}

/** The same with other parameters, for tuning and ablation. */
export function alignWith(
  tuned: AlignmentParameters,
  source: readonly string[],
  target: readonly string[],
  options: AlignmentOptions,
): readonly Bead[] {
  return aroundBlanks(source, target, (sources, targets) => alignVisible(tuned, sources, targets, options));
}

function alignVisible(
  tuned: AlignmentParameters,
  source: readonly string[],
  target: readonly string[],
  options: AlignmentOptions,
): readonly Bead[] {
  const reading = readingOf(source, target, options, tuned);
  const known = options.known ?? [];
  const regions = regionsOf(source, target, reading);
  const passes = reading.thin ? 2 : 1;
  const total = source.length + target.length;
  const tell = progressTeller(total, options.onProgress);
  let found: ReadonlyArray<readonly Bead[]> = [];
  let learned = learnFrom(known, [], source, target, reading);
  for (let pass = 0; pass < passes; pass++) {
    const settled = (done: number) => tell(Math.ceil((done + pass * total) / passes));
    if (pass > 0) learned = learnFrom(known, found.flat(), source, target, reading);
    const taught = learned;
    const align = (part: Region): readonly Bead[] => {
      settled(part.sourceFrom + part.targetFrom);
      return alignPart(part, source, target, reading, taught);
    };
    found = regions.map((region, index) => {
      const before = found[index];
      const beads = before && isSure(before) ? before : alignInWindows(region, align);
      settled(region.sourceTo + region.targetTo);
      return beads;
    });
  }
  const beads = found.flat();
  return reading.thin ? beads : withoutChanceLinks(source, target, beads, learned.lexicon);
}

function alignPart(
  part: Region,
  source: readonly string[],
  target: readonly string[],
  reading: BitextReading,
  learned: Learned,
): readonly Bead[] {
  const sources = source.slice(part.sourceFrom, part.sourceTo).map(reading.readSource);
  const targets = target.slice(part.targetFrom, part.targetTo).map(reading.readTarget);
  const traits = { ...reading.traits, ...learned };
  const beads = alignRegion(sources, targets, learned.ratio, traits, reading.parameters);
  return beads.map((bead) => moved(bead, part.sourceFrom, part.targetFrom));
}

/** Whether nothing that is learned could change much. */
function isSure(beads: readonly Bead[]): boolean {
  const doubt = beads.reduce((sum, { confidence }) => sum + 1 - confidence, 0);
  return doubt <= SURE * beads.length;
}

/** Tells of every further hundredth, and of the end. */
function progressTeller(total: number, onProgress: AlignmentOptions["onProgress"]): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done <= told || (done < total && done - told < total / 100)) return;
    told = done;
    onProgress?.(done, total);
  };
}

/** Documents of ordinary length are one region; only long ones look for anchors. */
function regionsOf(
  source: readonly string[],
  target: readonly string[],
  { traits }: BitextReading,
): readonly Region[] {
  const whole = { sourceFrom: 0, sourceTo: source.length, targetFrom: 0, targetTo: target.length };
  if (source.length + target.length === 0) return [];
  if (Math.max(source.length, target.length) <= SHORT_DOCUMENT) return [whole];
  return cutAtAnchors(
    findAnchors(source, target, traits.source, traits.target),
    source.length,
    target.length,
  );
}

const moved = (bead: Bead, source: number, target: number): Bead => ({
  sourceFrom: bead.sourceFrom + source,
  sourceTo: bead.sourceTo + source,
  targetFrom: bead.targetFrom + target,
  targetTo: bead.targetTo + target,
  confidence: bead.confidence,
});
