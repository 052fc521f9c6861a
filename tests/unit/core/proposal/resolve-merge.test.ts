import { expect, it } from "vitest";
import { mergeTexts } from "@/lib/core/merge/merge-texts";
import { mergePlaces, type Reading, resolveMerge } from "@/lib/core/proposal/resolve-merge";
import { randomMerges } from "../merge/random-merges";

const all = (places: readonly { readonly region: number }[], reading: Reading) =>
  new Map(places.map(({ region }) => [region, reading] as const));

it("is the merge itself where nothing overlaps, and one of two readings where something does", () => {
  let conflicts = 0;
  for (const { seed, base, ours, theirs } of randomMerges(1_000)) {
    const merge = mergeTexts(base, ours, theirs);
    const places = mergePlaces(merge.regions);
    const proposed = resolveMerge(merge.regions, all(places, "proposed"));
    expect(resolveMerge(merge.regions, new Map()), `seed ${seed}`).toBe(proposed);
    if (merge.status !== "conflict") {
      expect(places, `seed ${seed}`).toEqual([]);
      expect(proposed, `seed ${seed}`).toBe(merge.text);
      continue;
    }
    conflicts++;
    expect(places.length, `seed ${seed}`).toBeGreaterThan(0);
    for (const { region, current, proposed: reading } of places) {
      const [kept, taken] = [
        resolveMerge(merge.regions, new Map([[region, "current" as const]])),
        resolveMerge(merge.regions, new Map([[region, "proposed" as const]])),
      ];
      expect(kept.length - taken.length, `seed ${seed}`).toBe(current.length - reading.length);
      expect(kept.includes(current) && taken.includes(reading), `seed ${seed}`).toBe(true);
    }
  }
  expect(conflicts).toBeGreaterThan(100);
});

it("takes what only one side changed whatever is chosen", () => {
  const base = "The night train departs at noon from the old platform under the roof.";
  const current = base.replace("noon", "midnight").replace("roof", "glass roof");
  const proposed = base.replace("noon", "dusk").replace("night", "slow");
  const { regions } = mergeTexts(base, current, proposed);
  const [place] = mergePlaces(regions);
  expect(mergePlaces(regions)).toHaveLength(1);
  const text = (reading: Reading) => resolveMerge(regions, new Map([[place?.region ?? -1, reading]]));
  expect(text("current")).toBe(current.replace("night ", "slow "));
  expect(text("proposed")).toBe(proposed.replace("roof", "glass roof"));
});
