import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { proposalHunks } from "@/lib/core/proposal/proposal-hunks";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptPart } from "@/lib/services/proposals/accept-part";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { check } from "@/tests/fault/check";
import { propose } from "@/tests/support/acts";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
let owner: pg.Client;
beforeAll(async () => {
  the = await scenario();
  await acceptProposal(the.as("editor"), await propose(the, "translator", 1, "It leaves at 3.40 p.m."));
  const { id: segmentId, revisionId, textHash } = await rowAt(the, 2);
  await approveSegment(the.as("editor"), { segmentId, revisionId, textHash });
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
  owner = new pg.Client({ connectionString: the.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await the.close();
});

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const APPROVED = "It leaves at 3.40 p.m.";
const FORGED = "It leaves at 3.41 p.m.";

/** What a check finds after somebody with every right has written past all triggers and constraints; then undone. */
async function findingsAfter(...statements: readonly (readonly [string, ...unknown[]])[]) {
  await owner.query("BEGIN");
  try {
    await owner.query("SET LOCAL session_replication_role = replica");
    for (const [sql, ...values] of statements) await owner.query(sql, values);
    const { findings } = await verifyInstallation(owner);
    return findings.map(({ code, place }) => `${code} at ${place.where.replace(/[0-9a-f-]{36}/g, "…")}`);
  } finally {
    await owner.query("ROLLBACK");
  }
}

it("finds nothing in a history that only the application wrote", async () => {
  const { counts, findings } = await verifyInstallation(owner);
  expect(findings).toEqual([]);
  expect(counts).toMatchObject({ revisions: 5, decisions: 2, publications: 1 });
});

it("finds nothing wrong with a part that was accepted, with what was left of it, and with what came along", async () => {
  const [base, proposed] = ["The roof is made of glass.", "The ceiling is made of clear glass."];
  const { proposalId, seen } = await propose(the, "translator", 3, proposed);
  await propose(the, "translator2", 3, "The roof is made of glass, today.");
  const hunk = proposalHunks(base, proposed, { locale: "en" }).hunks[0]?.id ?? "";
  expect(await acceptPart(the.as("editor"), { proposalId, seen, hunks: [hunk], note: "" })).toMatchObject({
    ok: true,
  });
  expect((await verifyInstallation(owner)).findings).toEqual([]);
  expect(await check(the.url)).toEqual([]);
});

it("finds nothing wrong with an editor's own change where the policy asks for no second editor", async () => {
  const policy = { ...DEFAULT_POLICY, secondEditor: false };
  await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
  const { proposalId, seen } = await propose(the, "translator", 0, "A train from Trieste");
  const { revisionId: currentRevisionId } = await rowAt(the, 0);
  const edit = { proposalId, seen, currentRevisionId, targetText: "The night train from Trieste" };
  expect(await editProposal(the.as("editor"), edit)).toMatchObject({
    ok: true,
    value: { outcome: "accepted" },
  });
  expect(await the.db.prisma.decision.count({ where: { proposalId, ownWords: true } })).toBe(1);
  expect((await verifyInstallation(owner)).findings).toEqual([]);
  expect(await check(the.url)).toEqual([]);
});

it("names the revision of which one byte was changed", async () => {
  const dropped = [`ALTER TABLE "Revision" DROP CONSTRAINT "Revision_hash_is_of_text"`] as const;
  const changed = [
    `UPDATE "Revision" SET "targetText" = $2 WHERE "targetText" = $1`,
    APPROVED,
    FORGED,
  ] as const;
  expect(await findingsAfter(dropped, changed)).toEqual([
    "revision-text-changed at der-zug-aus-triest/en, row 2, revision 2",
    "decided-text-changed at der-zug-aus-triest/en, row 2, accept",
    "published-text-not-approved at der-zug-aus-triest/en, publication 1, p-2",
  ]);
});

it("finds the change of a text whose hash was changed along, by the decision on it", async () => {
  const changed = [
    `UPDATE "Revision" SET "targetText" = $2, "textHash" = $3 WHERE "targetText" = $1`,
    APPROVED,
    FORGED,
    sha256(FORGED),
  ] as const;
  expect(await findingsAfter(changed)).toEqual([
    "decided-text-changed at der-zug-aus-triest/en, row 2, accept",
    "published-text-not-approved at der-zug-aus-triest/en, publication 1, p-2",
  ]);
});

it("finds the change of a text, its hash and its decision, by the event that is sealed", async () => {
  const hash = sha256(FORGED);
  const revision = [
    `UPDATE "Revision" SET "targetText" = $2, "textHash" = $3 WHERE "targetText" = $1`,
    APPROVED,
    FORGED,
    hash,
  ] as const;
  const decision = [
    `UPDATE "Decision" SET "textHash" = $1 WHERE "textHash" = $2`,
    hash,
    sha256(APPROVED),
  ] as const;
  const event = [
    `UPDATE "Event" SET "payload" = "payload" || jsonb_build_object('textHash', $1::text) WHERE "type" = 'proposal.accepted'`,
    hash,
  ] as const;
  expect(await findingsAfter(revision, decision)).toContain(
    "decision-without-event at der-zug-aus-triest/en, row 2, accept",
  );
  expect(await findingsAfter(revision, decision, event)).toContain(
    "event-changed at proposal.accepted · proposal … · …",
  );
});

it("names the publication of which one byte was changed", async () => {
  const changed = [
    `UPDATE "Publication" SET "snapshot" = replace("snapshot"::text, $1, $2)::jsonb`,
    APPROVED,
    FORGED,
  ] as const;
  expect(await findingsAfter(changed)).toEqual([
    "snapshot-changed at der-zug-aus-triest/en, publication 1",
    "published-text-not-approved at der-zug-aus-triest/en, publication 1, p-2",
  ]);
});

it("names an event that was changed, taken out, cut off at the end, or put in", async () => {
  const approved = `"type" = 'segment.approved'`;
  expect(await findingsAfter([`UPDATE "Event" SET "actor" = 'user:somebody' WHERE ${approved}`])).toEqual([
    "event-changed at segment.approved · segment … · …",
    "decision-without-event at der-zug-aus-triest/en, row 3, approve",
    "told-row-missing at segment.approved · segment …",
  ]);
  const takenOut = await findingsAfter([`DELETE FROM "Event" WHERE ${approved}`]);
  expect(takenOut[0]).toMatch(/^event-missing at translation.published/);
  const cutOff = await findingsAfter([
    `DELETE FROM "EventSeal" WHERE "eventSequence" = (SELECT max("sequence") FROM "Event")`,
  ]);
  expect(cutOff[0]).toMatch(/^chain-end-changed at \d+ of \d+ events$/);
  const putIn = await findingsAfter([
    `INSERT INTO "Event" ("type", "actor", "subjectType", "subjectId") VALUES ('x.y', 'user:z', 'x', 'y')`,
  ]);
  expect(putIn).toEqual(["event-not-sealed at x.y · x y · no chain"]);
});

it("names a decision that was put in past the rule of four eyes", async () => {
  const found = await findingsAfter(
    [
      `UPDATE "Decision" SET "actorId" = $1 WHERE "kind" = 'accept' AND NOT "ownWords"`,
      the.people.translator,
    ],
    [`UPDATE "Decision" SET "actorId" = $1 WHERE "kind" = 'approve'`, the.people.importer],
  );
  expect(found.filter((one) => one.startsWith("decided-own-words")).sort()).toEqual([
    "decided-own-words at der-zug-aus-triest/en, row 2, accept",
    "decided-own-words at der-zug-aus-triest/en, row 3, approve",
  ]);
});
