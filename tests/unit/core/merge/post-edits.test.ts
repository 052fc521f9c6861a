import { describe, expect, it } from "vitest";
import { mergeTexts } from "@/lib/core/merge/merge-texts";
import { dealtOut, independentRewrites, type MergeCase } from "@/tests/bench/support/merge-cases";
import { readPostEdits } from "../diff/measures";

const postEdits = readPostEdits();
const sample = (postEdits ?? []).filter((_, at) => at % 3 === 0);

function judge(cases: readonly MergeCase[]): { readonly right: number; readonly wrong: number } {
  let [right, wrong] = [0, 0];
  for (const { base, ours, theirs, expected } of cases) {
    const merge = mergeTexts(base, ours, theirs);
    if (merge.status === "conflict") continue;
    if (merge.text === expected) right++;
    else wrong++;
  }
  return { right: right / cases.length, wrong };
}

describe.skipIf(!postEdits)("merges of real post-edits (skipped without the shared data)", () => {
  it.each([
    ["dealt out in blocks", "blocks", false, 0.99],
    ["the same with a third made by both", "blocks", true, 0.96],
    ["dealt out at random", "random", false, 0.97],
    ["at random with a third made by both", "random", true, 0.95],
  ] as const)("is never silently wrong and mostly right: %s", (_, dealing, isShared, bar) => {
    const { right, wrong } = judge(dealtOut(sample, dealing, isShared));
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThanOrEqual(bar);
  });

  it("does not depend on the order of two rewrites and keeps the identity laws", () => {
    for (const { base, ours, theirs } of independentRewrites(300)) {
      const [one, other] = [mergeTexts(base, ours, theirs), mergeTexts(base, theirs, ours)];
      expect(one.status === "conflict").toBe(other.status === "conflict");
      if (one.status !== "conflict" && other.status !== "conflict") expect(one.text).toBe(other.text);
      expect(mergeTexts(base, ours, ours)).toMatchObject({ status: "contained", text: ours });
      expect(mergeTexts(base, base, ours)).toMatchObject({ status: "clean", text: ours });
    }
  });
});
