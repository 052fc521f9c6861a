/**
 * Sentence links inside a region. Sentences are aligned near the path that the paragraphs took;
 * the best path counts, and beside it every link with its probability.
 */
import type { Band } from "./band";
import { bestPath, type Step } from "./best-path";
import { bandThrough } from "./corridor";
import { type BitextTraits, searchSpaceOf } from "./level";
import { LinkTally } from "./link-tally";
import type { ReadParagraph } from "./paragraph";
import type { AlignmentParameters } from "./parameters";
import { posteriors } from "./posteriors";
import type { SearchSpace } from "./search-space";
import { listSentences, type SentenceList } from "./sentence-list";
import { SHAPES } from "./shapes";

/** Paragraphs beside the path that a sentence may still be linked to. */
const REACH = 2;
/** Above this the sentence level costs more than it gives; the paragraphs then stand alone. */
const MOST_CELLS = 300_000;
/** Links less probable than this are not counted. */
const FAINT = 0.01;

/** @returns null if the region has too many sentences. */
export function linkSentences(
  source: readonly ReadParagraph[],
  target: readonly ReadParagraph[],
  path: readonly Step[],
  ratio: number,
  traits: BitextTraits,
  parameters: AlignmentParameters,
): LinkTally | null {
  const [from, to] = [listSentences(source), listSentences(target)];
  const band = bandAlong(path, from, to);
  if (band.size > MOST_CELLS) return null;
  const space = searchSpaceOf(
    from.units,
    to.units,
    band,
    ratio,
    traits,
    parameters.sentences,
    parameters.evidence,
  );
  const tally = new LinkTally(from, to);
  const { bestPathShare } = parameters.repair;
  for (const step of bestPath(space)) if (step.shape !== null) tally.add(step, bestPathShare);
  addProbable(space, tally, 1 - bestPathShare);
  return tally;
}

/** The sentences of the paragraphs that the path brings together, and of a few beside them. */
function bandAlong(path: readonly Step[], source: SentenceList, target: SentenceList): Band {
  const targets = target.first.length - 1;
  return bandThrough(source.units.length, target.units.length, path, (step) => ({
    sourceFrom: source.first[step.sourceFrom] ?? 0,
    sourceTo: source.first[step.sourceTo] ?? 0,
    targetFrom: target.first[Math.max(0, step.targetFrom - REACH)] ?? 0,
    targetTo: target.first[Math.min(targets, step.targetTo + REACH)] ?? target.units.length,
  }));
}

function addProbable(space: SearchSpace, tally: LinkTally, weight: number): void {
  const chances = posteriors(space);
  const { band } = space;
  const add = (i: number, j: number) => {
    SHAPES.forEach(([m, n], shape) => {
      const chance = chances.bead(i, j, shape);
      if (chance < FAINT) return;
      tally.add({ sourceFrom: i - m, sourceTo: i, targetFrom: j - n, targetTo: j }, weight * chance);
    });
  };
  for (let i = 1; i <= band.rows; i++) {
    for (let j = Math.max(1, band.low(i)); j <= band.high(i); j++) add(i, j);
  }
}
