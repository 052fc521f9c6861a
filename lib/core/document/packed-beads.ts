/**
 * Beads in short, for the way between page and server: 20,000 of them as objects would be
 * two megabytes. Beads follow one another without a gap, so their sizes say where they are.
 */
import type { Bead } from "../alignment/bead";
import { err, ok, type Result } from "../shared/result";

const BEAD = /^(\d{1,6}),(\d{1,6}),(0|1|0?\.\d{1,4})$/;

/** Beads that cover both sides in order as "sources,targets,confidence;…"; confidence keeps four decimals. */
export const packBeads = (beads: readonly Bead[]): string =>
  beads
    .map((bead) => {
      const confidence = Math.round(bead.confidence * 10_000) / 10_000;
      return `${bead.sourceTo - bead.sourceFrom},${bead.targetTo - bead.targetFrom},${confidence}`;
    })
    .join(";");

/** Reads what `packBeads` wrote. Whether the beads fit a pair of texts is for `coversAll` to say. */
export function unpackBeads(packed: string): Result<readonly Bead[], "bad-rows"> {
  const beads: Bead[] = [];
  let [source, target] = [0, 0];
  for (const part of packed === "" ? [] : packed.split(";")) {
    const [, sources, targets, confidence] = BEAD.exec(part) ?? [];
    if (!confidence) return err("bad-rows");
    const [sourceTo, targetTo] = [source + Number(sources), target + Number(targets)];
    beads.push({
      sourceFrom: source,
      sourceTo,
      targetFrom: target,
      targetTo,
      confidence: Number(confidence),
    });
    [source, target] = [sourceTo, targetTo];
  }
  return ok(beads);
}
