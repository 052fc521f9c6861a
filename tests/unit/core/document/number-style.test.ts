import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NUMBER_STYLES, numberLabel } from "@/lib/core/document/number-style";

const SIGNS = new Map([..."ivxlcdm"].map((sign, at) => [sign, 10 ** Math.floor(at / 2) * (at % 2 ? 5 : 1)]));

/** As one reads Roman numerals: a smaller sign before a greater one is taken off. */
const ofRoman = (label: string): number =>
  [...label].reduce((sum, sign, at) => {
    const [value, next] = [SIGNS.get(sign) ?? Number.NaN, SIGNS.get(label[at + 1] ?? "") ?? 0];
    return sum + (value < next ? -value : value);
  }, 0);
const ofLetters = (label: string): number =>
  [...label].reduce((sum, sign) => sum * 26 + (sign.codePointAt(0) ?? 0) - 96, 0);

describe("numberLabel", () => {
  it("writes figures, letters and Roman numerals as browsers do", () => {
    expect([1, 26, 27, 702, 703].map((number) => numberLabel(number, "lower-alpha"))).toEqual([
      "a",
      "z",
      "aa",
      "zz",
      "aaa",
    ]);
    expect([1, 4, 9, 1999, 3888].map((number) => numberLabel(number, "upper-roman"))).toEqual([
      "I",
      "IV",
      "IX",
      "MCMXCIX",
      "MMMDCCCLXXXVIII",
    ]);
    expect(numberLabel(28, "upper-alpha")).toBe("AB");
    expect(numberLabel(28, undefined)).toBe("28");
  });

  it("takes figures where a style has no sign", () => {
    expect(NUMBER_STYLES.map((style) => numberLabel(0, style))).toEqual(["0", "0", "0", "0"]);
    expect(numberLabel(3999, "lower-roman")).toBe("mmmcmxcix");
    expect(numberLabel(4000, "lower-roman")).toBe("4000");
  });

  it("can be read back, whatever the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), fc.integer({ min: 1, max: 999_999_999 }), (low, any) => {
        expect(ofRoman(numberLabel(low, "lower-roman"))).toBe(low);
        expect(ofLetters(numberLabel(any, "upper-alpha").toLowerCase())).toBe(any);
      }),
      { seed: 20261127 },
    );
  });
});
