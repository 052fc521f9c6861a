import { describe, expect, it } from "vitest";
import type { Bead } from "@/lib/core/alignment/bead";
import {
  confirmRow,
  coversAll,
  findDoubtfulRow,
  joinRows,
  LOW_CONFIDENCE,
  rowStanding,
  splitRow,
  unlinkRow,
} from "@/lib/core/document/import-preview";
import { randomRows } from "./rows";

const bead = (sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number, confidence = 0.5) =>
  ({ sourceFrom, sourceTo, targetFrom, targetTo, confidence }) satisfies Bead;

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

describe("putting the rows of an import right", () => {
  it.each(SEEDS)("keeps every paragraph once and in order through any sequence of acts (seed %i)", (seed) => {
    const { beads, sources, targets, next } = randomRows(seed);
    expect(coversAll(beads, sources, targets)).toBe(true);
    let rows = beads;
    for (let step = 0; step < 60; step++) {
      const index = next(rows.length + 2) - 1;
      const acts = [
        () => joinRows(rows, index),
        () => splitRow(rows, index, next(5) - 1, next(5) - 1),
        () => unlinkRow(rows, index),
        () => confirmRow(rows, index),
      ];
      const result = acts[next(4)]?.() ?? joinRows(rows, index);
      if (result.ok) rows = result.value;
      expect(coversAll(rows, sources, targets)).toBe(true);
    }
  });

  it.each(SEEDS.slice(0, 100))("takes a split back by joining (seed %i)", (seed) => {
    const { beads, next } = randomRows(seed);
    const index = next(beads.length);
    const row = beads[index] as Bead;
    const split = splitRow(
      beads,
      index,
      next(row.sourceTo - row.sourceFrom + 1),
      next(row.targetTo - row.targetFrom + 1),
    );
    if (!split.ok) return;
    expect(split.value).toHaveLength(beads.length + 1);
    const joined = joinRows(split.value, index);
    expect(joined).toEqual({ ok: true, value: beads.with(index, { ...row, confidence: 1 }) });
  });

  it("leaves the rows that it was given as they are", () => {
    const rows = Object.freeze([Object.freeze(bead(0, 1, 0, 1)), Object.freeze(bead(1, 3, 1, 2))]);
    expect(joinRows(rows, 0)).toMatchObject({ ok: true });
    expect(splitRow(rows, 1, 1, 0)).toMatchObject({ ok: true });
    expect(rows).toHaveLength(2);
  });

  it("says why there is nothing to join or to split", () => {
    const rows = [bead(0, 1, 0, 1), bead(1, 2, 1, 1)];
    expect(joinRows(rows, 1)).toEqual({ ok: false, error: "nothing-to-join" });
    expect(joinRows(rows, 2)).toEqual({ ok: false, error: "no-such-row" });
    expect(joinRows(rows, -1)).toEqual({ ok: false, error: "no-such-row" });
    expect(splitRow(rows, 0, 0, 0)).toEqual({ ok: false, error: "nothing-to-split" });
    expect(splitRow(rows, 0, 1, 1)).toEqual({ ok: false, error: "nothing-to-split" });
    expect(splitRow(rows, 0, 2, 0)).toEqual({ ok: false, error: "nothing-to-split" });
    expect(unlinkRow(rows, 1)).toEqual({ ok: false, error: "nothing-to-split" });
  });

  it("takes the two sides of a row apart, source first, each certain", () => {
    expect(unlinkRow([bead(0, 2, 0, 1)], 0)).toEqual({
      ok: true,
      value: [bead(0, 2, 0, 0, 1), bead(2, 2, 0, 1, 1)],
    });
  });

  it("sees a gap, an overlap, an empty row and a missing end", () => {
    expect(coversAll([bead(0, 1, 0, 1), bead(2, 3, 1, 2)], 3, 2)).toBe(false);
    expect(coversAll([bead(0, 2, 0, 1), bead(1, 3, 1, 2)], 3, 2)).toBe(false);
    expect(coversAll([bead(0, 1, 0, 1), bead(1, 1, 1, 1)], 1, 1)).toBe(false);
    expect(coversAll([bead(0, 1, 0, 1)], 2, 1)).toBe(false);
    expect(coversAll([bead(0, 1, 0, 1), bead(1, 0, 1, 2)], 0, 2)).toBe(false);
    expect(coversAll([], 0, 0)).toBe(true);
  });
});

describe("finding the rows to look at", () => {
  it("calls a row doubtful below the limit, whatever its sides", () => {
    expect(rowStanding(bead(0, 1, 0, 1, LOW_CONFIDENCE))).toBe("sure");
    expect(rowStanding(bead(0, 1, 0, 1, LOW_CONFIDENCE - 0.001))).toBe("doubtful");
    expect(rowStanding(bead(0, 1, 0, 0, 0.3))).toBe("doubtful");
    expect(rowStanding(bead(0, 1, 0, 0, 1))).toBe("source-only");
    expect(rowStanding(bead(0, 0, 0, 1, 1))).toBe("target-only");
  });

  it("goes around the end in both directions and finds a single one from itself", () => {
    const rows = [0.2, 1, 1, 0.3, 1].map((confidence, i) => bead(i, i + 1, i, i + 1, confidence));
    expect(findDoubtfulRow(rows, 0, 1)).toBe(3);
    expect(findDoubtfulRow(rows, 3, 1)).toBe(0);
    expect(findDoubtfulRow(rows, 0, -1)).toBe(3);
    expect(findDoubtfulRow(rows, -1, 1)).toBe(0);
    expect(findDoubtfulRow(rows.slice(1, 4), 2, 1)).toBe(2);
    expect(findDoubtfulRow(rows.slice(1, 3), 0, 1)).toBe(-1);
    expect(findDoubtfulRow([], 0, 1)).toBe(-1);
  });
});
