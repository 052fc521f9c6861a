/**
 * Sentence links inside a region: which part of each paragraph is linked to which paragraph of
 * the other side. Sentences are aligned near the path that the paragraphs took, and every link
 * counts with its probability.
 */
import { type Band, bandFrom } from "./band";
import type { Step } from "./best-path";
import { type BitextTraits, searchSpaceOf } from "./level";
import type { ReadParagraph } from "./paragraph";
import type { AlignmentParameters } from "./parameters";
import { posteriors } from "./posteriors";
import type { SearchSpace } from "./search-space";
import { SHAPES } from "./shapes";
import type { Unit } from "./tokens";

export interface SentenceLinks {
  /** Share of source paragraph p whose sentences are linked to target paragraph q, 0..1. */
  source(p: number, q: number): number;
  /** Share of target paragraph q whose sentences are linked to source paragraph p, 0..1. */
  target(p: number, q: number): number;
}

/** Paragraphs beside the path that a sentence may still be linked to. */
const REACH = 2;
/** Above this the sentence level costs more than it gives; the paragraphs then stand alone. */
const MOST_CELLS = 300_000;
const FAINT = 0.01;

/** Sentences of one side and the paragraph each belongs to. */
interface SentenceList {
  readonly units: readonly Unit[];
  readonly owner: Int32Array;
  /** Number of the first sentence of each paragraph, and one past the last at the end. */
  readonly first: Int32Array;
}

/** @returns null if the region has too many sentences. */
export function linkSentences(
  source: readonly ReadParagraph[],
  target: readonly ReadParagraph[],
  path: readonly Step[],
  ratio: number,
  traits: BitextTraits,
  parameters: AlignmentParameters,
): SentenceLinks | null {
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
  return gatherLinks(space, from, to);
}

function listSentences(paragraphs: readonly ReadParagraph[]): SentenceList {
  const units = paragraphs.flatMap(({ sentences }) => sentences);
  const first = new Int32Array(paragraphs.length + 1);
  const owner = new Int32Array(units.length);
  paragraphs.forEach(({ sentences }, index) => {
    const start = first[index] ?? 0;
    owner.fill(index, start, start + sentences.length);
    first[index + 1] = start + sentences.length;
  });
  return { units, owner, first };
}

/** The path's beads, widened; between two beads every way through is open. */
function bandAlong(path: readonly Step[], source: SentenceList, target: SentenceList): Band {
  const targets = target.first.length - 1;
  const lows = new Int32Array(source.units.length + 1).fill(target.units.length);
  const highs = new Int32Array(source.units.length + 1);
  const open = (step: Step) => {
    const low = target.first[Math.max(0, step.targetFrom - REACH)] ?? 0;
    const high = target.first[Math.min(targets, step.targetTo + REACH)] ?? target.units.length;
    const last = source.first[step.sourceTo] ?? 0;
    for (let row = source.first[step.sourceFrom] ?? 0; row <= last; row++) {
      lows[row] = Math.min(lows[row] ?? low, low);
      highs[row] = Math.max(highs[row] ?? high, high);
    }
  };
  for (const run of joinGaps(path)) open(run);
  return bandFrom(lows, highs, target.units.length);
}

/** Runs without counterpart that stand together become one, whatever their side. */
function joinGaps(path: readonly Step[]): readonly Step[] {
  const joined: Step[] = [];
  for (const step of path) {
    const last = joined.at(-1);
    if (last && last.shape === null && step.shape === null) {
      joined[joined.length - 1] = { ...last, sourceTo: step.sourceTo, targetTo: step.targetTo };
    } else joined.push(step);
  }
  return joined;
}

function gatherLinks(space: SearchSpace, source: SentenceList, target: SentenceList): SentenceLinks {
  const chances = posteriors(space);
  const { band } = space;
  const targets = target.first.length - 1;
  const sourceMass = new Map<number, number>();
  const targetMass = new Map<number, number>();
  const note = (i: number, m: number, j: number, n: number, chance: number) => {
    spread(sourceMass, source, i, m, target, j, n, (p, q) => p * targets + q, chance);
    spread(targetMass, target, j, n, source, i, m, (q, p) => p * targets + q, chance);
  };
  for (let i = 1; i <= band.rows; i++) {
    for (let j = Math.max(1, band.low(i)); j <= band.high(i); j++) {
      const cell = band.cell(i, j);
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const chance = chances.bead(cell, shape);
        const [m, n] = SHAPES[shape] ?? [1, 1];
        if (chance > FAINT) note(i - m, m, j - n, n, chance);
      }
    }
  }
  const sourceLengths = paragraphLengths(source);
  const targetLengths = paragraphLengths(target);
  return {
    source: (p, q) => Math.min(1, (sourceMass.get(p * targets + q) ?? 0) / (sourceLengths[p] ?? 1)),
    target: (p, q) => Math.min(1, (targetMass.get(p * targets + q) ?? 0) / (targetLengths[q] ?? 1)),
  };
}

/** Adds the lengths of the near side's sentences to each paragraph that the far side's sentences touch. */
function spread(
  mass: Map<number, number>,
  near: SentenceList,
  from: number,
  count: number,
  far: SentenceList,
  farFrom: number,
  farCount: number,
  key: (near: number, far: number) => number,
  chance: number,
): void {
  let last = -1;
  for (let f = farFrom; f < farFrom + farCount; f++) {
    const owner = far.owner[f] ?? 0;
    if (owner === last) continue;
    last = owner;
    for (let s = from; s < from + count; s++) {
      const at = key(near.owner[s] ?? 0, owner);
      mass.set(at, (mass.get(at) ?? 0) + chance * (near.units[s]?.length ?? 0));
    }
  }
}

function paragraphLengths({ units, owner, first }: SentenceList): Float64Array {
  const lengths = new Float64Array(first.length - 1);
  units.forEach(({ length }, index) => {
    const paragraph = owner[index] ?? 0;
    lengths[paragraph] = (lengths[paragraph] ?? 0) + length;
  });
  return lengths;
}
