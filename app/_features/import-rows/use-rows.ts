"use client";

import { useReducer, useRef } from "react";
import { announce } from "@/app/_ui/live-region";
import type { Bead } from "@/lib/core/alignment/bead";
import { useT } from "@/lib/i18n/client";
import type { Messages } from "@/lib/i18n/messages";
import { initialRows, type RowsAction, type RowsState, reduceRows } from "./rows-state";

/** The rows with everything that can be done to them; each act is said aloud. */
export function useRows(beads: readonly Bead[]) {
  const t = useT("import");
  const [state, setState] = useReducer((_: RowsState, next: RowsState) => next, beads, initialRows);
  // Two keys can be pressed before React renders: the ref is always the latest state.
  const latest = useRef(state);
  /** The row that is to take the focus as soon as it is there. */
  const wantsFocus = useRef<number | null>(null);

  const act = (action: RowsAction) => {
    const before = latest.current;
    const after = reduceRows(before, action);
    const key = spokenKey(action, after !== before);
    const { active, beads: rows } = after;
    if (key) announce(t(`said.${key}`, { number: active + 1, next: active + 2, count: rows.length }));
    if (after === before) return;
    wantsFocus.current = active;
    latest.current = after;
    setState(after);
  };
  return { state, act, wantsFocus };
}

export type RowsActs = ReturnType<typeof useRows>;

type SpokenKey = keyof Messages["import"]["said"];

const DONE: Readonly<Partial<Record<RowsAction["kind"], SpokenKey>>> = {
  join: "joined",
  split: "split",
  unlink: "unlinked",
  confirm: "confirmed",
  undo: "undone",
  redo: "redone",
};

const NOTHING_DONE: typeof DONE = {
  join: "nothingToJoin",
  unlink: "nothingToUnlink",
  confirm: "confirmed",
};

/** What is said of an act. A row that takes the focus says by itself where one is. */
function spokenKey(action: RowsAction, changed: boolean): SpokenKey | undefined {
  if (action.kind === "move") return action.to === "doubtful" && !changed ? "noDoubt" : undefined;
  return (changed ? DONE : NOTHING_DONE)[action.kind];
}
