import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanQuery,
  excerptAround,
  HIT_END,
  HIT_START,
  hitPieces,
  SEARCH_LIMIT,
} from "@/lib/core/publication/search-hit";
import { searchableTexts } from "@/lib/core/publication/searchable-texts";
import { paragraph, segment, snapshot } from "./segments";

describe("searchableTexts", () => {
  it("gives each paragraph of both sides with the fragment at which its page shows it, and without codes", () => {
    const texts = searchableTexts(
      snapshot(
        [
          segment(
            [
              [1, "Salz <1>und</1> Brot"],
              [2, "Mehr davon."],
            ],
            ["Salt <1>and</1> bread. More of it."],
          ),
          segment([], [paragraph("An advertisement")]),
          segment([[3, " "]], []),
        ],
        { sourceCodes: [{ id: 1, kind: "bold" }], targetCodes: [] },
      ),
    );
    expect(
      texts.map(({ side, position, locale, anchor, text }) => [side, position, locale, anchor, text]),
    ).toEqual([
      ["source", 0, "de", "p-1", "Salz und Brot"],
      ["source", 1, "de", "p-2", "Mehr davon."],
      ["target", 0, "en", "p-1", "Salt <1>and</1> bread. More of it."],
      ["target", 1, "en", "t-1", "An advertisement"],
    ]);
  });
});

describe("hitPieces", () => {
  it("marks what stands between the signs", () => {
    expect(hitPieces(`a ${HIT_START}b${HIT_END} c`)).toEqual([
      { text: "a ", isHit: false },
      { text: "b", isHit: true },
      { text: " c", isHit: false },
    ]);
  });

  it("loses no character of any text, also of one that holds the signs itself", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", HIT_START, HIT_END, "<b>", "é") });
    fc.assert(
      fc.property(text, (excerpt) => {
        const pieces = hitPieces(excerpt);
        expect(pieces.map((piece) => piece.text).join("")).toBe(excerpt.replace(/[\ue000\ue001]/g, ""));
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      }),
    );
  });
});

describe("excerptAround", () => {
  const long = (count: number): string => "Wort ".repeat(count);

  it("leaves a short paragraph whole", () => {
    const pieces = hitPieces(`Am ${HIT_START}Ende${HIT_END} stand sie auf.`);
    expect(excerptAround(pieces)).toEqual(pieces);
  });

  it("cuts a long one between words around the first word found and says so", () => {
    const pieces = excerptAround(hitPieces(`${long(100)}${HIT_START}Haus${HIT_END} ${long(100)}`));
    const text = pieces.map((piece) => piece.text).join("");
    expect(text).toMatch(/^…(Wort )+Haus (Wort )+…$/);
    expect(text.length).toBeLessThanOrEqual(322);
    expect(pieces.filter(({ isHit }) => isHit)).toEqual([{ text: "Haus", isHit: true }]);
  });

  it("shows a word found in any text, and cuts no character in two", () => {
    const before = fc.string({ unit: fc.constantFrom("a", " ", "🜨"), maxLength: 900 });
    fc.assert(
      fc.property(before, before, (start, end) => {
        const pieces = excerptAround(hitPieces(`${start}${HIT_START}Haus${HIT_END}${end}`));
        expect(pieces.some(({ text, isHit }) => isHit && text === "Haus")).toBe(true);
        expect(pieces.every(({ text }) => text.isWellFormed())).toBe(true);
      }),
    );
  });
});

describe("cleanQuery", () => {
  it("leaves a text that a database takes, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
        const query = cleanQuery(typed);
        expect(query.length).toBeLessThanOrEqual(SEARCH_LIMIT);
        expect(query.isWellFormed()).toBe(true);
        expect(query).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
