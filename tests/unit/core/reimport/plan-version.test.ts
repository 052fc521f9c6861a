import { describe, expect, it } from "vitest";
import type { DocumentText } from "@/lib/core/document/paragraph";
import type { UserId } from "@/lib/core/shared/ids";
import {
  imported,
  inPairs,
  type MemoryVersion,
  paragraphOf,
  type Renewed,
  renew,
  textOf,
  withRow,
} from "./memory-version";

const SOURCE = [
  "Die Mühle am Fluss",
  "Seit Jahren streiten sich die Müller um das Wasser am Wehr.",
  "Im Winter friert der Fluss für 12 Wochen zu.",
  "Niemand weiß, wem das Wehr gehört.",
  "Am Ende hilft nur reden.",
];
const TARGET = [
  "The mill on the river",
  "For years the millers have been arguing about the water at the weir.",
  "In winter the river freezes for 12 weeks.",
  "Nobody knows who owns the weir.",
  "In the end, only talking helps.",
];

const fresh = (): MemoryVersion => imported(textOf(SOURCE), textOf(TARGET), inPairs(5, 5));
const approvedAll = (): MemoryVersion =>
  SOURCE.reduce((the, _, index) => withRow(the, index, { approved: true }), fresh());

const summary = ({ the, plan }: Renewed): readonly string[] => [
  ...plan.rows.map(({ place, grade, machine, moved }, index) => {
    const row = the.translation.rows[index];
    const kept = place.kind === "kept" ? (row?.id ?? "") : "made";
    return [
      kept,
      grade,
      machine === "untouched" ? "" : machine,
      moved ? "moved" : "",
      row?.approved ? "approved" : "",
    ]
      .filter((word) => word !== "")
      .join(" ");
  }),
  ...plan.gone.map(({ id }) => `${id} gone`),
];

describe("a new source", () => {
  const next = [
    SOURCE[0] as string,
    "Seit Jahren streitten sich die Müller um das Wasser am Wehr.",
    "Im Winter friert der Fluss für 14 Wochen zu.",
    "Bei Hochwasser läuft alles anders.",
    SOURCE[4] as string,
  ];

  it("with a typo, another number, one paragraph more and one less is graded so, and touches nothing else", () => {
    const done = renew(approvedAll(), textOf(next), null);
    expect(summary(done)).toEqual([
      "s0 same approved",
      "made spelling",
      "made changed",
      "made new",
      "s4 same approved",
      "s3 gone",
    ]);
    expect(done.the.source.paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 6, 5]);
    expect(
      done.change?.carries.map(({ fromSegmentId, grade, wasApproved }) => [
        fromSegmentId,
        grade,
        wasApproved,
      ]),
    ).toEqual([
      ["s1", "spelling", true],
      ["s2", "changed", true],
    ]);
  });

  it("remembers the row that was approved when a second version comes before anybody confirmed the first", () => {
    const first = renew(approvedAll(), textOf(next), null);
    const rows = first.the.translation.rows.map((row) => {
      const carry = first.change?.carries.find(({ segmentId }) => segmentId === row.id);
      return carry ? { ...row, pending: { from: carry.fromSegmentId, grade: carry.grade } } : row;
    });
    const the = { ...first.the, translation: { ...first.the.translation, rows } };
    const second = renew(the, textOf(next.with(1, `${next[1]?.slice(0, -1)}!`).with(2, `${next[2]} `)), null);
    expect(second.change?.carries.map(({ fromSegmentId, grade }) => [fromSegmentId, grade])).toEqual([
      ["s1", "changed"],
      ["s2", "changed"],
    ]);
  });

  it("lets a row go where its paragraph goes", () => {
    const order = [0, 4, 1, 2, 3];
    const done = renew(approvedAll(), textOf(order.map((at) => SOURCE[at] as string)), null);
    expect(summary(done)).toEqual([
      "s0 same approved",
      "s4 same moved approved",
      "s1 same approved",
      "s2 same approved",
      "s3 same approved",
    ]);
    expect(done.change?.created).toEqual([]);
  });

  it("keeps the numbers of inline codes that a paragraph had, and gives new ones numbers of their own", () => {
    const coded = (word: string, codes: DocumentText["codes"]): DocumentText => ({
      codes,
      paragraphs: [paragraphOf("Erster Absatz."), paragraphOf(word)],
    });
    const before = coded("Das <4>alte</4> Rad dreht sich <9>.", [{ id: 4, kind: "bold" }]);
    const the = imported(before, textOf(["First.", "The old wheel."]), inPairs(2, 2));
    const same = coded("Das <1>alte</1> Rad dreht sich <9>.", [{ id: 1, kind: "bold" }]);
    expect(renew(the, same, null).change).toBeNull();
    const more = coded("Das <1>alte</1> Rad <2>dreht</2> sich <9>.", [
      { id: 1, kind: "bold" },
      { id: 2, kind: "italic" },
    ]);
    const done = renew(the, more, null);
    expect(done.the.source.paragraphs[1]?.text).toBe("Das <4>alte</4> Rad <10>dreht</10> sich <9>.");
    expect(done.the.source.codes).toEqual([
      { id: 4, kind: "bold" },
      { id: 10, kind: "italic" },
    ]);
  });
});

describe("a new machine translation", () => {
  const better = TARGET.map((text, index) => (index % 2 === 0 ? text : text.replace("the", "a")));
  const machine = { text: textOf(better), beads: inPairs(5, 5) };

  it("takes the place of the old one where nobody worked, and of nothing that a person wrote or approved", () => {
    const the = withRow(fresh(), 1, { targetText: "A person's words.", origin: "human" });
    const done = renew(the, null, machine);
    expect(summary(done)).toEqual(["s0 same", "s1 same held", "s2 same", "made same replaced", "s4 same"]);
    expect(done.plan.rows[1]?.heldText).toBe(better[1]);
    expect(done.the.translation.rows.map((row) => row.targetText)).toEqual([
      TARGET[0],
      "A person's words.",
      TARGET[2],
      better[3],
      TARGET[4],
    ]);
  });

  it("leaves a proposal with its row, where it stands against another text from then on", () => {
    const the = fresh();
    const row = the.translation.rows[3];
    const proposal = {
      id: "anna",
      segmentId: row?.id as NonNullable<typeof row>["id"],
      personId: "anna" as UserId,
      baseText: row?.targetText ?? "",
      isExclusive: true,
    };
    const done = renew({ ...the, proposals: [proposal] }, null, machine);
    expect(done.the.proposals[0]?.segmentId).toBe(done.the.translation.rows[3]?.id);
    expect(done.the.translation.rows[3]?.targetText).toBe(better[3]);
  });

  it("fills the rows of new paragraphs and cuts untouched rows as its beads do", () => {
    const source = [...SOURCE.slice(0, 4), "Ein neuer Schluss, den es vorher nicht gab."];
    const target = [...TARGET.slice(0, 4), "A new ending that was not there before."];
    const both = renew(fresh(), textOf(source), { text: textOf(target), beads: inPairs(5, 5) });
    expect(summary(both)).toEqual(["s0 same", "s1 same", "s2 same", "s3 same", "made new", "s4 gone"]);
    expect(both.the.translation.rows[4]?.targetText).toBe(target[4]);

    const joined = ["Something else altogether, and quite new.", ...TARGET.slice(2)];
    const beads = inPairs(5, 4)
      .slice(1, 4)
      .map((bead) => ({ ...bead, sourceFrom: bead.sourceFrom + 1, sourceTo: bead.sourceTo + 1 }));
    const first = { sourceFrom: 0, sourceTo: 2, targetFrom: 0, targetTo: 1, confidence: 0.8 };
    const recut = renew(fresh(), null, { text: textOf(joined), beads: [first, ...beads] });
    expect(summary(recut)).toEqual(["made changed replaced", "s2 same", "s3 same", "s4 same"]);
    expect(recut.plan.rows[0]?.before.map(({ id }) => id)).toEqual(["s0", "s1"]);
  });
});
