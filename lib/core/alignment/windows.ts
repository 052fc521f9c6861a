/**
 * Regions that are still too large because nothing anchors them: windows along the way, of which
 * the first part is kept and the next window starts from there.
 */
import type { Bead } from "./bead";
import type { Region } from "./cuts";

/** Cells of the paragraph table that one search may have. */
const MOST_CELLS = 20_000;
/** Paragraphs of a window on its longer side, fewest on the shorter one, and the share of it that is kept. */
const WINDOW = 80;
const NARROWEST = 30;
const KEPT = 0.6;

/**
 * Aligns a region of any size with a search for small ones.
 *
 * @param align gives beads with indices of the whole document for a part of the region.
 * @returns Beads of the whole region, in order.
 */
export function alignInWindows(region: Region, align: (part: Region) => readonly Bead[]): readonly Bead[] {
  const beads: Bead[] = [];
  let rest = region;
  while (cells(rest) > MOST_CELLS) {
    const window = firstWindow(rest);
    const kept = firstPart(window, align(window));
    for (const bead of kept) beads.push(bead);
    const last = kept.at(-1);
    if (!last) break;
    rest = { ...rest, sourceFrom: last.sourceTo, targetFrom: last.targetTo };
  }
  for (const bead of align(rest)) beads.push(bead);
  return beads;
}

const cells = (region: Region): number =>
  (region.sourceTo - region.sourceFrom + 1) * (region.targetTo - region.targetFrom + 1);

/** As wide and as high in proportion as what is left. */
function firstWindow(rest: Region): Region {
  const sources = rest.sourceTo - rest.sourceFrom;
  const targets = rest.targetTo - rest.targetFrom;
  const scale = WINDOW / Math.max(sources, targets);
  const part = (length: number) => Math.min(length, Math.max(NARROWEST, Math.round(length * scale)));
  return {
    ...rest,
    sourceTo: rest.sourceFrom + part(sources),
    targetTo: rest.targetFrom + part(targets),
  };
}

/** Beads of the first part, but at least one; runs without counterpart at its end wait for the next window. */
function firstPart(window: Region, beads: readonly Bead[]): readonly Bead[] {
  const sourceEnd = window.sourceFrom + KEPT * (window.sourceTo - window.sourceFrom);
  const targetEnd = window.targetFrom + KEPT * (window.targetTo - window.targetFrom);
  let count = beads.findIndex((bead) => bead.sourceTo > sourceEnd || bead.targetTo > targetEnd);
  if (count < 0) count = beads.length;
  return beads.slice(0, Math.max(1, count));
}
