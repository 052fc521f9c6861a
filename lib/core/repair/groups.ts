/** What an operation makes of the rows that it touches. */
import { err, ok, type Result } from "../shared/result";
import type { RepairFault, RowRepair } from "./operation";
import { cutAt, wholeOf } from "./pieces";
import type { Group } from "./regroup";
import { hasTarget, type RepairRow, type TextPiece } from "./row";

/** A row that a person made. */
const byHand = (sources: number, pieces: readonly TextPiece[]): Group => ({ sources, pieces, confidence: 1 });

const piecesOf = (index: number, row: RepairRow): readonly TextPiece[] =>
  hasTarget(row) ? [wholeOf(index, row)] : [];

/** Groups of the run that `runOf` gave for the operation. */
export function groupsOf(
  run: readonly RepairRow[],
  operation: RowRepair,
): Result<readonly Group[], RepairFault> {
  switch (operation.kind) {
    case "join":
      return ok([
        byHand(
          countSources(run),
          run.flatMap((row, index) => piecesOf(index, row)),
        ),
      ]);
    case "split":
      return splitGroups(run, operation);
    case "unlink":
      return unlinkGroups(run);
    case "shift":
      return ok(shiftGroups(run, operation));
  }
}

const countSources = (run: readonly RepairRow[]): number =>
  run.reduce((sum, row) => sum + row.sources.length, 0);

function splitGroups(
  run: readonly RepairRow[],
  { sources, offset }: Extract<RowRepair, { kind: "split" }>,
): Result<readonly Group[], RepairFault> {
  const [row] = run;
  if (!row) return err("no-such-row");
  const length = row.targetText.length;
  const cut = cutAt(row.targetText, offset);
  if (!cut) return err("bad-offset");
  if (sources < 0 || sources > row.sources.length) return err("nothing-to-split");
  const all = piecesOf(0, row);
  const isInside = cut.headTo > 0 && cut.tailFrom < length;
  const [head, tail] = isInside
    ? [[{ row: 0, from: 0, to: cut.headTo }], [{ row: 0, from: cut.tailFrom, to: length }]]
    : cut.headTo === 0
      ? [[], all]
      : [all, []];
  const isHeadEmpty = sources === 0 && head.length === 0;
  const isTailEmpty = sources === row.sources.length && tail.length === 0;
  if (isHeadEmpty || isTailEmpty) return err("nothing-to-split");
  return ok([byHand(sources, head), byHand(row.sources.length - sources, tail)]);
}

function unlinkGroups(run: readonly RepairRow[]): Result<readonly Group[], RepairFault> {
  const [row] = run;
  if (!row) return err("no-such-row");
  if (row.sources.length === 0 || !hasTarget(row)) return err("nothing-to-unlink");
  return ok([byHand(row.sources.length, []), byHand(0, piecesOf(0, row))]);
}

/** One side moves by one row; what moves out at either end joins the row there, or stands alone. */
function shiftGroups(
  run: readonly RepairRow[],
  { side, direction }: Extract<RowRepair, { kind: "shift" }>,
): readonly Group[] {
  const sources = run.map((row) => row.sources.length);
  const pieces = run.map((row, index) => piecesOf(index, row));
  const movedSources = side === "source" ? moved(sources, direction, 0, (a, b) => a + b) : [...sources, 0];
  const movedPieces =
    side === "target"
      ? moved<readonly TextPiece[]>(pieces, direction, [], (a, b) => [...a, ...b])
      : [...pieces, []];
  return movedSources.map((count, index) => byHand(count, movedPieces[index] ?? []));
}

/** The values one place further, with one place more at the end. */
function moved<T>(values: readonly T[], direction: "up" | "down", nothing: T, join: (a: T, b: T) => T): T[] {
  if (direction === "down") return [nothing, ...values];
  const [first = nothing, second = nothing, ...others] = values;
  return [join(first, second), ...others, nothing, nothing];
}
