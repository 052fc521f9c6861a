import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { placeProposal } from "@/lib/services/alignment/place-words";
import { listTray } from "@/lib/services/alignment/read-alignment";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { exportTranslation } from "@/lib/services/translations/export-translation";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { propose } from "@/tests/support/acts";
import { alignmentOf, brokenAlignment, fingerprint, idAt, repair, travel } from "@/tests/support/alignment";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  the = await scenario();
});
afterEach(async () => {
  expect(await brokenAlignment(the)).toEqual([]);
  await the.close();
});

const approve = async (index: number, by: PersonName = "editor") => {
  const row = await rowAt(the, index);
  return approveSegment(the.as(by), {
    segmentId: row.id,
    revisionId: row.revisionId,
    textHash: row.textHash,
  });
};

const tray = async (by: PersonName = "editor") => {
  const listed = await listTray(the.as(by), the.translationId);
  return listed.ok ? listed.value : [];
};

it("joins two rows into one with both texts, and leaves the others as they are", async () => {
  const ids = [await idAt(the, 0), await idAt(the, 3)];
  const done = await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "next" });
  expect(done).toMatchObject({ ok: true, value: { position: 1, rowsBefore: 2, rowsAfter: 1 } });
  expect(await rowAt(the, 1)).toMatchObject({
    targetText: "It departs at 15.40 clock.\n\nNobody has ever missed it.",
    origin: "mt",
    revisionNumber: 1,
    confidence: 1,
    sources: [{ number: 2 }, { number: 3 }],
  });
  expect([await idAt(the, 0), await idAt(the, 2)]).toEqual(ids);
});

it("brings the very same rows back with undo, and the joined one with redo", async () => {
  const before = await fingerprint(the);
  await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "previous" });
  const after = await fingerprint(the);
  expect(await alignmentOf(the)).toMatchObject({ undo: "join", redo: null });
  await travel(the, "undo", "editor2");
  expect(await fingerprint(the)).toEqual(before);
  expect(await alignmentOf(the)).toMatchObject({ undo: null, redo: "join" });
  await travel(the, "redo");
  expect(await fingerprint(the)).toEqual(after);
  expect(await travel(the, "redo")).toMatchObject({ error: { code: "nothing-to-redo" } });
});

it("keeps an approval where neither side changed, and gives it back with the row", async () => {
  for (const index of [0, 1, 2]) expect(await approve(index)).toMatchObject({ ok: true });
  const done = await repair(the, { kind: "join", segmentId: await idAt(the, 2), with: "next" });
  expect(done).toMatchObject({ value: { approvalsEnded: 1 } });
  expect([await rowAt(the, 0), await rowAt(the, 1), await rowAt(the, 2)].map((row) => row.approved)).toEqual([
    true,
    true,
    false,
  ]);
  const text = (await rowAt(the, 2)).targetText;
  await repair(the, {
    kind: "split",
    segmentId: await idAt(the, 2),
    sources: 1,
    offset: text.indexOf("The roof"),
  });
  expect((await rowAt(the, 2)).approved).toBe(true);
  expect((await rowAt(the, 3)).approved).toBe(false);
});

it("lets an open proposal follow its text into the joined row, where it is conflicted", async () => {
  const { proposalId } = await propose(the, "translator", 1, "It leaves at 3.40 pm.");
  await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "next" });
  const detail = await readSegment(the.as("editor"), await idAt(the, 1));
  expect(detail.ok && detail.value.proposals).toMatchObject([
    {
      id: proposalId,
      targetText: "It leaves at 3.40 pm.",
      baseText: "It departs at 15.40 clock.",
      conflicted: true,
    },
  ]);
  expect(await tray()).toEqual([]);
});

it("puts a proposal whose text was cut into the tray, out of the queue, and lets its author put it back", async () => {
  const { proposalId, seen } = await propose(the, "translator", 1, "It leaves at 3.40 pm.");
  const done = await repair(the, { kind: "split", segmentId: await idAt(the, 1), sources: 1, offset: 11 });
  expect(done).toMatchObject({ value: { toTray: 1, moved: 0 } });
  expect(await tray()).toMatchObject([
    {
      proposalId,
      targetText: "It leaves at 3.40 pm.",
      authorName: "translator",
      mine: false,
      placeable: true,
    },
  ]);
  expect(await listOpenQueue(the.as("editor"), 0)).toMatchObject({ value: { items: [], total: 0 } });
  expect(await acceptProposal(the.as("editor"), { proposalId, seen, note: "" })).toMatchObject({
    error: { code: "realigned", proposedText: "It leaves at 3.40 pm." },
  });
  const segmentId = await idAt(the, 2);
  expect(await placeProposal(the.as("translator2"), { proposalId, segmentId })).toMatchObject({
    error: { code: "not-allowed" },
  });
  expect(await placeProposal(the.as("translator"), { proposalId, segmentId })).toEqual({
    ok: true,
    value: null,
  });
  expect(await tray()).toEqual([]);
  expect(await listOpenQueue(the.as("editor"), 0)).toMatchObject({
    value: { items: [{ id: proposalId, conflicted: true, rowNumber: 3 }], total: 1 },
  });
});

it("refuses to approve, propose on and draft on a row that is no more, and says so", async () => {
  const row = await rowAt(the, 1);
  const base = {
    segmentId: row.id,
    baseRevisionId: row.revisionId,
    targetText: "x",
    comment: "",
    reason: null,
  };
  await repair(the, { kind: "join", segmentId: row.id, with: "next" });
  const realigned = { ok: false, error: { code: "realigned" } };
  expect(await createProposal(the.as("translator"), { ...base, idempotencyKey: randomUUID() })).toEqual(
    realigned,
  );
  expect(await saveDraft(the.as("translator"), { ...base, version: 0 })).toEqual(realigned);
  const look = { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
  expect(await approveSegment(the.as("editor"), look)).toEqual(realigned);
  expect(await readSegment(the.as("editor"), row.id)).toEqual(realigned);
});

it("lets a draft follow its text, to be saved there, and proposed with what stands around it now", async () => {
  const row = await rowAt(the, 1);
  const words = { targetText: "It leaves", comment: "", reason: null, baseRevisionId: row.revisionId };
  const saved = await saveDraft(the.as("translator"), { ...words, segmentId: row.id, version: 0 });
  await repair(the, { kind: "join", segmentId: row.id, with: "next" });
  const segmentId = await idAt(the, 1);
  const detail = await readSegment(the.as("translator"), segmentId);
  const draft = detail.ok ? detail.value.draft : null;
  expect(draft).toMatchObject({ targetText: "It leaves", version: saved.ok && saved.value.version });
  const again = { ...words, segmentId, targetText: "It leaves at", version: draft?.version ?? 0 };
  expect(await saveDraft(the.as("translator"), again)).toMatchObject({ ok: true });
  const proposed = await createProposal(the.as("translator"), { ...again, idempotencyKey: randomUUID() });
  expect(proposed).toMatchObject({ ok: true, value: { conflicted: false, version: 2 } });
  const { targetText, revisionId } = await rowAt(the, 1);
  const after = await readSegment(the.as("translator"), segmentId);
  expect(after.ok && after.value.proposals).toMatchObject([
    {
      baseRevisionId: revisionId,
      targetText: targetText.replace(row.targetText, "It leaves at"),
      conflicted: false,
    },
  ]);
});

it("says honestly where a text comes from: a person's and the machine's together are mixed", async () => {
  const proposal = await propose(the, "translator", 1, "It leaves at 3.40 pm.");
  expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ ok: true });
  await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "next" });
  expect((await rowAt(the, 1)).origin).toBe("mixed");
  const detail = await readSegment(the.as("editor"), await idAt(the, 1));
  expect(detail).toMatchObject({
    value: {
      machineText: "It departs at 15.40 clock.\n\nNobody has ever missed it.",
      decided: [{ targetText: "It leaves at 3.40 pm.", state: "accepted" }],
    },
  });
  const earlier = detail.ok ? detail.value.earlier.map(({ targetText }) => targetText) : [];
  expect(earlier).toHaveLength(3);
  expect(earlier).toContain("It leaves at 3.40 pm.");
  // The row that comes back is the person's own; of another piece of the mixed text nobody claims more.
  await repair(the, { kind: "split", segmentId: await idAt(the, 1), sources: 1, offset: 21 });
  await repair(the, { kind: "split", segmentId: await idAt(the, 2), sources: 0, offset: 7 });
  const origins = [await rowAt(the, 1), await rowAt(the, 2), await rowAt(the, 3)].map((row) => row.origin);
  expect(origins).toEqual(["human", "mt", "mt"]);
});

it("lets nobody approve their own words by way of a repair", async () => {
  const proposal = await propose(the, "editor2", 1, "It leaves at 3.40 pm.");
  await acceptProposal(the.as("editor"), proposal);
  await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "next" }, "editor2");
  expect(await approve(1, "editor2")).toEqual({ ok: false, error: { code: "own-words" } });
  expect(await approve(1, "editor")).toMatchObject({ ok: true });
});

it("refuses to undo what somebody has built upon, and names the rows", async () => {
  await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "next" });
  await approve(1);
  expect(await travel(the, "undo")).toEqual({ ok: false, error: { code: "built-upon", rowNumbers: [2] } });
});

it("brings proposals made meanwhile along with an undo, or puts them into the tray", async () => {
  await repair(the, { kind: "split", segmentId: await idAt(the, 1), sources: 1, offset: 11 });
  const { proposalId } = await propose(the, "translator", 2, "something else");
  await repair(the, { kind: "join", segmentId: await idAt(the, 3), with: "next" });
  const other = await propose(the, "translator", 3, "Nobody.\n\nThe roof.");
  await travel(the, "undo");
  expect(await tray()).toMatchObject([{ proposalId: other.proposalId }]);
  await travel(the, "undo");
  const detail = await readSegment(the.as("editor"), await idAt(the, 1));
  expect(detail.ok && detail.value.proposals).toMatchObject([{ id: proposalId, conflicted: true }]);
});

it("shifts one side down to the next gap, and up to close it again", async () => {
  await repair(the, { kind: "unlink", segmentId: await idAt(the, 2) });
  const before = (await alignmentOf(the)).entries.map(({ targetLength }) => targetLength);
  await repair(the, { kind: "shift", segmentId: await idAt(the, 1), side: "target", direction: "down" });
  expect((await alignmentOf(the)).entries.map(({ targetLength }) => targetLength)).toEqual([
    before[0],
    0,
    before[1],
    before[3],
    before[4],
  ]);
  await repair(the, { kind: "shift", segmentId: await idAt(the, 1), side: "target", direction: "up" });
  const texts = await exportTranslation(the.as("reader"), { translationId: the.translationId });
  expect(
    texts.ok && texts.value.segments.map(({ sources, targetText }) => [sources[0]?.number, targetText]),
  ).toEqual([
    [1, "The train from Trieste"],
    [2, "It departs at 15.40 clock."],
    [3, "Nobody has ever missed it."],
    [4, "The roof is made of glass."],
  ]);
});

it("leaves pinned rows alone: joining them is refused, shifts end before them, re-alignment goes around", async () => {
  expect(await repair(the, { kind: "pin", segmentId: await idAt(the, 2), pinned: true })).toMatchObject({
    ok: true,
  });
  expect(await repair(the, { kind: "join", segmentId: await idAt(the, 1), with: "next" })).toMatchObject({
    error: { code: "pinned" },
  });
  await repair(the, { kind: "shift", segmentId: await idAt(the, 0), side: "target", direction: "down" });
  expect((await alignmentOf(the)).entries.map(({ pinned }) => pinned)).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
  expect(await repair(the, { kind: "realign", segmentId: await idAt(the, 1) })).toMatchObject({ ok: true });
  expect((await alignmentOf(the)).entries.map(({ pinned }) => pinned)).toEqual([false, false, true, false]);
  expect((await rowAt(the, 1)).targetText).toBe("It departs at 15.40 clock.");
});

it("refuses a repair of rows that have changed since they were read", async () => {
  const { version } = await alignmentOf(the);
  const segmentId = await idAt(the, 0);
  await repair(the, { kind: "join", segmentId: await idAt(the, 2), with: "next" });
  const { repairAlignment } = await import("@/lib/services/alignment/repair-alignment");
  const stale = {
    translationId: the.translationId,
    version,
    operation: { kind: "join", segmentId, with: "next" },
  };
  expect(await repairAlignment(the.as("editor"), stale as never)).toEqual({
    ok: false,
    error: { code: "changed-meanwhile" },
  });
});

it("lets the importer repair until somebody else works on the rows, and translators never", async () => {
  const { setMember } = await import("@/lib/db/projects");
  await setMember(the.db.pool, the.projectId, the.people.importer, "translator", new Date());
  const join = async (by: PersonName) =>
    repair(the, { kind: "join", segmentId: await idAt(the, 0), with: "next" }, by);
  expect(await join("translator")).toEqual({ ok: false, error: { code: "not-allowed" } });
  expect(await join("importer")).toMatchObject({ ok: true });
  await propose(the, "translator", 1, "Nobody missed it.");
  expect(await join("importer")).toEqual({ ok: false, error: { code: "not-allowed" } });
});

it("has rules of its own in the database: no gap, no paragraph twice or nowhere, no change of a composition", async () => {
  const run = (sql: string) =>
    the.db.pool.query(sql).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
  expect(await run(`UPDATE "Segment" SET "position" = 9 WHERE "position" = 3`)).toBe("GL005");
  expect(await run(`UPDATE "Segment" SET "position" = 2 WHERE "position" = 3`)).toBe("GL005");
  expect(await run(`UPDATE "Segment" SET "position" = NULL, "retiredAt" = now() WHERE "position" = 3`)).toBe(
    "GL005",
  );
  expect(await run(`UPDATE "Segment" SET "position" = 3 - "position"`)).toBe("GL005");
  expect(await run(`UPDATE "SegmentSource" SET "segmentId" = "segmentId"`)).toBe("GL001");
  expect(await run(`DELETE FROM "SegmentTarget"`)).toBe("GL001");
});
