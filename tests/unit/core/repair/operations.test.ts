import { describe, expect, it } from "vitest";
import { foldAlignmentHistory } from "@/lib/core/repair/history";
import type { RepairOperation } from "@/lib/core/repair/operation";
import { cutAt, paragraphPieces } from "@/lib/core/repair/pieces";
import type { SegmentId } from "@/lib/core/shared/ids";
import { back, documentOf, type MemoryDocument, proposalOn, repair } from "./memory-document";

const four = documentOf([
  ["a", "A"],
  ["b", "B"],
  ["c", "C"],
  ["d", "D"],
]);

const id = (index: number, document: MemoryDocument = four): SegmentId =>
  document.rows[index]?.id ?? ("none" as SegmentId);

function repaired(document: MemoryDocument, ...operations: RepairOperation[]): MemoryDocument {
  return operations.reduce((current, operation) => {
    const done = repair(current, operation);
    if (!done.ok) throw new Error(done.error);
    return done.value.document;
  }, document);
}

const picture = (document: MemoryDocument): readonly string[] =>
  document.rows.map(
    ({ sources, targetText }) => `${sources.map((source) => source.text).join("+")}=${targetText}`,
  );

const shift = (
  segmentId: SegmentId,
  side: "source" | "target",
  direction: "up" | "down",
): RepairOperation => ({ kind: "shift", segmentId, side, direction });

describe("shifting one side", () => {
  it("down opens a gap and ends in a new row", () => {
    expect(picture(repaired(four, shift(id(1), "target", "down")))).toEqual([
      "a=A",
      "b=",
      "c=B",
      "d=C",
      "=D",
    ]);
  });

  it("up joins the row before and leaves the last one alone", () => {
    expect(picture(repaired(four, shift(id(1), "target", "up")))).toEqual(["a=A\n\nB", "b=C", "c=D", "d="]);
  });

  it("works on the source as well", () => {
    expect(picture(repaired(four, shift(id(1), "source", "down")))).toEqual([
      "a=A",
      "=B",
      "b=C",
      "c=D",
      "d=",
    ]);
    expect(picture(repaired(four, shift(id(2), "source", "up")))).toEqual(["a=A", "b+c=B", "d=C", "=D"]);
  });

  it("ends at the next row that has room", () => {
    const gap = documentOf([
      ["a", "A"],
      ["b", "B"],
      ["c", ""],
      ["d", "D"],
    ]);
    expect(picture(repaired(gap, shift(id(0, gap), "target", "down")))).toEqual(["a=", "b=A", "c=B", "d=D"]);
    expect(picture(repaired(gap, shift(id(2, gap), "target", "up")))).toEqual(["a=A", "b=B", "c=D", "d="]);
  });

  it("up ends at a text without source: it closes the gap, and nothing behind it moves", () => {
    const slack = documentOf([
      ["a", "A"],
      ["b", ""],
      ["", "B"],
      ["c", "C"],
    ]);
    const closed = ["a=A", "b=B", "c=C"];
    expect(picture(repaired(slack, shift(id(1, slack), "target", "up")))).toEqual(closed);
  });

  it("is taken back by a shift the other way, with the very rows that were there", () => {
    const down = repaired(four, shift(id(1), "target", "down"));
    expect(repaired(down, shift(id(1, down), "target", "up")).rows).toEqual(four.rows);
  });
});

describe("splitting a text", () => {
  it("gives the two pieces, and joining them gives the text again", () => {
    const text = "One. <1>Two</1> 🚂.\n\nThree.";
    for (let offset = 0; offset <= text.length; offset++) {
      const cut = cutAt(text, offset);
      if (!cut) continue;
      const between = text.slice(cut.headTo, cut.tailFrom);
      expect(["", "\n\n"]).toContain(between);
      expect(text.slice(0, cut.headTo) + between + text.slice(cut.tailFrom)).toBe(text);
    }
  });

  it("is refused inside of a character and of an inline code", () => {
    const text = "a🚂<12>b</12>";
    const refused = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => !cutAt(text, at));
    expect(refused).toEqual([2, 4, 5, 6, 9, 10, 11, 12]);
  });

  it("keeps a machine paragraph that is cut in both rows, and closes it up again", () => {
    const one = documentOf([["a", "First. Second."]]);
    const cut = repaired(one, { kind: "split", segmentId: id(0, one), sources: 1, offset: 7 });
    expect(picture(cut)).toEqual(["a=First. ", "=Second."]);
    expect(cut.rows.map((row) => row.targets)).toEqual([["t0"], ["t0"]]);
    expect(repaired(cut, { kind: "join", segmentId: id(0, cut), with: "next" }).rows).toEqual(one.rows);
  });

  it("cuts paragraphs so that together with the breaks they give the text, whatever the newlines", () => {
    for (const targetText of ["", "a", "a\n\nb", "\n\na\n\n", "a\n\n\n\nb\nc", "\n\n"]) {
      const pieces = paragraphPieces(0, { targetText });
      expect(pieces.map(({ from, to }) => targetText.slice(from, to)).join("\n\n")).toBe(targetText);
    }
  });
});

describe("words that wait", () => {
  it("of two proposals of one person that meet on a row, the second goes to the tray", () => {
    const [first, second] = four.rows;
    if (!first || !second) throw new Error("no rows");
    const proposals = [proposalOn(first, "p1", "anna"), proposalOn(second, "p2", "anna")];
    const done = repair({ ...four, proposals }, { kind: "join", segmentId: first.id, with: "next" });
    if (!done.ok) throw new Error(done.error);
    const { document, step } = done.value;
    expect(document.proposals.map((proposal) => proposal.segmentId)).toEqual([id(0, document), second.id]);
    const undone = back(document, step);
    expect(undone.ok && undone.value.document.proposals).toEqual(proposals);
  });

  it("written where there was no text follow their source paragraph", () => {
    const gap = documentOf([
      ["a", ""],
      ["b", "B"],
    ]);
    const [first] = gap.rows;
    if (!first) throw new Error("no rows");
    const proposals = [proposalOn(first, "p1", "anna")];
    const joined = repaired({ ...gap, proposals }, { kind: "join", segmentId: first.id, with: "next" });
    expect(joined.proposals[0]?.segmentId).toBe(id(0, joined));
  });
});

it("re-aligns around pinned and approved rows and keeps the rows that stay the same", () => {
  const shifted = repaired(four, shift(id(0), "target", "down"));
  const pinned = repaired(shifted, { kind: "pin", segmentId: id(3, shifted), pinned: true });
  const done = repaired(pinned, { kind: "realign", segmentId: id(1, pinned) });
  expect(picture(done)).toEqual(["a=A", "b=B", "c=", "d=C", "=D"]);
  expect(done.rows[3]).toEqual(pinned.rows[3]);
  expect(done.rows.slice(0, 2)).toEqual(four.rows.slice(0, 2));
});

it.each<[string, RepairOperation]>([
  ["nothing-to-join", { kind: "join", segmentId: id(3), with: "next" }],
  ["nothing-to-join", { kind: "join", segmentId: id(0), with: "previous" }],
  ["no-such-row", { kind: "unlink", segmentId: "gone" as SegmentId }],
  ["bad-offset", { kind: "split", segmentId: id(0), sources: 1, offset: 7 }],
  ["nothing-to-split", { kind: "split", segmentId: id(0), sources: 0, offset: 0 }],
  ["nothing-to-split", { kind: "split", segmentId: id(0), sources: 2, offset: 1 }],
  ["nothing-to-shift", shift(id(0), "target", "up")],
  ["nothing-to-do", { kind: "pin", segmentId: id(0), pinned: false }],
  ["nothing-to-do", { kind: "realign", segmentId: id(0) }],
])("refuses with %s: %o", (code, operation) => {
  expect(repair(four, operation)).toEqual({ ok: false, error: code });
});

it("reads undo and redo out of the log: a new repair ends what could be done again", () => {
  const entry = (sequence: string) => ({ kind: "repaired", sequence }) as const;
  const undone = { kind: "undone", sequence: "3", of: "2" } as const;
  const log = [entry("1"), entry("2"), undone];
  expect(foldAlignmentHistory(log)).toEqual({
    done: [{ repair: "1", latest: "1" }],
    undone: [{ repair: "2", latest: "3" }],
  });
  expect(foldAlignmentHistory([...log, { kind: "redone", sequence: "4", of: "2" }]).done.at(-1)).toEqual({
    repair: "2",
    latest: "4",
  });
  expect(foldAlignmentHistory([...log, entry("4")]).undone).toEqual([]);
  expect(foldAlignmentHistory([...log, { kind: "replaced", sequence: "4" }])).toEqual({
    done: [],
    undone: [],
  });
});
