import type { Bead } from "@/lib/core/alignment/bead";
import {
  confirmRow,
  findDoubtfulRow,
  joinRows,
  type RowFault,
  splitRow,
  unlinkRow,
} from "@/lib/core/document/import-preview";
import type { Result } from "@/lib/core/shared/result";

interface Step {
  readonly beads: readonly Bead[];
  readonly active: number;
}

/** The rows on the screen, the one that keys act on, and what can be taken back. */
export interface RowsState extends Step {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export type RowsAction =
  | { readonly kind: "activate"; readonly index: number }
  | { readonly kind: "move"; readonly step: 1 | -1; readonly to: "row" | "doubtful" }
  /** With the next (1) or the previous (-1) row. */
  | { readonly kind: "join"; readonly step: 1 | -1 }
  | { readonly kind: "split"; readonly sources: number; readonly targets: number }
  | { readonly kind: "unlink" | "confirm" | "undo" | "redo" };

/** Far more than anybody takes back; each step holds an array of 20,000 pointers at most. */
const KEPT_STEPS = 200;

export const initialRows = (beads: readonly Bead[]): RowsState => ({
  beads,
  active: Math.max(0, findDoubtfulRow(beads, -1, 1)),
  past: [],
  future: [],
});

/** The rows after an act; the very same state if there was nothing to do. */
export function reduceRows(state: RowsState, action: RowsAction): RowsState {
  const { beads, active } = state;
  switch (action.kind) {
    case "activate":
      return action.index === active ? state : { ...state, active: clamp(action.index, beads) };
    case "move":
      return move(state, action);
    case "join": {
      const first = action.step === 1 ? active : active - 1;
      return edit(state, joinRows(beads, first), first);
    }
    case "split":
      return edit(state, splitRow(beads, active, action.sources, action.targets), active);
    case "unlink":
      return edit(state, unlinkRow(beads, active), active);
    case "confirm":
      return beads[active]?.confidence === 1 ? state : edit(state, confirmRow(beads, active), active);
    case "undo":
      return travel(state, "past", "future");
    case "redo":
      return travel(state, "future", "past");
  }
}

function move(state: RowsState, { step, to }: Extract<RowsAction, { kind: "move" }>): RowsState {
  const { beads, active } = state;
  const index = to === "row" ? clamp(active + step, beads) : findDoubtfulRow(beads, active, step);
  return index === active || index < 0 ? state : { ...state, active: index };
}

function edit(state: RowsState, result: Result<readonly Bead[], RowFault>, active: number): RowsState {
  if (!result.ok) return state;
  const { beads, past } = state;
  return {
    beads: result.value,
    active: clamp(active, result.value),
    past: [...past.slice(-KEPT_STEPS + 1), { beads, active: state.active }],
    future: [],
  };
}

function travel(state: RowsState, from: "past" | "future", to: "past" | "future"): RowsState {
  const step = state[from].at(-1);
  if (!step) return state;
  const left = { beads: state.beads, active: state.active };
  return { ...state, ...step, [from]: state[from].slice(0, -1), [to]: [...state[to], left] };
}

const clamp = (index: number, beads: readonly Bead[]): number =>
  Math.max(0, Math.min(index, beads.length - 1));
