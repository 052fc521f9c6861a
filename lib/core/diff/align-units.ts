import { alignAffine, type Box, type Link, OPENING, type Sequences } from "./affine-alignment";
import { doubleStretches, findAnchors, type Stretches } from "./anchors";
import { Numbering } from "./equal-run";
import { matchSequences } from "./myers";
import { findSentenceAnchors } from "./sentence-anchors";
import type { UnitSide } from "./units";

/** Beyond this many cells (2,000 by 2,000 units) sentences are aligned first, then phrases. */
const CELLS_AT_ONCE = 4_000_000;
/** What one comparison may spend altogether: about 0.15 s. */
const CELLS_IN_ALL = 16_000_000;
/** Powers of 2, tried in this order; about a sentence, a clause, a phrase. */
const ANCHOR_LENGTHS = [16, 8, 4];
const REPETITIVE_EFFORT = 200;

export interface UnitAlignment {
  readonly links: readonly Link[];
  /** True if every stretch got the best alignment that exists. */
  readonly precise: boolean;
}

/** Aligns two texts, given with their units, for a reader. Time is bounded for every input. */
export function alignUnits(base: UnitSide, next: UnitSide, locale?: string): UnitAlignment {
  const numbering = new Numbering();
  const sequences: Sequences = {
    base: numbering.number(base.units),
    next: numbering.number(next.units),
    weights: Float64Array.from(base.units, ({ weight }) => weight),
  };
  const aligner = new Aligner(sequences, (box) =>
    findSentenceAnchors({ base, next, locale }, sequences, box),
  );
  aligner.align(
    { baseFrom: 0, baseTo: base.units.length, nextFrom: 0, nextTo: next.units.length },
    ANCHOR_LENGTHS,
  );
  const links = aligner.precise ? aligner.links : withoutIslands(aligner.links, sequences);
  return { links, precise: aligner.precise };
}

class Aligner {
  readonly links: Link[] = [];
  precise = true;
  private cellsLeft = CELLS_IN_ALL;
  private readonly stretches = new Map<number, Stretches>();

  private sentencesAligned = false;

  constructor(
    private readonly sequences: Sequences,
    private readonly findSentences: (box: Box) => readonly Link[],
  ) {
    this.stretches.set(1, sequences);
  }

  /** Equal units at both ends of a stretch always belong to a best alignment. */
  align(box: Box, anchorLengths: readonly number[]): void {
    const { base, next } = this.sequences;
    let { baseFrom, baseTo, nextFrom, nextTo } = box;
    while (baseFrom < baseTo && nextFrom < nextTo && base[baseFrom] === next[nextFrom]) {
      this.links.push({ base: baseFrom++, next: nextFrom++ });
    }
    const tail: Link[] = [];
    while (baseFrom < baseTo && nextFrom < nextTo && base[baseTo - 1] === next[nextTo - 1]) {
      tail.push({ base: --baseTo, next: --nextTo });
    }
    this.alignMiddle({ baseFrom, baseTo, nextFrom, nextTo }, anchorLengths);
    for (const link of tail.reverse()) this.links.push(link);
  }

  private alignMiddle(box: Box, anchorLengths: readonly number[]): void {
    const cells = (box.baseTo - box.baseFrom) * (box.nextTo - box.nextFrom);
    if (cells === 0) return;
    if (cells <= CELLS_AT_ONCE && cells <= this.cellsLeft) {
      this.cellsLeft -= cells;
      for (const link of alignAffine(this.sequences, box)) this.links.push(link);
      return;
    }
    this.precise = false;
    if (!this.sentencesAligned) {
      this.sentencesAligned = true;
      this.alignBetween(box, this.findSentences(box), anchorLengths);
      return;
    }
    const [length, ...shorter] = anchorLengths;
    if (length === undefined) this.alignRepetitive(box);
    else this.alignBetween(box, findAnchors(this.stretchesOf(length), box, length), shorter);
  }

  private stretchesOf(length: number): Stretches {
    const known = this.stretches.get(length);
    if (known) return known;
    const doubled = doubleStretches(this.stretchesOf(length / 2), length / 2);
    this.stretches.set(length, doubled);
    return doubled;
  }

  private alignBetween(box: Box, anchors: readonly Link[], anchorLengths: readonly number[]): void {
    let { baseFrom, nextFrom } = box;
    for (const anchor of anchors) {
      this.align({ baseFrom, baseTo: anchor.base, nextFrom, nextTo: anchor.next }, anchorLengths);
      this.links.push(anchor);
      baseFrom = anchor.base + 1;
      nextFrom = anchor.next + 1;
    }
    this.align({ ...box, baseFrom, nextFrom }, anchorLengths);
  }

  /** No phrase is unique: the shortest script if it is cheap, one big replacement if not. */
  private alignRepetitive(box: Box): void {
    const base = this.sequences.base.subarray(box.baseFrom, box.baseTo);
    const next = this.sequences.next.subarray(box.nextFrom, box.nextTo);
    const match = matchSequences(base, next, REPETITIVE_EFFORT);
    if (!match.precise) return;
    for (const run of match.runs) {
      for (let at = 0; at < run.length; at++) {
        this.links.push({ base: box.baseFrom + run.base + at, next: box.nextFrom + run.next + at });
      }
    }
  }
}

/** Drops runs between two changes that are worth less than opening another change. */
function withoutIslands(links: readonly Link[], { weights }: Sequences): readonly Link[] {
  const runs: Link[][] = [];
  for (const link of links) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.base + 1 === link.base && last.next + 1 === link.next) runs.at(-1)?.push(link);
    else runs.push([link]);
  }
  const isKept = (run: readonly Link[], index: number): boolean =>
    index === 0 ||
    index === runs.length - 1 ||
    run.reduce((sum, { base }) => sum + (weights[base] ?? 0), 0) > OPENING;
  return runs.filter(isKept).flat();
}
