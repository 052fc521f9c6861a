import { describe, expect, it } from "vitest";
import { matchesFilter, ROW_FILTERS, ROW_MARKS, type RowEntry } from "@/lib/core/review/bitext";
import { parseReviewPlace, writeReviewPlace } from "@/lib/core/review/review-address";
import { estimateRowHeight } from "@/lib/core/review/row-height";
import { countRows, nextPosition, packIndex, positionsUnder, unpackIndex } from "@/lib/core/review/row-index";
import { planRequests, SCATTERED, WINDOW } from "@/lib/core/review/row-windows";
import type { SegmentId } from "@/lib/core/shared/ids";
import { random } from "../../../support/random";

function entries(seed: number, count: number): readonly RowEntry[] {
  const next = random(seed);
  const pick = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => Array.from({ length }, () => pick(16).toString(16)).join("");
  return Array.from({ length: count }, () => ({
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}` as SegmentId,
    mark: ROW_MARKS[pick(5)] ?? "machine",
    open: pick(3),
    conflicts: pick(2),
    confidence: pick(10_001) / 10_000,
    pinned: pick(2) === 1,
    mine: pick(2) === 1,
    approved: pick(2) === 1,
    sourceLength: pick(900),
    targetLength: pick(900),
  }));
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe("the packed index", () => {
  it.each(seeds)("comes back as it was packed (seed %i)", (seed) => {
    const index = entries(seed, seed * 3);
    expect(unpackIndex(packIndex(index))).toEqual(index);
  });

  it("is much smaller than the entries", () => {
    const index = entries(1, 1000);
    expect(JSON.stringify(packIndex(index)).length).toBeLessThan(JSON.stringify(index).length * 0.35);
  });
});

describe("rows under a filter", () => {
  it.each(seeds)("are those that match and those that are kept, in order (seed %i)", (seed) => {
    const index = entries(seed, 60);
    const kept = new Set([3, 17, 41]);
    for (const filter of ROW_FILTERS) {
      const positions = positionsUnder(index, filter, kept);
      expect(positions).toEqual([...positions].toSorted((a, b) => a - b));
      index.forEach((entry, at) => {
        expect(positions.includes(at)).toBe(matchesFilter(entry, filter) || kept.has(at));
      });
    }
  });

  it("counts agree with what is shown", () => {
    const index = entries(9, 200);
    const counts = countRows(index);
    for (const filter of ROW_FILTERS) {
      expect(counts[filter]).toBe(positionsUnder(index, filter, new Set()).length);
    }
    expect(counts.approved).toBe(index.filter((entry) => entry.approved).length);
  });

  it("finds the next shown row from a row that is not shown itself", () => {
    expect(nextPosition([2, 5, 9], 6, 1)).toBe(9);
    expect(nextPosition([2, 5, 9], 6, -1)).toBe(5);
    expect(nextPosition([2, 5, 9], 9, 1)).toBeNull();
    expect(nextPosition([2, 5, 9], 2, 1, (at) => at % 2 === 1 && at > 5)).toBe(9);
  });
});

describe("planRequests", () => {
  it.each(seeds)("covers every missing row within the limits (seed %i)", (seed) => {
    const next = random(seed);
    const count = 1 + Math.floor(next() * 2000);
    const density = next() ** 2;
    const missing = Array.from({ length: count }, (_, at) => at).filter(() => next() < density);
    const covered = new Set<number>();
    for (const request of planRequests(missing, count)) {
      if (request.kind === "scattered") {
        expect(request.positions.length).toBeLessThanOrEqual(SCATTERED);
        for (const at of request.positions) covered.add(at);
      } else {
        expect(request.to - request.from).toBeLessThanOrEqual(WINDOW);
        expect(request.to).toBeLessThanOrEqual(count);
        for (let at = request.from; at < request.to; at += 1) covered.add(at);
      }
    }
    for (const at of missing) expect(covered.has(at)).toBe(true);
  });

  it("asks for a screen of neighbours at once, and for scattered rows by name", () => {
    const screen = Array.from({ length: 24 }, (_, at) => 100 + at);
    expect(planRequests(screen, 5000)).toEqual([{ kind: "window", from: 100, to: 150 }]);
    expect(planRequests([7, 700, 3000], 5000)).toEqual([{ kind: "scattered", positions: [7, 700, 3000] }]);
  });
});

describe("the address", () => {
  it.each([
    ["nothing", {}, { position: 0, filter: "all" }],
    ["a row and a filter", { row: "12", filter: "open" }, { position: 11, filter: "open" }],
    ["nonsense", { row: "-3", filter: "<script>" }, { position: 0, filter: "all" }],
    ["row zero", { row: "0" }, { position: 0, filter: "all" }],
    ["a number too large to be one", { row: "99999999999999999999" }, { position: 0, filter: "all" }],
  ])("reads %s", (_, query, place) => {
    expect(parseReviewPlace(query)).toEqual(place);
  });

  it("comes back as it was written", () => {
    for (const filter of ROW_FILTERS) {
      for (const position of [0, 1, 4999]) {
        const query = Object.fromEntries(new URLSearchParams(writeReviewPlace({ position, filter })));
        expect(parseReviewPlace(query)).toEqual({ position, filter });
      }
    }
  });
});

describe("estimateRowHeight", () => {
  const layout = { lineLength: 60, lineHeight: 24, padding: 26, isStacked: false };

  it("goes by the longer side, and by both where they are stacked", () => {
    const entry = { sourceLength: 300, targetLength: 20 };
    expect(estimateRowHeight(entry, layout)).toBe(6 * 24 + 26);
    expect(estimateRowHeight(entry, { ...layout, isStacked: true })).toBe(7 * 24 + 26);
  });

  it("gives an empty side a line", () => {
    expect(estimateRowHeight({ sourceLength: 0, targetLength: 0 }, layout)).toBe(24 + 26);
  });
});
