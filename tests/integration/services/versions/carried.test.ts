import { afterEach, beforeEach, expect, it } from "vitest";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { confirmCarried, listCarried } from "@/lib/services/segments/carried-rows";
import { propose } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { renew } from "@/tests/support/versions";

const SOURCE = [
  "Der „Zug“ aus Triest",
  "Die Strasse ist gesperrt.",
  "Er fährt um 15.40 Uhr ab.",
  "Das Dach ist aus Glas.",
];
const NEXT = [
  "Der »Zug« aus Triest",
  "Die Straße ist gesperrt.",
  "Er fährt um 15.45 Uhr ab.",
  "Das Dach ist aus  Glas.",
];

let the: Scenario;
beforeEach(async () => {
  the = await scenario(SOURCE.map((source, index) => [source, `Text ${index}.`] as const));
  for (const index of [0, 1, 2]) {
    const row = await rowAt(the, index);
    await approveSegment(the.as("editor"), {
      segmentId: row.id,
      revisionId: row.revisionId,
      textHash: row.textHash,
    });
  }
  await renew(the, NEXT, null);
});
afterEach(() => the.close());

const carried = async (by: PersonName = "editor2") => {
  const listed = await listCarried(the.as(by), the.translationId);
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value;
};
const confirm = async (by: PersonName, rows: Awaited<ReturnType<typeof carried>>) =>
  confirmCarried(the.as(by), { translationId: the.translationId, rows });

it("lists the rows that were approved, with the source then and now", async () => {
  expect(
    (await carried()).map(({ position, grade, sourceBefore, sourceAfter, confirmable }) => [
      position,
      grade,
      sourceBefore,
      sourceAfter,
      confirmable,
    ]),
  ).toEqual([
    [0, "typography", SOURCE[0], NEXT[0], true],
    [1, "spelling", SOURCE[1], NEXT[1], true],
    [2, "changed", SOURCE[2], NEXT[2], false],
  ]);
  expect((await carried("translator")).map(({ confirmable }) => confirmable)).toEqual([false, false, false]);
  expect((await carried("importer")).map(({ confirmable }) => confirmable)).toEqual([false, false, false]);
});

it("confirms those whose meaning stayed as ordinary approvals, and leaves the others", async () => {
  const rows = await carried();
  const done = await confirm("editor2", rows);
  expect(done).toEqual({
    ok: true,
    value: {
      confirmed: [rows[0]?.segmentId, rows[1]?.segmentId],
      left: [{ segmentId: rows[2]?.segmentId, code: "changed-meanwhile" }],
    },
  });
  expect((await carried()).map(({ position }) => position)).toEqual([2]);
  const decisions = await the.db.prisma.decision.findMany({ where: { actorId: the.people.editor2 } });
  expect(decisions.map(({ kind, revisionId, textHash }) => [kind, revisionId, textHash])).toEqual(
    rows.slice(0, 2).map(({ revisionId, textHash }) => ["approve", revisionId, textHash]),
  );
});

it("leaves out, and names, rows that changed meanwhile and words of the editor's own", async () => {
  const rows = await carried();
  expect(await confirm("importer", rows.slice(0, 1))).toMatchObject({
    value: { confirmed: [], left: [{ segmentId: rows[0]?.segmentId, code: "own-words" }] },
  });
  const open = await propose(the, "translator", 0, "A better text.");
  expect((await acceptProposal(the.as("editor"), open)).ok).toBe(true);
  expect(await confirm("editor2", rows.slice(0, 2))).toMatchObject({
    value: {
      confirmed: [rows[1]?.segmentId],
      left: [{ segmentId: rows[0]?.segmentId, code: "changed-meanwhile" }],
    },
  });
});
