import { expect, it } from "vitest";
import type { Bead } from "@/lib/core/alignment/bead";
import { counterpartRow } from "@/lib/core/document/counterpart-row";

const row = (sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number): Bead => ({
  sourceFrom,
  sourceTo,
  targetFrom,
  targetTo,
  confidence: 0.9,
});

/** The second source paragraph stands at the end of the translation. */
const ROWS = [row(0, 1, 0, 1), row(1, 2, 1, 1), row(2, 3, 1, 2), row(3, 3, 2, 3)];
const MOVED = [{ source: 1, target: 2 }];

it("leads from a paragraph without translation to the row where it seems to stand, and back", () => {
  expect(counterpartRow(ROWS, MOVED, 1)).toBe(3);
  expect(counterpartRow(ROWS, MOVED, 3)).toBe(1);
});

it("leads nowhere from rows with both sides, from rows that are not there, and without findings", () => {
  expect([0, 2, 9].map((index) => counterpartRow(ROWS, MOVED, index))).toEqual([-1, -1, -1]);
  expect(counterpartRow(ROWS, [], 1)).toBe(-1);
});

it("leads nowhere once a person has given one of the two a counterpart", () => {
  const paired = [row(0, 1, 0, 1), row(1, 2, 1, 1), row(2, 3, 1, 3)];
  expect(counterpartRow(paired, MOVED, 1)).toBe(-1);
});
