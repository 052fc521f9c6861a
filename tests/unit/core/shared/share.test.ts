import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholePercent } from "@/lib/core/shared/share";
import { createFormat } from "@/lib/i18n/format";

const counts = fc
  .integer({ min: 1, max: 30_000 })
  .chain((all) => fc.record({ all: fc.constant(all), some: fc.integer({ min: 0, max: all }) }));

describe("wholePercent", () => {
  it("says all only of all, and none only of none", () => {
    fc.assert(
      fc.property(counts, ({ some, all }) => {
        const said = wholePercent(some / all);
        expect(said === 100).toBe(some === all);
        expect(said === 0).toBe(some === 0);
      }),
    );
  });

  it("is a whole number, never further than one percent from the share, and grows with it", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 30_000 }), ({ some, all }, more) => {
        const said = wholePercent(some / all);
        expect(Number.isInteger(said)).toBe(true);
        expect(Math.abs(said - (100 * some) / all)).toBeLessThan(1);
        expect(wholePercent(Math.min(all, some + more) / all)).toBeGreaterThanOrEqual(said);
      }),
    );
  });

  it.each([
    [1, 300, 1],
    [299, 300, 99],
    [19_999, 20_000, 99],
    [1, 3, 33],
    [300, 300, 100],
    [0, 300, 0],
  ])("makes of %i in %i %i percent", (some, all, said) => {
    expect(wholePercent(some / all)).toBe(said);
  });
});

it("is what both interface languages show of a share", () => {
  const [de, en] = [createFormat("de", "Europe/Berlin"), createFormat("en", "Europe/Berlin")];
  expect([de.percent(299 / 300), en.percent(299 / 300)]).toEqual(["99\u00a0%", "99%"]);
  expect([de.percent(1 / 300), en.percent(1)]).toEqual(["1\u00a0%", "100%"]);
  expect([de.percent(0), en.percent(0.57)]).toEqual(["0\u00a0%", "57%"]);
});
