import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SegmentId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { readHistory } from "@/lib/services/segments/read-history";
import { restoreRevision } from "@/lib/services/segments/restore-revision";
import { propose, seen, taken } from "@/tests/support/acts";
import { idAt, repair, travel } from "@/tests/support/alignment";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario(Array.from({ length: 6 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
});
afterAll(() => the.close());

const accept = async (by: PersonName, index: number, text: string) =>
  taken(await acceptProposal(the.as("editor"), await propose(the, by, index, text)));

/** What the history says of each version of a row, the first one first. */
async function causesOf(index: number) {
  const read = await readHistory(the.as("reader"), (await rowAt(the, index)).id as SegmentId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.entries.map(({ cause }) => cause);
}

it("says who undid what, and nothing of texts that people wrote", async () => {
  const decisionId = await accept("translator", 0, "Better 0.");
  await undoDecision(the.as("admin"), { decisionId });
  expect(await causesOf(0)).toMatchObject([
    null,
    null,
    { kind: "undo", of: "accept", name: "admin", at: expect.any(Date) },
  ]);
});

it("says whose words were taken out, by whom and why", async () => {
  await accept("translator", 1, "Spam 1.");
  const found = await previewRevert(the.as("admin"), the.people.translator);
  if (!found.ok) throw new Error(found.error.code);
  await revertAccount(the.as("admin"), {
    accountId: the.people.translator,
    note: "Taken over.",
    proposals: [],
    texts: found.value.texts,
    idempotencyKey: randomUUID(),
  });
  expect(await causesOf(1)).toMatchObject([
    null,
    null,
    { kind: "revert", name: "admin", accountName: "translator", note: "Taken over." },
  ]);
  const { id } = await the.db.prisma.decision.findFirstOrThrow({ where: { kind: "revert" } });
  await undoDecision(the.as("admin"), { decisionId: id as never });
  expect((await causesOf(1)).at(-1)).toMatchObject({ kind: "undo", of: "revert", name: "admin" });
});

it("says which version was proposed again", async () => {
  await accept("translator2", 2, "Better 2.");
  const { id: segmentId, revisionId: seenRevisionId } = await rowAt(the, 2);
  const first = await the.db.prisma.revision.findFirstOrThrow({ where: { segmentId, number: 1 } });
  const stored = await restoreRevision(the.as("translator"), {
    segmentId,
    revisionId: first.id as never,
    seenRevisionId,
    idempotencyKey: randomUUID(),
  });
  if (!stored.ok) throw new Error(stored.error.code);
  taken(await acceptProposal(the.as("editor"), await seen(the, 2, stored.value.id)));
  expect(await causesOf(2)).toMatchObject([null, null, { kind: "restore", number: 1, name: "translator" }]);
});

it("says by which repair a row came about, also when it was taken back and done again", async () => {
  await repair(the, { kind: "join", segmentId: await idAt(the, 3), with: "next" }, "editor2");
  expect(await causesOf(3)).toMatchObject([{ kind: "repair", operation: "join", name: "editor2" }]);
  await travel(the, "undo", "editor");
  await travel(the, "redo", "editor");
  expect(await causesOf(3)).toMatchObject([{ kind: "repair", operation: "join", name: "editor2" }]);
  await accept("translator2", 3, "Joined.");
  expect((await causesOf(3)).map((cause) => cause?.kind ?? null)).toEqual(["repair", null]);
});
