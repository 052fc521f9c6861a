import { expect } from "vitest";
import type { Bead } from "@/lib/core/alignment/bead";

/** Every paragraph in exactly one bead, in document order, runs without counterpart one by one. */
export function expectCover(beads: readonly Bead[], sources: number, targets: number): void {
  let [source, target] = [0, 0];
  for (const bead of beads) {
    // asked of vitest only once it is wrong: it takes a tenth of a millisecond to look at what is right
    if (isNext(bead, source, target)) [source, target] = [bead.sourceTo, bead.targetTo];
    else expect(bead, `no bead that follows ${source} and ${target}`).toBeNull();
  }
  expect([source, target]).toEqual([sources, targets]);
}

function isNext(bead: Bead, source: number, target: number): boolean {
  const [m, n] = [bead.sourceTo - bead.sourceFrom, bead.targetTo - bead.targetFrom];
  return (
    bead.sourceFrom === source &&
    bead.targetFrom === target &&
    ((m > 0 && n > 0) || (m >= 0 && n >= 0 && m + n === 1)) &&
    bead.confidence >= 0 &&
    bead.confidence <= 1
  );
}

/** "1-1 2-1 0-1", as the literature writes it. */
export const shapesOf = (beads: readonly Bead[]): string =>
  beads.map((b) => `${b.sourceTo - b.sourceFrom}-${b.targetTo - b.targetFrom}`).join(" ");
