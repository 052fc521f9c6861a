import { expect, it } from "vitest";
import { keepRows } from "@/lib/core/repair/plan";
import type { NewRow, RepairRow } from "@/lib/core/repair/row";
import { documentOf } from "./memory-document";

/** Two texts that somebody wrote twice, without original and without a machine text, and one of the machine. */
const rows = documentOf([
  ["", "Again."],
  ["a", "A"],
  ["", "Again."],
]).rows.map((row) => ({ ...row, targets: row.targetText === "A" ? row.targets : [] }));
const [first, middle, last] = rows as unknown as readonly [RepairRow, RepairRow, RepairRow];

const made = ({ sources, targets, targetText, origin, confidence }: RepairRow): NewRow => ({
  sources,
  targets,
  targetText,
  origin,
  confidence,
  parts: [],
});
const kept = (wanted: readonly RepairRow[]) =>
  keepRows(rows, wanted.map(made)).map((place) => (place.kind === "kept" ? place.row.id : "new"));

it("keeps rows that look the same in their order, each once", () => {
  expect(kept([first, middle, last])).toEqual([first.id, middle.id, last.id]);
  expect(kept([first, first])).toEqual([first.id, last.id]);
  expect(kept([first, first, first])).toEqual([first.id, last.id, "new"]);
});

it("keeps no row in front of one that it stood behind", () => {
  expect(kept([middle, first])).toEqual([middle.id, last.id]);
  expect(kept([last, last, middle])).toEqual([first.id, last.id, "new"]);
});
