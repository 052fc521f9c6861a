/** Adds up which part of each paragraph is linked to which paragraph of the other side. */
import type { Rectangle } from "./corridor";
import type { SentenceList } from "./sentence-list";

export class LinkTally {
  private readonly sourceMass = new Map<number, number>();
  private readonly targetMass = new Map<number, number>();

  constructor(
    private readonly source: SentenceList,
    private readonly target: SentenceList,
  ) {}

  /** Counts a bead of sentences with a weight: each of its sentences is linked to every paragraph opposite. */
  add({ sourceFrom, sourceTo, targetFrom, targetTo }: Rectangle, weight: number): void {
    for (const q of ownersOf(this.target, targetFrom, targetTo)) {
      for (let s = sourceFrom; s < sourceTo; s++) {
        raise(
          this.sourceMass,
          this.key(this.source.owner[s] ?? 0, q),
          weight * (this.source.units[s]?.length ?? 0),
        );
      }
    }
    for (const p of ownersOf(this.source, sourceFrom, sourceTo)) {
      for (let t = targetFrom; t < targetTo; t++) {
        raise(
          this.targetMass,
          this.key(p, this.target.owner[t] ?? 0),
          weight * (this.target.units[t]?.length ?? 0),
        );
      }
    }
  }

  /** Share of source paragraph p that is linked to target paragraph q, 0..1. */
  sourceShare(p: number, q: number): number {
    return Math.min(1, (this.sourceMass.get(this.key(p, q)) ?? 0) / (this.source.lengths[p] ?? 1));
  }

  /** Share of target paragraph q that is linked to source paragraph p, 0..1. */
  targetShare(p: number, q: number): number {
    return Math.min(1, (this.targetMass.get(this.key(p, q)) ?? 0) / (this.target.lengths[q] ?? 1));
  }

  private key(p: number, q: number): number {
    return p * this.target.lengths.length + q;
  }
}

function raise(mass: Map<number, number>, key: number, by: number): void {
  mass.set(key, (mass.get(key) ?? 0) + by);
}

/** Paragraphs that a run of sentences touches, each once. */
function ownersOf(list: SentenceList, from: number, to: number): readonly number[] {
  const owners: number[] = [];
  for (let index = from; index < to; index++) {
    const owner = list.owner[index] ?? 0;
    if (owners.at(-1) !== owner) owners.push(owner);
  }
  return owners;
}
