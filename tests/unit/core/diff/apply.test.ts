import { describe, expect, it } from "vitest";
import { applyHunks, revertHunks } from "@/lib/core/diff/apply";
import { diffForDisplay } from "@/lib/core/diff/display-diff";

describe("applyHunks and revertHunks", () => {
  const base = "The old house stands in the green garden.";
  const next = "The house stands in the grey, quiet garden today.";
  const { hunks } = diffForDisplay(base, next);

  it("gives text without doubled or missing spaces for every subset", () => {
    expect(hunks.length).toBe(3);
    for (let mask = 0; mask < 8; mask++) {
      const some = hunks.filter((_, index) => (mask >> index) & 1);
      expect(applyHunks(base, some)).toMatch(
        /^The (old )?house stands in the (green|grey, quiet) garden( today)?\.$/,
      );
    }
  });

  it("refuses hunks that are out of order or belong to another text", () => {
    expect(() => applyHunks(base, [...hunks].reverse())).toThrow(RangeError);
    expect(() => applyHunks(next, hunks)).toThrow(RangeError);
    expect(() => revertHunks(base, hunks)).toThrow(RangeError);
    expect(() => applyHunks("", hunks)).toThrow(RangeError);
  });
});
