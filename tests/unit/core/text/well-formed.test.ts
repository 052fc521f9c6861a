import { describe, expect, it } from "vitest";
import { checkText, isWellFormed } from "@/lib/core/text/well-formed";

const check = (text: string, maxLength = 100) => checkText(text, { maxLength });

describe("checkText", () => {
  it.each(["A", " A\r\n", "👩\u200d👧 \u202e", "<1/>", "\ufeffÄ", "e\u0301"])(
    "gives %j back as it was sent",
    (text) => {
      expect(check(text)).toEqual({ ok: true, value: text });
    },
  );

  it.each([
    ["a\0b", "nul"],
    ["a\ud800b", "lone-surrogate"],
    ["\udc00\ud800", "lone-surrogate"],
    ["a".repeat(101), "too-long"],
    ["", "empty"],
    [" \t\r\n\u00a0\u2028", "empty"],
    ["\u200b\ufeff\u202e\u00ad", "empty"],
  ])("refuses %j", (text, error) => {
    expect(check(text)).toEqual({ ok: false, error });
  });

  it("counts the length in UTF-16 units and allows exactly the limit", () => {
    expect(check("👍👍", 4).ok).toBe(true);
    expect(check("👍👍", 3)).toEqual({ ok: false, error: "too-long" });
  });

  it("agrees with the platform on what is well-formed", () => {
    for (const text of ["", "a", "👍", "\ud83d", "\udc4d\ud83d", "a\ud83d\udc4d\udc4d"]) {
      const roundTrip = new TextDecoder().decode(new TextEncoder().encode(text));
      expect(isWellFormed(text)).toBe(roundTrip === text);
    }
  });
});
