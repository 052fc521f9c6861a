import { describe, expect, it } from "vitest";
import {
  initialRows,
  type RowsAction,
  type RowsState,
  reduceRows,
} from "@/app/_features/import-rows/rows-state";
import { coversAll } from "@/lib/core/document/import-preview";
import { randomRows } from "../core/document/rows";

const ACTS: readonly RowsAction[] = [
  { kind: "join", step: 1 },
  { kind: "join", step: -1 },
  { kind: "split", sources: 1, targets: 1 },
  { kind: "split", sources: 1, targets: 0 },
  { kind: "unlink" },
  { kind: "confirm" },
  { kind: "move", step: 1, to: "row" },
  { kind: "move", step: -1, to: "row" },
  { kind: "move", step: 1, to: "doubtful" },
];

describe("the rows on the screen", () => {
  it("are as they were after everything is undone, and as they became after everything is done again", () => {
    for (let seed = 0; seed < 200; seed++) {
      const { beads, sources, targets, next } = randomRows(seed);
      let state: RowsState = initialRows(beads);
      for (let step = 0; step < 40; step++) state = reduceRows(state, ACTS[next(ACTS.length)] as RowsAction);
      const after = state;
      let undone = 0;
      while (state.past.length > 0) {
        state = reduceRows(state, { kind: "undo" });
        undone++;
        expect(coversAll(state.beads, sources, targets)).toBe(true);
      }
      expect(state.beads).toBe(beads);
      for (; undone > 0; undone--) state = reduceRows(state, { kind: "redo" });
      expect(state.beads).toBe(after.beads);
    }
  });

  it("always have an active row among them", () => {
    for (let seed = 0; seed < 200; seed++) {
      const { beads, next } = randomRows(seed);
      let state = initialRows(beads);
      for (let step = 0; step < 60; step++) {
        const act = next(12);
        state = reduceRows(state, ACTS[act] ?? { kind: act === 9 ? "undo" : "redo" });
        expect(state.beads[state.active]).toBeDefined();
      }
    }
  });

  it("open at the first doubtful row, and forget what was undone when something else is done", () => {
    const row = (index: number, confidence: number) => ({
      sourceFrom: index,
      sourceTo: index + 1,
      targetFrom: index,
      targetTo: index + 1,
      confidence,
    });
    let state = initialRows([row(0, 1), row(1, 0.4), row(2, 1)]);
    expect(state.active).toBe(1);
    state = reduceRows(state, { kind: "join", step: -1 });
    expect([state.active, state.beads.length]).toEqual([0, 2]);
    state = reduceRows(state, { kind: "undo" });
    expect([state.active, state.beads.length, state.future.length]).toEqual([1, 3, 1]);
    state = reduceRows(state, { kind: "confirm" });
    expect([state.future.length, state.beads[1]?.confidence]).toEqual([0, 1]);
  });

  it("are the very same where there is nothing to do", () => {
    const state = initialRows([{ sourceFrom: 0, sourceTo: 1, targetFrom: 0, targetTo: 0, confidence: 1 }]);
    for (const kind of ["undo", "redo", "unlink", "confirm"] as const)
      expect(reduceRows(state, { kind })).toBe(state);
    expect(reduceRows(state, { kind: "join", step: 1 })).toBe(state);
    expect(reduceRows(state, { kind: "join", step: -1 })).toBe(state);
  });
});
