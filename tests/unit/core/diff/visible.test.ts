import { describe, expect, it } from "vitest";
import { isInvisibleOnlyChange, looksUnchanged } from "@/lib/core/diff/visible";

describe("isInvisibleOnlyChange", () => {
  it.each([
    ["admin", "ad\u200bmin"],
    ["a b", "a\u00a0b"],
    ["a b", "a  b"],
    ["a\r\nb", "a\nb"],
    ["text", "text\n"],
    ["café", "cafe\u0301"],
    ["m²", "m2"],
    ["x", "\u202ex\u202c"],
    ["x", "x\u{e0041}\u{e007f}"],
    ["x\u0007", "x"],
    ["", "\ufeff"],
  ])("is true for %j and %j", (base, next) => {
    expect(isInvisibleOnlyChange(base, next)).toBe(true);
    expect(isInvisibleOnlyChange(next, base)).toBe(true);
  });

  it.each([
    ["same", "same"],
    ["a b", "ab"],
    ["a", "b"],
    ["admin", "аdmin"],
    ["Word", "word"],
    ["a.", "a"],
    ["", "a"],
  ])("is false for %j and %j", (base, next) => {
    expect(isInvisibleOnlyChange(base, next)).toBe(false);
  });

  it("counts compatibility forms, which looksUnchanged does not", () => {
    expect(looksUnchanged("m²", "m2")).toBe(false);
    expect(looksUnchanged("café\u200b", "cafe\u0301")).toBe(true);
  });
});
