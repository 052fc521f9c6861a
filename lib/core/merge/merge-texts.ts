import { tokenize } from "../text/tokens";
import { sharedAlongCommonPath } from "./common-path";
import { repeatsItself } from "./doubling";
import { cutRegions, type MergeRegion, textOfRegions } from "./regions";
import { keptByBoth, type Versions } from "./shared-tokens";
import { withoutDoubling } from "./without-doubling";

export type { MergeRegion, RegionKind } from "./regions";

/** The regions in order: their `base` texts joined are the base, likewise `ours` and `theirs`. */
export type Merge =
  /** All changes of both sides, none twice. */
  | { readonly status: "clean"; readonly text: string; readonly regions: readonly MergeRegion[] }
  /** Whatever `theirs` changed, `ours` has already: `text` is `ours`. */
  | { readonly status: "contained"; readonly text: string; readonly regions: readonly MergeRegion[] }
  /** At least one region is a conflict: a person has to decide. */
  | { readonly status: "conflict"; readonly regions: readonly MergeRegion[] };

export interface MergeOptions {
  /** Language of the texts, for scripts without spaces between words. */
  readonly locale?: string;
}

/**
 * Brings what changed from `base` to `theirs` into `ours`: the current text and a proposal that was written
 * on an earlier one.
 *
 * Laws: merge(o, x, x) = x, merge(o, x, o) = x and merge(o, o, y) = y; swapping `ours` and `theirs` swaps
 * the regions and changes no text; a merged text consists of the regions' texts and of nothing else, and
 * two neighbouring words of it are neighbours in `ours` or in `theirs`. In doubt it is a conflict: where
 * changes touch (white space alone does not part them), and where both sides seem to have written the same
 * words at different places.
 *
 * Where both only put words in, a word is in the merge at most as often as they have: `ours + theirs - base` times.
 * That can be once more than a person would want where it stands beside its equal and one side has put it in together
 * with other words: "a a a" with "a a a a" and "a x a a a" is "a x a a a a". Which of equal words is the new one no
 * comparison can tell; whoever decides sees both.
 *
 * Time is about linear for few edits; a second is not exceeded by 10,000 words with 3 % edits on each side.
 */
export function mergeTexts(base: string, ours: string, theirs: string, options: MergeOptions = {}): Merge {
  // In a fixed order of the sides, so that swapping them mirrors the result.
  if (ours > theirs) return mergeOf(mergeRegions(base, theirs, ours, options.locale).map(mirror), ours);
  return mergeOf(mergeRegions(base, ours, theirs, options.locale), ours);
}

function mirror({ kind, base, ours, theirs }: MergeRegion): MergeRegion {
  const mirrored = {
    ours: "theirs",
    theirs: "ours",
    same: "same",
    both: "both",
    conflict: "conflict",
  } as const;
  return { kind: mirrored[kind], base, ours: theirs, theirs: ours };
}

function mergeOf(regions: readonly MergeRegion[], ours: string): Merge {
  const text = textOfRegions(regions);
  if (text === null) return { status: "conflict", regions };
  return { status: text === ours ? "contained" : "clean", text, regions };
}

function mergeRegions(base: string, ours: string, theirs: string, locale?: string): readonly MergeRegion[] {
  const versions = tokensOf(base, ours, theirs, locale);
  const first = cutRegions(versions, keptByBoth(versions)).flatMap((region) => resolve(region, locale));
  const parted = withoutDoubling(first, locale);
  if (textOfRegions(parted) !== null || repeatsItself(base, locale)) return parted;
  const second = regionsAlongCommonPath(versions);
  return second && textOfRegions(withoutDoubling(second, locale)) !== null ? second : parted;
}

const tokensOf = (base: string, ours: string, theirs: string, locale?: string): Versions => ({
  base: tokenize(base, locale),
  ours: tokenize(ours, locale),
  theirs: tokenize(theirs, locale),
});

function regionsAlongCommonPath(versions: Versions): readonly MergeRegion[] | null {
  const shared = sharedAlongCommonPath(versions);
  return shared && cutRegions(versions, shared);
}

/** A conflict falls apart into regions that are none if both sides made some of their changes alike. */
function resolve(region: MergeRegion, locale?: string): readonly MergeRegion[] {
  if (region.kind !== "conflict") return [region];
  const regions = regionsAlongCommonPath(tokensOf(region.base, region.ours, region.theirs, locale));
  return regions && textOfRegions(regions) !== null ? regions : [region];
}
