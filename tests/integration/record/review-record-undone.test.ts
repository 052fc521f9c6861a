import { afterAll, beforeAll, expect, it } from "vitest";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readRecord } from "@/lib/services/record/read-record";
import { verifyAgainst } from "@/lib/services/record/verify-against";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { propose, taken } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

async function approve(by: PersonName, index: number) {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
  return taken(await approveSegment(the.as(by), { segmentId, revisionId, textHash }));
}

async function undo(by: PersonName, decisionId: ReturnType<typeof taken>) {
  expect(await undoDecision(the.as(by), { decisionId })).toMatchObject({ ok: true });
}

it("names just the approvals that are in force, also those of a text that an undo has brought back", async () => {
  await undo("editor", await approve("editor", 0));
  await approve("editor2", 0);
  await approve("editor", 3);
  const accepted = taken(
    await acceptProposal(the.as("editor2"), await propose(the, "translator", 3, "The roof is glass.")),
  );
  await undo("editor2", accepted);
  expect(await rowAt(the, 3)).toMatchObject({ targetText: "The roof is made of glass.", approved: true });
  expect(await publishTranslation(the.as("editor"), { translationId: the.translationId })).toMatchObject({
    ok: true,
  });
  const read = await readRecord(the.as("reader"), { slug: "der-zug-aus-triest", locale: "en" });
  if (!read.ok) throw new Error(read.error.code);
  const approvers = read.value.paragraphs.map(({ approvals }) => approvals.map(({ by }) => by.name));
  expect(approvers).toEqual([["editor2"], [], [], ["editor"]]);
  expect(read.value.paragraphs[3]?.approvals).toMatchObject([
    { kind: "approve", ownWords: false, policy: 0 },
  ]);
  const kept = JSON.parse(JSON.stringify(read.value));
  expect(await verifyAgainst(the.db.pool, [kept])).toEqual([]);
  expect((await verifyInstallation(the.db.pool)).findings).toEqual([]);
});
