import type { Bead } from "@/lib/core/alignment/bead";
import { random } from "@/tests/support/random";

/** Rows over random sides, with one-sided ones and every level of confidence. */
export function randomRows(seed: number): {
  readonly beads: readonly Bead[];
  readonly sources: number;
  readonly targets: number;
  readonly next: (below: number) => number;
} {
  const draw = random(seed);
  const next = (below: number) => Math.floor(draw() * below);
  const beads: Bead[] = [];
  let [sources, targets] = [0, 0];
  for (let left = 1 + next(30); left > 0; left--) {
    const [wide, high] = [next(4), next(4)];
    const [sourceTo, targetTo] = [sources + wide, targets + (wide + high === 0 ? 1 : high)];
    beads.push({ sourceFrom: sources, sourceTo, targetFrom: targets, targetTo, confidence: draw() });
    [sources, targets] = [sourceTo, targetTo];
  }
  return { beads, sources, targets, next };
}
