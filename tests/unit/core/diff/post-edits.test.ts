import { describe, expect, it } from "vitest";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { diffMinimal } from "@/lib/core/diff/minimal-diff";
import { measure, readPostEdits } from "./measures";

const postEdits = readPostEdits();
const pairsOf = (unit: string) =>
  (postEdits ?? []).filter((row) => row.unit === unit).map(({ mt, post_edit }) => [mt, post_edit] as const);

describe.skipIf(!postEdits)("real post-edits (skipped without the shared data)", () => {
  const judge = (unit: string) =>
    measure(pairsOf(unit), (base, next) => {
      const { hunks } = diffForDisplay(base, next);
      return {
        changes: hunks,
        restored: applyHunks(base, hunks) === next && revertHunks(next, hunks) === base,
      };
    });

  it("meets the bars on sentences: exact, no cut word, few words changed, hardly an island", () => {
    const sentences = judge("sentence");
    expect(sentences.pairs).toBeGreaterThan(2000);
    expect(sentences.restored).toBe(1);
    expect(sentences.cuts).toBe(0);
    expect(sentences.changed).toBeLessThanOrEqual(1.08);
    expect(sentences.islands).toBeLessThanOrEqual(0.06);
  });

  it("meets the bars on paragraphs", () => {
    const paragraphs = judge("paragraph");
    expect(paragraphs.restored).toBe(1);
    expect(paragraphs.cuts).toBe(0);
    expect(paragraphs.changed).toBeLessThanOrEqual(1.08);
    expect(paragraphs.islands).toBeLessThanOrEqual(0.1);
  });

  it("restores both texts from the minimal diff", () => {
    for (const [base, next] of [...pairsOf("sentence"), ...pairsOf("paragraph")]) {
      const { edits, precise } = diffMinimal(base, next);
      expect(precise).toBe(true);
      expect(applyHunks(base, edits)).toBe(next);
      expect(revertHunks(next, edits)).toBe(base);
    }
  });
});
