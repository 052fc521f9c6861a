import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { READERS_ID } from "@/lib/core/access/roles";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { previewRevert } from "@/lib/services/reverts/preview-revert";
import { revertAccount } from "@/lib/services/reverts/revert-account";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { restoreRevision } from "@/lib/services/segments/restore-revision";
import { check } from "@/tests/fault/check";
import { seen } from "@/tests/support/acts";
import { acceptTogether, filed, publish } from "@/tests/support/reports";
import { NOW, type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

const READERS_TEXT = "It departs at 3.40 p.m..";

let the: Scenario;
beforeEach(async () => {
  the = await scenario();
  await publish(the);
  await filed(the, null, {});
});
afterEach(() => the.close());

async function onlyProposal() {
  const listed = await listOpenQueue(the.as("admin"), 0);
  const [item] = listed.ok ? listed.value.items : [];
  if (!item) throw new Error("the queue is empty");
  return seen(the, 1, item.id);
}

it("takes two people whom one knows once more after the acceptance was undone", async () => {
  const later = (name: PersonName) => ({ ...the.as(name), now: () => new Date(NOW.getTime() + 60_000) });
  const proposal = await onlyProposal();
  expect(await acceptProposal(later("editor"), proposal)).toMatchObject({ value: { missing: 1 } });
  const done = await acceptProposal(later("editor2"), proposal);
  if (!done.ok || !done.value.decisionId) throw new Error("it was not accepted");
  const undone = await undoDecision(later("editor2"), { decisionId: done.value.decisionId });
  expect(undone).toMatchObject({ ok: true });

  const again = await onlyProposal();
  const alone = await acceptProposal(later("editor"), again);
  expect(alone.ok && alone.value.missing === 0).toBe(false);
  expect((await rowAt(the, 1)).targetText).not.toBe(READERS_TEXT);
  expect(await acceptProposal(later("editor2"), again)).toMatchObject({ ok: true, value: { missing: 0 } });
  expect((await rowAt(the, 1)).targetText).toBe(READERS_TEXT);
  expect(await check(the.url)).toEqual([]);
});

it("brings reverted words back by no single person, whoever proposes them again", async () => {
  const done = await acceptTogether(the, await onlyProposal());
  expect(done).toMatchObject([{ value: { missing: 1 } }, { value: { missing: 0 } }]);
  const accepted = await rowAt(the, 1);
  expect(accepted.targetText).toBe(READERS_TEXT);
  const preview = await previewRevert(the.as("admin"), READERS_ID);
  if (!preview.ok) throw new Error(preview.error.code);
  const reverted = await revertAccount(the.as("admin"), {
    accountId: READERS_ID,
    proposals: [],
    texts: preview.value.texts.map(({ segmentId, seen: asSeen }) => ({ segmentId, seen: asSeen })),
    note: "Not true.",
    idempotencyKey: randomUUID(),
  });
  expect(reverted).toMatchObject({ ok: true });
  const current = await rowAt(the, 1);
  expect(current.targetText).not.toBe(READERS_TEXT);

  const restore = (by: PersonName) =>
    restoreRevision(the.as(by), {
      segmentId: current.id,
      revisionId: accepted.revisionId,
      seenRevisionId: current.revisionId,
      idempotencyKey: randomUUID(),
    });
  expect((await restore("editor")).ok).toBe(true);
  const proposal = await onlyProposal();
  expect(await acceptProposal(the.as("editor"), proposal)).toMatchObject({ error: { code: "own-words" } });
  const { id: segmentId, revisionId, textHash } = current;
  await approveSegment(the.as("editor"), { segmentId, revisionId, textHash });
  expect((await rowAt(the, 1)).targetText).not.toBe(READERS_TEXT);
  expect(await acceptProposal(the.as("editor2"), proposal)).toMatchObject({
    ok: true,
    value: { missing: 0 },
  });
  expect((await rowAt(the, 1)).targetText).toBe(READERS_TEXT);
  expect(await check(the.url)).toEqual([]);
});
