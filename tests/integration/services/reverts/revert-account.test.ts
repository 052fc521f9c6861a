import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { undoMany } from "@/lib/services/decisions/undo-many";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { previewRevert, type RevertPreview } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { check } from "@/tests/fault/check";
import { propose, seen, taken } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const TEXT = "The old tower stands by the river and nobody lives in it.";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 12 }, (_, i) => [`Satz ${i}.`, TEXT] as const));
});
afterAll(() => the.close());

const accept = async (by: PersonName, index: number, text: string, decider: PersonName = "editor") =>
  taken(await acceptProposal(the.as(decider), await propose(the, by, index, text)));

async function preview(): Promise<RevertPreview> {
  const found = await previewRevert(the.as("admin"), the.people.translator);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const carryOut = ({ open, texts }: Pick<RevertPreview, "open" | "texts">, idempotencyKey = randomUUID()) =>
  revertAccount(the.as("admin"), {
    accountId: the.people.translator,
    note: "This account was taken over.",
    proposals: open,
    texts,
    idempotencyKey,
  });

const SPAM = TEXT.replace("old", "cheap");
const SPAM_AND_LAKE = SPAM.replace("river", "lake");

it("shows what would become of every word of an account, and writes nothing", async () => {
  await accept("translator", 0, SPAM); // its own change, the last one
  await accept("translator", 1, SPAM);
  await accept("translator2", 1, SPAM_AND_LAKE); // others went on elsewhere in the sentence
  await accept("translator", 2, SPAM);
  await accept("translator2", 2, TEXT.replace("old", "cheapest")); // others went on in the same words
  await accept("translator", 3, SPAM);
  await accept("translator2", 3, TEXT); // others have taken it out already
  await propose(the, "translator", 4, SPAM);
  await propose(the, "translator2", 0, SPAM.replace("nobody", "no one"));
  const edited = await propose(the, "translator", 5, SPAM);
  const { revisionId } = await rowAt(the, 5);
  await editProposal(the.as("editor"), {
    ...edited,
    currentRevisionId: revisionId,
    targetText: SPAM.replace("river", "sea"),
  });
  const found = await preview();
  expect(found).toMatchObject({ accountName: "translator", isMore: false });
  expect(found.open.map(({ rowNumber, targetText }) => [rowNumber, targetText])).toEqual([
    [5, SPAM],
    [6, SPAM.replace("river", "sea")],
  ]);
  expect(found.texts.map(({ rowNumber, targetText }) => [rowNumber, targetText])).toEqual([
    [1, TEXT],
    [2, TEXT.replace("river", "lake")],
  ]);
  expect(found.people).toMatchObject([{ rowNumber: 3, why: "overlapping", isOpen: false }]);
  expect(await the.db.prisma.decisionBatch.count()).toBe(0);
});

it("does what was shown, approves none of it, and brings other proposals along", async () => {
  const shown = await preview();
  const done = await carryOut(shown);
  expect(done).toMatchObject({
    ok: true,
    value: { declined: shown.open.map(({ proposalId }) => proposalId), left: [] },
  });
  expect(await rowAt(the, 0)).toMatchObject({ targetText: TEXT, approved: false, origin: "mt" });
  expect(await rowAt(the, 1)).toMatchObject({
    targetText: TEXT.replace("river", "lake"),
    approved: false,
    origin: "mixed",
  });
  expect(await rowAt(the, 2)).toMatchObject({ targetText: TEXT.replace("old", "cheapest"), approved: true });
  const open = await the.db.prisma.proposal.findMany({ where: { state: "open" } });
  expect(open.map(({ targetText, versionCause }) => [targetText, versionCause])).toEqual([
    [TEXT.replace("nobody", "no one"), "rebased"],
  ]);
  expect(await preview()).toMatchObject({ open: [], texts: [], people: [{ rowNumber: 3 }] });
  const log = await the.db.prisma.event.findMany({ where: { type: "batch.revert" } });
  expect(log.map(({ payload }) => payload)).toEqual([{ requested: 4, accountId: the.people.translator }]);
  expect(await check(the.url)).toEqual([]);
});

it("lets nobody approve what they put together or wrote, and others do", async () => {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, 1);
  const seen = { segmentId, revisionId, textHash };
  for (const who of ["admin", "translator2"] as const) {
    const done = await approveSegment(the.as(who), seen);
    expect(done.ok ? "done" : done.error.code).toMatch(/own-words|not-allowed/);
  }
  expect(await approveSegment(the.as("editor2"), seen)).toMatchObject({ ok: true });
});

it("is undone as one act, with the approvals that there were, except for what was built on", async () => {
  const batch = await the.db.prisma.decisionBatch.findFirstOrThrow({ where: { kind: "revert" } });
  const undone = await undoMany(the.as("admin"), {
    batchId: batch.id as never,
    idempotencyKey: randomUUID(),
  });
  expect(undone).toMatchObject({ ok: true, value: { left: [{ code: "decided-since" }] } });
  expect(undone.ok && undone.value.done).toHaveLength(3);
  expect(await rowAt(the, 0)).toMatchObject({ targetText: SPAM, approved: true });
  const again = await preview();
  expect(again.open.map(({ rowNumber }) => rowNumber)).toEqual([5, 6]);
  expect(again.texts.map(({ rowNumber }) => rowNumber)).toEqual([1]);
  expect(await check(the.url)).toEqual([]);
});

it("leaves what changed since it was shown, and says so", async () => {
  const shown = await preview();
  const [open] = shown.open;
  if (!open) throw new Error("nothing is open");
  await reviseProposal(the.as("translator"), {
    proposalId: open.proposalId,
    version: open.seen.version,
    baseRevisionId: open.seen.baseRevisionId,
    targetText: SPAM.replace("it", "there"),
    comment: "",
    reason: null,
  });
  await accept("editor2", 0, SPAM.replace("lives", "dwells"));
  const done = await carryOut(shown);
  expect(done).toMatchObject({
    value: {
      left: [
        { id: open.proposalId, code: "changed-meanwhile" },
        { id: shown.texts[0]?.segmentId, code: "changed-meanwhile" },
      ],
    },
  });
  expect((await rowAt(the, 0)).targetText).toBe(SPAM.replace("lives", "dwells"));
});

it("is the same act when it is sent twice", async () => {
  const shown = await preview();
  expect([shown.open.length, shown.texts.length]).toEqual([1, 1]);
  const key = randomUUID();
  const [one, two] = await Promise.all([carryOut(shown, key), carryOut(shown, key)]);
  expect(one).toEqual(two);
  expect(one).toMatchObject({ ok: true, value: { left: [] } });
  expect(await carryOut(shown, key)).toEqual(one);
  expect((await rowAt(the, 0)).targetText).toBe(TEXT.replace("lives", "dwells"));
  expect(await check(the.url)).toEqual([]);
});

it("opens proposals of others again that were closed because the text had them, and none of the account's", async () => {
  const others = await propose(the, "translator2", 8, TEXT.replace("river", "lake"));
  await accept("translator", 8, SPAM_AND_LAKE);
  const state = async () =>
    (await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: others.proposalId } })).state;
  expect(await state()).toBe("contained");
  const shown = await preview();
  expect(shown.texts.map(({ rowNumber }) => rowNumber)).toEqual([9]);
  expect(await carryOut(shown)).toMatchObject({ ok: true, value: { left: [] } });
  expect((await rowAt(the, 8)).targetText).toBe(TEXT);
  expect(await state()).toBe("open");
  expect(await acceptProposal(the.as("editor"), await seen(the, 8, others.proposalId))).toMatchObject({
    ok: true,
  });
  expect(await check(the.url)).toEqual([]);
});

it("is for those who manage the project, never for one's own words, and says why it is done", async () => {
  const asked = async (who: PersonName | null, account = the.people.translator) => {
    const found = await previewRevert(the.as(who), account);
    return found.ok ? "done" : found.error.code;
  };
  expect(await asked(null)).toBe("sign-in-required");
  expect(await asked("stranger")).toBe("not-found");
  expect(await asked("editor")).toBe("not-allowed");
  expect(await asked("admin", the.people.stranger)).toBe("not-found");
  expect(await asked("admin", the.people.admin)).toBe("own-words");
  const input = {
    accountId: the.people.translator,
    note: " ",
    proposals: [],
    texts: [],
    idempotencyKey: randomUUID(),
  };
  expect(await revertAccount(the.as("admin"), input)).toEqual({
    ok: false,
    error: { code: "note-required" },
  });
  expect(await revertAccount(the.as("editor"), { ...input, note: "x" })).toEqual({
    ok: false,
    error: { code: "not-allowed" },
  });
});
