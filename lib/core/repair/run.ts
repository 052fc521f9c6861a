/** Which rows an operation touches, found without their texts. */
import { err, ok, type Result } from "../shared/result";
import type { RepairFault, RepairOperation } from "./operation";
import type { RowShape } from "./row";

/** Rows `from` up to and not including `to`, 0-based. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The rows that an operation may change. None of them is pinned. */
export function runOf(shapes: readonly RowShape[], operation: RepairOperation): Result<Run, RepairFault> {
  const at = shapes.findIndex((shape) => shape.id === operation.segmentId);
  if (at < 0) return err("no-such-row");
  const run = extentOf(shapes, operation, at);
  if (!run.ok || operation.kind === "pin") return run;
  return shapes.slice(run.value.from, run.value.to).some((shape) => shape.pinned) ? err("pinned") : run;
}

function extentOf(
  shapes: readonly RowShape[],
  operation: RepairOperation,
  at: number,
): Result<Run, RepairFault> {
  switch (operation.kind) {
    case "join": {
      const from = operation.with === "next" ? at : at - 1;
      return from < 0 || from + 1 >= shapes.length ? err("nothing-to-join") : ok({ from, to: from + 2 });
    }
    case "split":
    case "unlink":
    case "pin":
      return ok({ from: at, to: at + 1 });
    case "shift":
      return shiftRun(shapes, operation, at);
    case "realign":
      return stretchAround(shapes, at);
  }
}

type Shift = Extract<RepairOperation, { kind: "shift" }>;

/** What the side that moves and the other one have in a row. */
const sidesOf = (shape: RowShape, { side }: Shift) =>
  side === "source"
    ? { has: shape.hasSource, hasOther: shape.hasTarget }
    : { has: shape.hasTarget, hasOther: shape.hasSource };

function shiftRun(shapes: readonly RowShape[], shift: Shift, at: number): Result<Run, RepairFault> {
  const here = shapes[at];
  if (!here) return err("no-such-row");
  const { has, hasOther } = sidesOf(here, shift);
  if (shift.direction === "down") {
    return has ? ok({ from: at, to: endOfShiftDown(shapes, shift, at) }) : err("nothing-to-shift");
  }
  // Up into the row before, unless this row itself is the gap that closes.
  const from = has ? at - 1 : at;
  // A row of this side alone leaves no gap behind.
  const to = has && !hasOther ? at + 1 : endOfShiftUp(shapes, shift, at);
  return from < 0 || to - from < 2 ? err("nothing-to-shift") : ok({ from, to });
}

/** To the first row with room, or to the last one before a pin, behind which a new row is made. */
function endOfShiftDown(shapes: readonly RowShape[], shift: Shift, at: number): number {
  let to = at + 1;
  for (let row = shapes[to]; row && !row.pinned; row = shapes[to]) {
    to += 1;
    if (!sidesOf(row, shift).has) break;
  }
  return to;
}

/** To the next gap, or to the first row of this side alone, or to the last one before a pin. */
function endOfShiftUp(shapes: readonly RowShape[], shift: Shift, at: number): number {
  let to = at + 1;
  for (let row = shapes[to]; row && !row.pinned; row = shapes[to]) {
    const { has, hasOther } = sidesOf(row, shift);
    if (!has) break;
    to += 1;
    if (!hasOther) break;
  }
  return to;
}

/** The rows around one that are neither pinned nor approved. */
function stretchAround(shapes: readonly RowShape[], at: number): Result<Run, RepairFault> {
  const isFixed = (index: number) => shapes[index]?.pinned || shapes[index]?.approved;
  if (isFixed(at)) return err(shapes[at]?.pinned ? "pinned" : "nothing-to-do");
  let [from, to] = [at, at + 1];
  while (from > 0 && !isFixed(from - 1)) from -= 1;
  while (to < shapes.length && !isFixed(to)) to += 1;
  return ok({ from, to });
}
