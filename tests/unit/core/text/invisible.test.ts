import { describe, expect, it } from "vitest";
import { hasVisibleCharacter } from "@/lib/core/text/folding";
import { describeInvisible, describeSpace } from "@/lib/core/text/invisible";

const nameOf = (codePoint: number): string | undefined => describeInvisible(codePoint)?.name;

function* codePoints(): Generator<readonly [number, string]> {
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint < 0xd800 || codePoint > 0xdfff) yield [codePoint, String.fromCodePoint(codePoint)];
  }
}

describe("describeInvisible", () => {
  it.each([
    [0x00, "U+0000", "NULL"],
    [0x09, "U+0009", "CHARACTER TABULATION"],
    [0x0a, "U+000A", "LINE FEED"],
    [0x7f, "U+007F", "DELETE"],
    [0x85, "U+0085", "NEXT LINE"],
    [0x9f, "U+009F", "APPLICATION PROGRAM COMMAND"],
    [0xa0, "U+00A0", "NO-BREAK SPACE"],
    [0xad, "U+00AD", "SOFT HYPHEN"],
    [0x200b, "U+200B", "ZERO WIDTH SPACE"],
    [0x200d, "U+200D", "ZERO WIDTH JOINER"],
    [0x2028, "U+2028", "LINE SEPARATOR"],
    [0x202e, "U+202E", "RIGHT-TO-LEFT OVERRIDE"],
    [0x202f, "U+202F", "NARROW NO-BREAK SPACE"],
    [0x2065, "U+2065", "<reserved-2065>"],
    [0x2069, "U+2069", "POP DIRECTIONAL ISOLATE"],
    [0x180d, "U+180D", "MONGOLIAN FREE VARIATION SELECTOR THREE"],
    [0xfe0f, "U+FE0F", "VARIATION SELECTOR-16"],
    [0xfeff, "U+FEFF", "ZERO WIDTH NO-BREAK SPACE"],
    [0xfffe, "U+FFFE", "<noncharacter-FFFE>"],
    [0xe0001, "U+E0001", "LANGUAGE TAG"],
    [0xe0020, "U+E0020", "TAG SPACE"],
    [0xe0039, "U+E0039", "TAG DIGIT NINE"],
    [0xe0040, "U+E0040", "TAG COMMERCIAL AT"],
    [0xe0041, "U+E0041", "TAG LATIN CAPITAL LETTER A"],
    [0xe005b, "U+E005B", "TAG LEFT SQUARE BRACKET"],
    [0xe007a, "U+E007A", "TAG LATIN SMALL LETTER Z"],
    [0xe007e, "U+E007E", "TAG TILDE"],
    [0xe007f, "U+E007F", "CANCEL TAG"],
    [0xe01ef, "U+E01EF", "VARIATION SELECTOR-256"],
  ])("names %i", (codePoint, code, name) => {
    expect(describeInvisible(codePoint)).toEqual({ code, name });
  });

  it("names every control, white space, default-ignorable and bidi control of Unicode but the plain space", () => {
    const unnamed = Array.from(codePoints())
      .filter(([, character]) =>
        /[\p{Cc}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Variation_Selector}]/u.test(
          character,
        ),
      )
      .filter(([codePoint]) => !nameOf(codePoint))
      .map(([codePoint]) => codePoint);
    expect(unnamed).toEqual([0x20]);
  });

  it("names nothing that a reader sees, but the non-breaking hyphen", () => {
    const seen = Array.from(codePoints())
      .filter(([codePoint, character]) => nameOf(codePoint) !== undefined && hasVisibleCharacter(character))
      .map(([codePoint]) => codePoint);
    expect(seen).toEqual([0x2011]);
  });

  it("gives every name in the shape of Unicode names", () => {
    for (const [codePoint] of codePoints()) {
      const name = nameOf(codePoint);
      if (name !== undefined) expect(name).toMatch(/^[A-Z0-9 -]+$|^<[a-z]+-[0-9A-F]+>$/);
    }
  });

  it("leaves the plain space to describeSpace", () => {
    expect(describeInvisible(0x20)).toBeNull();
    expect(describeSpace(0x20)).toEqual({ code: "U+0020", name: "SPACE" });
    expect(describeSpace(0x41)).toBeNull();
  });
});
