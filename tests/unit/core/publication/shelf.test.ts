import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVERYTHING, parseShelfWish, REVIEW_STATES, shelfQuery } from "@/lib/core/publication/shelf";

const askedOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

describe("parseShelfWish", () => {
  it("reads what shelfQuery has written", () => {
    const wishes = fc.record({
      locale: fc.option(fc.constantFrom("de", "en-GB", "ar", "zh-Hant"), { nil: null }),
      review: fc.option(fc.constantFrom(...REVIEW_STATES), { nil: null }),
      year: fc.option(fc.integer({ min: 1000, max: 2999 }), { nil: null }),
    });
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 99 }), (wish, page) => {
        expect(parseShelfWish(askedOf(shelfQuery(wish, page)))).toEqual(wish);
      }),
    );
  });

  it("takes anything else as no wish, and never fails", () => {
    const anything = fc.dictionary(
      fc.constantFrom("language", "review", "year", "page"),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(anything, (asked) => {
        const { review, year } = parseShelfWish(asked);
        expect(review === null || REVIEW_STATES.includes(review)).toBe(true);
        expect(year === null || (year >= 1000 && year < 3000)).toBe(true);
      }),
    );
    expect(parseShelfWish({ language: "' OR 1=1", review: "ALL", year: "20262" })).toEqual(EVERYTHING);
  });
});
