import { afterAll, beforeAll, expect, it } from "vitest";
import type { DecisionId } from "@/lib/core/shared/ids";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal, declineProposal, requestChanges } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { check } from "@/tests/fault/check";
import { propose } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

const undo = async (decided: { ok: boolean; value?: { decisionId: DecisionId | null } }) => {
  const decisionId = decided.value?.decisionId;
  if (!decisionId) throw new Error(JSON.stringify(decided));
  expect(await undoDecision(the.as("editor"), { decisionId })).toMatchObject({ ok: true });
};

/** The open proposal of a row as it is seen now. */
async function seenOf(index: number): Promise<Parameters<typeof acceptProposal>[1]> {
  const detail = await readSegment(the.as("editor"), (await rowAt(the, index)).id);
  const [open] = detail.ok ? detail.value.proposals : [];
  if (!open) throw new Error(`row ${index} has no open proposal`);
  const { id, version, textHash, baseRevisionId } = open;
  return { proposalId: id, seen: { version, textHash, baseRevisionId }, note: "" };
}

it("finds nothing wrong with decisions that were taken back and taken again", async () => {
  const editor = the.as("editor");
  await propose(the, "translator2", 0, "The train of Trieste");
  await undo(await requestChanges(editor, { ...(await seenOf(0)), note: "Please keep “from”." }));
  await undo(await requestChanges(editor, { ...(await seenOf(0)), note: "Please keep “from”." }));
  await undo(await declineProposal(editor, { ...(await seenOf(0)), reason: "style", note: "" }));
  await undo(await declineProposal(editor, { ...(await seenOf(0)), reason: "style", note: "" }));
  await undo(await acceptProposal(editor, await seenOf(0)));
  await undo(await acceptProposal(editor, await seenOf(0)));
  expect(await acceptProposal(editor, await seenOf(0))).toMatchObject({ ok: true });
  for (const again of [true, true, false]) {
    const { id: segmentId, revisionId, textHash } = await rowAt(the, 3);
    const approved = await approveSegment(editor, { segmentId, revisionId, textHash });
    if (again) await undo(approved);
  }
  // An approved text that was replaced, and brought back by an undo with its approval.
  await propose(the, "translator2", 3, "The roof consists of glass.");
  await undo(await acceptProposal(editor, await seenOf(3)));
  expect(await rowAt(the, 3)).toMatchObject({ targetText: "The roof is made of glass.", approved: true });
  expect(await publishTranslation(editor, { translationId: the.translationId })).toMatchObject({ ok: true });
  const { findings } = await verifyInstallation(the.db.pool);
  expect(findings).toEqual([]);
  expect(await check(the.url)).toEqual([]);
});
