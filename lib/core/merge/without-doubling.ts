import { countUnits, DOUBLING_REACH, isDoubled } from "./doubling";
import { joinRegions, type MergeRegion, textOfRegions } from "./regions";

/** Characters on either side of two regions that are looked at with them: more than the reach of a doubling. */
const CONTEXT = 250;

/**
 * Makes a conflict of what the merge would say twice. As a rule two neighbouring regions, one changed by
 * each side, say the same; if no such pair is found, everything from the first change to the last is one
 * conflict.
 */
export function withoutDoubling(regions: readonly MergeRegion[], locale?: string): readonly MergeRegion[] {
  if (!saysTwice(regions, locale)) return regions;
  const parted = joinDoubledPairs(regions, locale);
  if (!saysTwice(parted, locale)) return parted;
  const isChanged = ({ kind }: MergeRegion): boolean => kind !== "same";
  const [first, last] = [parted.findIndex(isChanged), parted.findLastIndex(isChanged)];
  return [...parted.slice(0, first), joinRegions(parted.slice(first, last + 1)), ...parted.slice(last + 1)];
}

function saysTwice(regions: readonly MergeRegion[], locale?: string): boolean {
  const text = textOfRegions(regions);
  if (text === null) return false;
  const { ours, theirs } = joinRegions(regions);
  return isDoubled(text, ours, theirs, locale);
}

function joinDoubledPairs(regions: readonly MergeRegion[], locale?: string): readonly MergeRegion[] {
  const parted: MergeRegion[] = [];
  for (const region of regions) {
    const start = startOfPair(parted, region);
    const pair = start < 0 ? [] : [...parted.slice(start), region];
    const isNear = pair.slice(1, -1).every(({ base }) => countUnits(base, locale) <= DOUBLING_REACH);
    if (pair.length > 0 && isNear && saysTwice(withContext(parted, start, pair), locale)) {
      parted.splice(start, parted.length - start, joinRegions(pair));
    } else {
      parted.push(region);
    }
  }
  return parted;
}

/** Where the last region stands that the other side changed alone; -1 if another change lies between. */
function startOfPair(before: readonly MergeRegion[], { kind }: MergeRegion): number {
  if (kind !== "ours" && kind !== "theirs") return -1;
  const at = before.findLastIndex((other) => other.kind !== "same");
  const other = before[at]?.kind;
  return other !== kind && (other === "ours" || other === "theirs") ? at : -1;
}

function withContext(
  before: readonly MergeRegion[],
  start: number,
  pair: readonly MergeRegion[],
): readonly MergeRegion[] {
  const previous = before[start - 1];
  if (previous?.kind !== "same") return pair;
  const text = previous.base.slice(-CONTEXT);
  return [{ kind: "same", base: text, ours: text, theirs: text }, ...pair];
}
