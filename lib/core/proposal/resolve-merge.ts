import type { MergeRegion } from "../merge/merge-texts";

/** A place that both the current text and a proposal changed, each in their own way. */
export interface MergePlace {
  /** Index into the regions of the merge. */
  readonly region: number;
  readonly base: string;
  readonly current: string;
  readonly proposed: string;
}

export type Reading = "current" | "proposed";

/** The conflicts of a merge of the current text (`ours`) and a proposal (`theirs`), in order. */
export const mergePlaces = (regions: readonly MergeRegion[]): readonly MergePlace[] =>
  regions.flatMap(({ kind, base, ours, theirs }, region) =>
    kind === "conflict" ? [{ region, base, current: ours, proposed: theirs }] : [],
  );

/**
 * The merged text with one reading at every conflict. Everything that only one side changed is in it; where
 * nobody has chosen it says what was proposed, so that a proposal stays one.
 *
 * @param chosen Reading by index of the region.
 */
export const resolveMerge = (regions: readonly MergeRegion[], chosen: ReadonlyMap<number, Reading>): string =>
  regions
    .map(({ kind, ours, theirs }, region) => {
      if (kind === "theirs") return theirs;
      return kind === "conflict" && chosen.get(region) !== "current" ? theirs : ours;
    })
    .join("");
