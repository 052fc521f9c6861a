import { expect } from "vitest";
import type { Bead } from "@/lib/core/alignment/bead";

/** Every paragraph in exactly one bead, in document order, runs without counterpart one by one. */
export function expectCover(beads: readonly Bead[], sources: number, targets: number): void {
  let [source, target] = [0, 0];
  for (const bead of beads) {
    expect([bead.sourceFrom, bead.targetFrom]).toEqual([source, target]);
    const [m, n] = [bead.sourceTo - bead.sourceFrom, bead.targetTo - bead.targetFrom];
    expect(m >= 0 && n >= 0 && m + n >= 1).toBe(true);
    if (m === 0 || n === 0) expect(m + n).toBe(1);
    expect(bead.confidence).toBeGreaterThanOrEqual(0);
    expect(bead.confidence).toBeLessThanOrEqual(1);
    [source, target] = [bead.sourceTo, bead.targetTo];
  }
  expect([source, target]).toEqual([sources, targets]);
}

/** "1-1 2-1 0-1", as the literature writes it. */
export const shapesOf = (beads: readonly Bead[]): string =>
  beads.map((b) => `${b.sourceTo - b.sourceFrom}-${b.targetTo - b.targetFrom}`).join(" ");
