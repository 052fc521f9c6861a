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
import { traitsReader } from "./correspondences";
import { cutAtAnchors, type Region } from "./cuts";
import type { BitextTraits } from "./level";
import { guessLanguage } from "./lexicon/guess-language";
import { languageProfile } from "./lexicon/language-profile";
import { readParagraph } from "./paragraph";
import { type AlignmentParameters, PARAMETERS } from "./parameters";
import { alignRegion } from "./region";
import { alignInWindows } from "./windows";

/** Paragraphs on one side up to which a document is aligned in one piece. */
const SHORT_DOCUMENT = 100;

export interface AlignmentOptions {
  /** BCP 47 tags; without them the languages are guessed from their commonest words. */
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
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
  parameters: AlignmentParameters,
  source: readonly string[],
  target: readonly string[],
  options: AlignmentOptions,
): readonly Bead[] {
  const sourceLocale = options.sourceLocale ?? guessLanguage(source);
  const targetLocale = options.targetLocale ?? guessLanguage(target);
  const sourceProfile = languageProfile(sourceLocale);
  const targetProfile = languageProfile(targetLocale);
  const traits = {
    source: traitsReader(sourceProfile),
    target: traitsReader(targetProfile),
    sourceNamesCount: !sourceProfile.capitalNouns,
    targetNamesCount: !targetProfile.capitalNouns,
  };
  const ratio = targetProfile.lengthFactor / sourceProfile.lengthFactor;
  const tell = progressTeller(source.length + target.length, options.onProgress);
  const alignPart = (part: Region): readonly Bead[] => {
    tell(part.sourceFrom + part.targetFrom);
    const sources = source
      .slice(part.sourceFrom, part.sourceTo)
      .map((text) => readParagraph(text, sourceLocale));
    const targets = target
      .slice(part.targetFrom, part.targetTo)
      .map((text) => readParagraph(text, targetLocale));
    const beads = alignRegion(sources, targets, ratio, traits, parameters);
    return beads.map((bead) => moved(bead, part.sourceFrom, part.targetFrom));
  };
  const beads: Bead[] = [];
  for (const region of regionsOf(source, target, traits)) {
    for (const bead of alignInWindows(region, alignPart)) beads.push(bead);
    tell(region.sourceTo + region.targetTo);
  }
  return beads;
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
  traits: BitextTraits,
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
