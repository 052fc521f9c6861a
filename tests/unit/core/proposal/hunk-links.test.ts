import { describe, expect, it } from "vitest";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { hunkLinks } from "@/lib/core/proposal/hunk-links";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { textPairs } from "../diff/random-texts";

const linksOf = (base: string, proposal: string): readonly number[] =>
  hunkLinks(diffForDisplay(base, proposal).hunks);

describe("hunkLinks", () => {
  it("names the smallest of each group, on 1,000 seeded pairs", () => {
    let linked = 0;
    for (const { seed, base, next } of textPairs(1_000)) {
      const groups = linksOf(base, next);
      for (const [index, group] of groups.entries()) {
        if (group < index) linked++;
        expect(group, `seed ${seed}`).toBeLessThanOrEqual(index);
        expect(groups[group], `seed ${seed}`).toBe(group);
      }
    }
    expect(linked).toBeGreaterThan(50);
  });

  it("joins groups that meet later to the first of them", () => {
    // The name is exchanged twice, and the code beside the second one begins in a hunk before both.
    const base = "One quiet <1>road</1> by Weimar, and two long streets to Weimar again.";
    const proposal = "One quiet road by Vimar, and two long <1>streets</1> to Vimar again.";
    const groups = linksOf(base, proposal);
    for (const [index, group] of groups.entries()) expect(groups[group], `hunk ${index}`).toBe(group);
  });

  it("links the same replacement of words at several places, and no other", () => {
    expect(linksOf("Anna came and Anna went home.", "Anne came and Anne went home.")).toEqual([0, 0]);
    expect(linksOf("Anna came and Anna went home.", "Anne came and Annie went home.")).toEqual([0, 1]);
    expect(linksOf("bread and wine or bread and milk", "bread , wine or bread , milk")).toEqual([0, 1]);
  });
});

describe("ids of hunks", () => {
  it("are others as soon as the place, what goes or what comes is another one", () => {
    const idOf = (base: string, proposal: string) => proposalHunks(base, proposal).hunks[0]?.id;
    const id = idOf("A red house.", "A blue house.");
    expect(idOf("A red house here.", "A blue house there.")).toBe(id);
    expect(idOf("A tan house.", "A blue house.")).not.toBe(id);
    expect(idOf("A red house.", "A grey house.")).not.toBe(id);
    expect(idOf("An red house.", "An blue house.")).not.toBe(id);
  });
});
