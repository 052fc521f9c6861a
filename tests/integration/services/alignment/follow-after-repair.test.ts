import { afterEach, beforeEach, expect, it } from "vitest";
import type { ProposalId } from "@/lib/core/shared/ids";
import { listTray } from "@/lib/services/alignment/read-alignment";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { check } from "@/tests/fault/check";
import { propose, putForward, seen, taken } from "@/tests/support/acts";
import { idAt, repair, travel } from "@/tests/support/alignment";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 60;

let the: Scenario;
beforeEach(async () => {
  the = await scenario([
    ["Der Zug aus Triest", "The train from Trieste"],
    ["Er fährt um 15.40 Uhr ab.", "It departs at 15.40 clock."],
    ["Niemand hat ihn je verpasst.", "Nobody has ever missed it."],
    ["Das Dach ist aus Glas.", "The roof is made of glass."],
    ...Array.from({ length: 2 * ROUNDS }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const),
  ]);
});
afterEach(async () => {
  expect(await check(the.url)).toEqual([]);
  await the.close();
});

const stored = (id: ProposalId) => the.db.prisma.proposal.findUniqueOrThrow({ where: { id } });
const join = async (index: number) =>
  expect(await repair(the, { kind: "join", segmentId: await idAt(the, index), with: "next" })).toMatchObject({
    ok: true,
  });
const move = async (index: number, text: string, by: PersonName = "translator2") =>
  taken(await acceptProposal(the.as("editor"), await propose(the, by, index, text)));

it("brings a proposal on a joined row along when its text moves, and lets it be accepted", async () => {
  const id = await putForward(the, "translator", 1, "It departs at 3.40 pm.");
  await join(1);
  await move(1, "It departs at 15.40 clock.\n\nNo one has ever missed it.");
  const { revisionId } = await rowAt(the, 1);
  expect(await stored(id)).toMatchObject({
    state: "open",
    version: 2,
    versionCause: "rebased",
    baseRevisionId: revisionId,
    targetText: "It departs at 3.40 pm.\n\nNo one has ever missed it.",
  });
  const [before] = await the.db.prisma.proposalVersion.findMany({ where: { proposalId: id } });
  expect(before).toMatchObject({ version: 1, targetText: "It departs at 3.40 pm." });
  taken(await acceptProposal(the.as("editor"), await seen(the, 1, id)));
  expect(await rowAt(the, 1)).toMatchObject({
    targetText: "It departs at 3.40 pm.\n\nNo one has ever missed it.",
    approved: true,
  });
});

it("brings it through two repairs, and back with the undo of the move", async () => {
  const id = await putForward(the, "translator", 2, "Nobody ever missed it.");
  await join(2);
  await join(1);
  const decisionId = await move(
    1,
    "It departs at 3.40 pm.\n\nNobody has ever missed it.\n\nThe roof is made of glass.",
  );
  expect((await stored(id)).targetText).toBe(
    "It departs at 3.40 pm.\n\nNobody ever missed it.\n\nThe roof is made of glass.",
  );
  expect(await undoDecision(the.as("editor"), { decisionId })).toMatchObject({ ok: true });
  expect((await stored(id)).targetText).toBe(
    "It departs at 15.40 clock.\n\nNobody ever missed it.\n\nThe roof is made of glass.",
  );
});

it("closes one whose changes the moved text has", async () => {
  const id = await putForward(the, "translator", 1, "It departs at 3.40 pm.");
  await join(1);
  await move(1, "It departs at 3.40 pm.\n\nNo one has ever missed it.");
  expect(await stored(id)).toMatchObject({ state: "contained", targetText: "It departs at 3.40 pm." });
});

it("leaves one that overlaps as its author wrote it, for a person", async () => {
  const id = await putForward(the, "translator", 1, "It departs at 3.40 pm.");
  await join(1);
  await move(1, "It departs at twenty to four.\n\nNobody has ever missed it.");
  expect(await stored(id)).toMatchObject({
    state: "open",
    version: 1,
    targetText: "It departs at 3.40 pm.",
    segmentId: await idAt(the, 1),
  });
  const one = await seen(the, 1, id);
  expect(await acceptProposal(the.as("editor"), one)).toMatchObject({ error: { code: "conflict" } });
});

it("keeps one whose text was cut in the tray when both halves move", async () => {
  const id = await putForward(the, "translator", 1, "It leaves at 3.40 pm.");
  await repair(the, { kind: "split", segmentId: await idAt(the, 1), sources: 1, offset: 11 });
  await move(1, "It leaves ");
  await move(2, "at 3.40 pm.");
  expect(await stored(id)).toMatchObject({
    state: "open",
    version: 1,
    targetText: "It leaves at 3.40 pm.",
  });
  const tray = await listTray(the.as("editor"), the.translationId);
  expect(tray.ok && tray.value.map(({ proposalId }) => proposalId)).toEqual([id]);
});

it("loses no word when the undo of a repair follows a move", async () => {
  const id = await putForward(the, "translator", 1, "It departs at 3.40 pm.");
  await join(1);
  const decisionId = await move(1, "It departs at 15.40 clock.\n\nNo one has ever missed it.");
  await undoDecision(the.as("editor"), { decisionId });
  const back = await travel(the, "undo");
  const now = await stored(id);
  expect(now.state).toBe("open");
  expect(now.targetText).toContain("It departs at 3.40 pm.");
  const live = await the.db.prisma.segment.findUniqueOrThrow({ where: { id: now.segmentId } });
  const tray = await listTray(the.as("editor"), the.translationId);
  expect([back.ok, live.position !== null || (tray.ok && tray.value.length === 1)]).toEqual([back.ok, true]);
});

it(`loses no proposal when rows are joined and their text moves at the same moment, ${ROUNDS} times`, async () => {
  const ends = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    // every join takes a row away
    const index = 4 + round;
    const base = (await rowAt(the, index)).targetText;
    const id = await putForward(the, "translator", index, `${base} Indeed.`);
    const rival = await propose(the, "translator2", index, `Truly, ${base}`);
    const segmentId = await idAt(the, index);
    const [accepted, joined] = await Promise.all([
      acceptProposal(the.as("editor"), rival),
      repair(the, { kind: "join", segmentId, with: "next" }, "editor2"),
    ]);
    expect(accepted.ok || joined.ok).toBe(true);
    const row = await rowAt(the, index);
    // by somebody else: where the join came first, the rival's own proposal is still open
    if (joined.ok) await move(index, `Now: ${row.targetText}`, "editor2");
    const { targetText } = await rowAt(the, index);
    const now = await stored(id);
    ends.add(`${accepted.ok} ${joined.ok}`);
    expect(now).toMatchObject({ state: "open", segmentId: row.id });
    // on the current text, with its own change and everybody else's
    expect(now.targetText).toBe(targetText.replace(base, `${base} Indeed.`));
    if (!joined.ok) await join(index);
  }
  expect(ends.size).toBeGreaterThan(0);
}, 300_000);
