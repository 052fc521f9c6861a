import { describe, expect, it } from "vitest";
import { planRealign, textsOf } from "@/lib/core/repair/realign";
import type { RepairRow } from "@/lib/core/repair/row";
import type { RevisionId } from "@/lib/core/shared/ids";
import { documentOf, oneToOne } from "./memory-document";

/** The translation of each row slipped by one, from the second on. */
const { rows: slipped } = documentOf([
  ["a", "A"],
  ["b", ""],
  ["c", "B"],
  ["d", "C"],
  ["", "D"],
  ["e", "E"],
  ["f", ""],
  ["g", "F"],
  ["", "G"],
]);
const { source, target } = textsOf(slipped);
const beads = oneToOne(source, target);

const picture = (stood: readonly RepairRow[], present: readonly RepairRow[]) => {
  const plan = planRealign(stood, beads, present);
  if (!plan.ok) return plan.error;
  const { offset, before, after, left } = plan.value;
  const rows = present.toSpliced(offset, before.length, ...(after.map(({ row }) => row) as RepairRow[]));
  return {
    left,
    rows: rows.map((row) => `${row.sources.map(({ text }) => text).join("+")}=${row.targetText}`),
  };
};
const changed = (at: number, change: Partial<RepairRow>) =>
  slipped.map((row, index) => (index === at ? { ...row, ...change } : row));

const REALIGNED = ["a=A", "b=B", "c=C", "d=D", "e=E", "f=F", "g=G"];

describe("planRealign", () => {
  it("exchanges what the aligner found, and keeps the rows that were right", () => {
    expect(picture(slipped, slipped)).toEqual({ left: 0, rows: REALIGNED });
    const plan = planRealign(slipped, beads, slipped);
    expect(plan.ok && plan.value.offset).toBe(1);
    expect(plan.ok && plan.value.after.find(({ row }) => row.targetText === "E")?.kind).toBe("kept");
  });

  it.each<[string, Partial<RepairRow>]>([
    ["written anew", { revisionId: "other" as RevisionId, targetText: "C!" }],
    ["approved", { approved: true }],
    ["pinned", { pinned: true }],
  ])("leaves a block alone in which a row was %s meanwhile, and exchanges the others", (_, change) => {
    const present = changed(3, change);
    expect(picture(slipped, present)).toEqual({
      left: 4,
      rows: ["a=A", "b=", "c=B", `d=${present[3]?.targetText}`, "=D", "e=E", "f=F", "g=G"],
    });
  });

  it("leaves a block alone whose rows were joined, split or went meanwhile", () => {
    const [joined] = documentOf([["b c", "B"]]).rows as [RepairRow];
    const present = slipped.toSpliced(1, 2, { ...joined, id: "joined" as RepairRow["id"] });
    expect(picture(slipped, present)).toEqual({
      left: 4,
      rows: ["a=A", "b c=B", "d=C", "=D", "e=E", "f=F", "g=G"],
    });
  });

  it("leaves rows in another order alone", () => {
    const present = [...slipped.slice(0, 6), ...[8, 7, 6].map((at) => slipped[at] as RepairRow)];
    expect(picture(slipped, present)).toMatchObject({ left: 3 });
  });

  it("says so when nothing is left to be exchanged, or nothing was to be", () => {
    expect(picture(slipped, changed(3, { approved: true }).toSpliced(6))).toBe("changed-meanwhile");
    const right = documentOf([["a", "A"]]).rows;
    expect(planRealign(right, oneToOne(["a"], ["A"]), right)).toEqual({ ok: false, error: "nothing-to-do" });
  });
});
