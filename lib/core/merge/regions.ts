import type { Token } from "../text/tokens";
import type { SharedToken, Versions } from "./shared-tokens";

/**
 * - `same`: nobody changed it.
 * - `ours`, `theirs`: that side alone changed it.
 * - `both`: both made the same change.
 * - `conflict`: both changed it, each in their own way.
 */
export type RegionKind = "same" | "ours" | "theirs" | "both" | "conflict";

/** A stretch of the merge as it stands in each of the three texts. */
export interface MergeRegion {
  readonly kind: RegionKind;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Cuts three texts where they share words: stretches that are shared alternate with stretches in which at
 * least one side differs. White space alone between two changes does not part them, so that every seam of
 * the merge lies beside a word or sign that all three texts have.
 */
export function cutRegions(versions: Versions, shared: readonly SharedToken[]): readonly MergeRegion[] {
  const { base, ours, theirs } = versions;
  const end: SharedToken = { base: base.length, ours: ours.length, theirs: theirs.length };
  const regions: MergeRegion[] = [];
  let at: SharedToken = { base: 0, ours: 0, theirs: 0 };
  const pushUpTo = (to: SharedToken): void => {
    const region = regionOf(
      textBetween(base, at.base, to.base),
      textBetween(ours, at.ours, to.ours),
      textBetween(theirs, at.theirs, to.theirs),
    );
    if (region.base || region.ours || region.theirs) regions.push(region);
    at = to;
  };
  for (const run of runsWithWords(shared, base)) {
    const [first, last] = [run[0] as SharedToken, run.at(-1) as SharedToken];
    pushUpTo(first);
    pushUpTo({ base: last.base + 1, ours: last.ours + 1, theirs: last.theirs + 1 });
  }
  pushUpTo(end);
  return joinSame(regions);
}

const textBetween = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join("");

/** What a region is follows from its three texts. */
export function regionOf(base: string, ours: string, theirs: string): MergeRegion {
  const texts = { base, ours, theirs };
  if (ours === theirs) return { kind: ours === base ? "same" : "both", ...texts };
  if (theirs === base) return { kind: "ours", ...texts };
  return { kind: ours === base ? "theirs" : "conflict", ...texts };
}

/** Several neighbouring regions as one. */
export const joinRegions = (regions: readonly MergeRegion[]): MergeRegion =>
  regionOf(
    regions.map(({ base }) => base).join(""),
    regions.map(({ ours }) => ours).join(""),
    regions.map(({ theirs }) => theirs).join(""),
  );

/** The merged text; null if one region is a conflict. */
export function textOfRegions(regions: readonly MergeRegion[]): string | null {
  if (regions.some(({ kind }) => kind === "conflict")) return null;
  return regions.map(({ kind, ours, theirs }) => (kind === "theirs" ? theirs : ours)).join("");
}

function runsWithWords(
  shared: readonly SharedToken[],
  base: readonly Token[],
): readonly (readonly SharedToken[])[] {
  const runs: SharedToken[][] = [];
  for (const token of shared) {
    const last = runs.at(-1)?.at(-1);
    const continues =
      last?.base === token.base - 1 && last.ours === token.ours - 1 && last.theirs === token.theirs - 1;
    if (continues) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs.filter((run) => run.some((token) => base[token.base]?.kind !== "space"));
}

/** A stretch between two shared ones may turn out equal: then the three are one. */
function joinSame(regions: readonly MergeRegion[]): readonly MergeRegion[] {
  const joined: MergeRegion[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    if (last?.kind === "same" && region.kind === "same")
      joined[joined.length - 1] = joinRegions([last, region]);
    else joined.push(region);
  }
  return joined;
}
