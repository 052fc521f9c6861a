/**
 * Cuts a long document into regions at places that are certain: between two anchors that are
 * neighbours on both sides. Statistics of words stay local that way, and time stays linear.
 */
import type { Anchor } from "./anchors";

/** Half-open ranges of paragraphs. */
export interface Region {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
}

/** Paragraphs on the longer side of a region: not fewer, and if there is a choice not more. */
const FEWEST = 40;
const ENOUGH = 90;

/** @returns Regions in order, together the whole document; one if there is no certain place. */
export function cutAtAnchors(
  anchors: readonly Anchor[],
  sources: number,
  targets: number,
): readonly Region[] {
  const regions: Region[] = [];
  let [sourceFrom, targetFrom] = [0, 0];
  let best: { i: number; j: number; strength: number } | null = null;
  const cut = (i: number, j: number) => {
    regions.push({ sourceFrom, sourceTo: i, targetFrom, targetTo: j });
    [sourceFrom, targetFrom, best] = [i, j, null];
  };
  for (const place of certainPlaces(anchors)) {
    let size = Math.max(place.i - sourceFrom, place.j - targetFrom);
    if (best && size > ENOUGH) {
      cut(best.i, best.j);
      size = Math.max(place.i - sourceFrom, place.j - targetFrom);
    }
    if (size >= FEWEST && (!best || place.strength > best.strength)) best = place;
  }
  if (best && Math.max(sources - sourceFrom, targets - targetFrom) > ENOUGH) cut(best.i, best.j);
  if (sources > sourceFrom || targets > targetFrom) cut(sources, targets);
  return regions;
}

/** Boundaries between neighbours, as strong as the weakest of the four anchors around. */
function certainPlaces(anchors: readonly Anchor[]): readonly Anchor[] {
  const places: Anchor[] = [];
  const near = (k: number, step: number): number => {
    const [from, to] = [anchors[k], anchors[k + step]];
    if (!from || !to || to.i - from.i !== step || to.j - from.j !== step) return 0;
    return to.strength;
  };
  anchors.forEach((anchor, k) => {
    const next = near(k, 1);
    if (next === 0) return;
    const around = Math.min(near(k, -1), near(k + 1, 1));
    places.push({ i: anchor.i + 1, j: anchor.j + 1, strength: Math.min(anchor.strength, next) + around });
  });
  return places;
}
