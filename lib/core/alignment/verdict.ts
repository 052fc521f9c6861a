/** Is the target a translation of the source at all, or the wrong file? */
import type { Bead } from "./bead";
import { RELATED_SHARE, SURE_LINK } from "./parameters";
import { readUnit } from "./tokens";

export interface Verdict {
  /** False: "this is not a translation of that". */
  readonly related: boolean;
  /** Share of the shorter side's text that stands in beads with two sides, 0..1. */
  readonly linkedShare: number;
}

/**
 * Judges by what the aligner could link. Unrelated documents link a few short lines at most.
 * Two sides of which one is empty are not related; two empty ones are.
 */
export function judgeBitext(
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
): Verdict {
  const lengths = [source, target].map((texts) => texts.map((text) => weight(text)));
  const linked = [0, 0];
  for (const bead of beads) {
    if (bead.sourceTo === bead.sourceFrom || bead.targetTo === bead.targetFrom) continue;
    if (bead.confidence < SURE_LINK) continue;
    linked[0] = (linked[0] ?? 0) + sum(lengths[0], bead.sourceFrom, bead.sourceTo);
    linked[1] = (linked[1] ?? 0) + sum(lengths[1], bead.targetFrom, bead.targetTo);
  }
  const shares = linked.map(
    (part, side) => part / Math.max(1, sum(lengths[side], 0, lengths[side]?.length ?? 0)),
  );
  const linkedShare = Math.max(...shares);
  const nothing = source.length + target.length === 0;
  return { related: nothing || linkedShare >= RELATED_SHARE, linkedShare: nothing ? 1 : linkedShare };
}

const weight = (text: string): number => readUnit(text).length;

function sum(lengths: readonly number[] | undefined, from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += lengths?.[index] ?? 0;
  return total;
}
