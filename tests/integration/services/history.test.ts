import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readHistory } from "@/lib/services/segments/read-history";
import { restoreRevision } from "@/lib/services/segments/restore-revision";
import { check } from "@/tests/fault/check";
import { propose, seen } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 40;

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from({ length: 10 + ROUNDS }, (_, i) => [`Satz ${i}.`, `The roof is made of glass.`] as const),
  );
});
afterAll(() => the.close());

const historyOf = async (index: number) => {
  const read = await readHistory(the.as("reader"), (await rowAt(the, index)).id);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const accept = async (index: number, by: PersonName, text: string) =>
  expect(await acceptProposal(the.as("editor2"), await propose(the, by, index, text))).toMatchObject({
    ok: true,
  });

/** Proposes that the text of a version comes back, seen beside the present one. */
const restore = async (index: number, number: number, by: PersonName = "translator2") => {
  const { id: segmentId, revisionId: seenRevisionId } = await rowAt(the, index);
  const { entries } = await historyOf(index);
  const revisionId = entries.find((entry) => entry.number === number)?.id;
  if (!revisionId) throw new Error("no such version");
  return restoreRevision(the.as(by), { segmentId, revisionId, seenRevisionId, idempotencyKey: randomUUID() });
};

/** The same, as a decider sees it. */
const restored = async (index: number, number: number, by: PersonName) => {
  const stored = await restore(index, number, by);
  if (!stored.ok) throw new Error(stored.error.code);
  return seen(the, index, stored.value.id);
};

it("says of every word whose it is and who approved it, and how much is by people", async () => {
  await accept(0, "translator", "The roof is made of clear glass.");
  await accept(0, "editor", "The ceiling is made of clear glass.");
  const { stretches, entries, share } = await historyOf(0);
  const said = stretches.map(({ text, revision, approved }) => [
    text.trim(),
    revision.authorName ?? revision.origin,
    approved?.approverName ?? null,
  ]);
  expect(said).toEqual([
    ["The", "mt", "editor2"],
    ["ceiling", "editor", "editor2"],
    ["is made of", "mt", "editor2"],
    ["clear", "translator", "editor2"],
    ["glass.", "mt", "editor2"],
  ]);
  expect(stretches.map(({ text }) => text).join("")).toBe(entries.at(-1)?.text);
  expect(share.segment).toBeCloseTo(2 / 7);
  expect(share.document).toBeCloseTo(2 / (7 + 6 * (9 + ROUNDS)));
});

it("credits an editor with the words that they put into somebody else's proposal", async () => {
  const proposal = await propose(the, "translator", 9, "The dark roof is made of glass.");
  const { revisionId: currentRevisionId } = await rowAt(the, 9);
  const edit = { ...proposal, currentRevisionId, targetText: "The dark roof is made of clear glass." };
  expect(await editProposal(the.as("editor"), edit)).toMatchObject({ value: { outcome: "waits" } });
  // the text moves under it, and the proposal follows
  await accept(9, "translator2", "The roof is made of glass!");
  const open = await seen(the, 9, proposal.proposalId);
  expect(await acceptProposal(the.as("editor2"), open)).toMatchObject({ ok: true });
  const { stretches, entries } = await historyOf(9);
  const said = stretches.map(({ text, revision, approved }) => [
    text.trim(),
    revision.authorName ?? revision.origin,
    revision.number,
    approved?.approverName ?? null,
  ]);
  expect(said).toEqual([
    ["The", "mt", 1, "editor2"],
    ["dark", "translator", 3, "editor2"],
    ["roof is made of", "mt", 1, "editor2"],
    ["clear", "editor", 3, "editor2"],
    ["glass", "mt", 1, "editor2"],
    ["!", "translator2", 2, "editor2"],
  ]);
  expect(stretches.map(({ text }) => text).join("")).toBe(entries.at(-1)?.text);
  expect(entries.map(({ number, authorName }) => [number, authorName])).toEqual([
    [1, null],
    [2, "translator2"],
    [3, "translator"],
  ]);
});

it("names as approver whoever approved the machine's text as it stands", async () => {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, 1);
  await approveSegment(the.as("editor"), { segmentId, revisionId, textHash });
  const { stretches, share } = await historyOf(1);
  expect(stretches).toMatchObject([{ revision: { origin: "mt" }, approved: { approverName: "editor" } }]);
  expect(share.segment).toBe(0);
});

describe("bringing an earlier text back", () => {
  it("proposes it, and with its acceptance every word is credited as it was then", async () => {
    await accept(2, "translator", "The ceiling is made of clear glass.");
    const then = (await historyOf(2)).stretches.map(({ text, revision }) => [text, revision.number]);
    await accept(2, "translator", "A lid.");
    const proposal = await restored(2, 2, "editor2");
    expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ ok: true });
    const now = (await historyOf(2)).stretches.map(({ text, revision }) => [text, revision.number]);
    expect(now).toEqual(then);
    const types = await the.db.prisma.event.findMany({
      where: { subjectId: proposal.proposalId },
      orderBy: { sequence: "asc" },
    });
    expect(types.map(({ type }) => type)).toEqual([
      "proposal.created",
      "revision.restore-proposed",
      "proposal.accepted",
    ]);
  });

  it("is not decided by whoever wrote the old words, nor by whoever proposed it", async () => {
    await accept(3, "editor", "Words of an editor.");
    await accept(3, "translator", "Words of a translator.");
    const proposal = await restored(3, 2, "editor2");
    for (const by of ["editor", "editor2"] as const)
      expect(await acceptProposal(the.as(by), proposal)).toMatchObject({ error: { code: "own-words" } });
    expect(await acceptProposal(the.as("admin"), proposal)).toMatchObject({ ok: true });
  });

  it("refuses the text that is there already, and one seen beside a text that is no longer there", async () => {
    await accept(4, "translator", "Once.");
    const { id: segmentId, revisionId } = await rowAt(the, 4);
    expect(await restore(4, 2)).toMatchObject({ error: { code: "unchanged" } });
    await accept(4, "translator", "Twice.");
    const stale = { segmentId, revisionId, seenRevisionId: revisionId, idempotencyKey: randomUUID() };
    expect(await restoreRevision(the.as("translator2"), stale)).toMatchObject({
      error: { code: "changed-meanwhile" },
    });
  });

  it("is the same proposal, with one event, when it is sent twice", async () => {
    await accept(5, "translator", "Five.");
    const { id: segmentId, revisionId: seenRevisionId } = await rowAt(the, 5);
    const { entries } = await historyOf(5);
    const revisionId = entries.find(({ number }) => number === 1)?.id;
    if (!revisionId) throw new Error("no such version");
    const input = { segmentId, revisionId, seenRevisionId, idempotencyKey: randomUUID() };
    const first = await restoreRevision(the.as("translator2"), input);
    if (!first.ok) throw new Error(first.error.code);
    expect(await restoreRevision(the.as("translator2"), input)).toEqual(first);
    const where = { type: "revision.restore-proposed", subjectId: first.value.id };
    expect(await the.db.prisma.event.count({ where })).toBe(1);
  });

  it(`comes before or after an approval at the same moment, never beside it, ${ROUNDS} times`, async () => {
    const tally: Record<string, number> = {};
    for (let round = 0; round < ROUNDS; round++) {
      const index = 10 + round;
      await accept(index, "translator", `Better ${round}.`);
      const rival = await propose(the, "translator", index, `Best ${round}.`);
      const [restored, accepted] = await Promise.all([
        restore(index, 1),
        acceptProposal(the.as("editor"), rival),
      ]);
      expect(accepted.ok).toBe(true);
      const outcome = restored.ok ? "stored" : restored.error.code;
      tally[outcome] = (tally[outcome] ?? 0) + 1;
      expect((await rowAt(the, index)).targetText).toBe(`Best ${round}.`);
    }
    expect(Object.keys(tally).filter((one) => !["stored", "changed-meanwhile"].includes(one))).toEqual([]);
    expect(await check(the.url)).toEqual([]);
  });
});
