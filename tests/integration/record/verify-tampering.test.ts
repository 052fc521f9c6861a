import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { editProposal } from "@/lib/services/proposals/edit-proposal";
import { takeBackApproval } from "@/lib/services/proposals/take-back-approval";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { check } from "@/tests/fault/check";
import { propose, seen, taken } from "@/tests/support/acts";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
let owner: pg.Client;

/** Row 1 accepted and looked at, 2 accepted, taken back and edited, 3 approved by two, 4 declined and published. */
beforeAll(async () => {
  the = await scenario();
  const change = async (seenNumber: number, policy: Partial<typeof DEFAULT_POLICY>) => {
    const input = { projectId: the.projectId, seen: seenNumber, policy: { ...DEFAULT_POLICY, ...policy } };
    expect(await changePolicy(the.as("admin"), input)).toMatchObject({ ok: true });
  };
  await change(0, { secondLooks: 100 });
  const first = await propose(the, "translator", 0, "The night train from Trieste");
  const decisionId = taken(await acceptProposal(the.as("editor"), first));
  const { revisionId, textHash } = await rowAt(the, 0);
  const look = { decisionId, seen: { revisionId, textHash }, outcome: "confirmed", note: "" } as const;
  expect(await takeSecondLook(the.as("editor2"), look)).toMatchObject({ ok: true });
  const second = await propose(the, "translator", 1, "It leaves at 3.40 p.m.");
  const back = taken(await acceptProposal(the.as("editor"), second));
  expect(await undoDecision(the.as("editor"), { decisionId: back })).toMatchObject({ ok: true });
  const edit = {
    ...(await seen(the, 1, second.proposalId)),
    targetText: "It leaves at 15:40.",
    currentRevisionId: (await rowAt(the, 1)).revisionId,
  };
  expect(await editProposal(the.as("editor"), edit)).toMatchObject({ ok: true });
  const declined = await propose(the, "translator2", 3, "The roof is of glass.");
  taken(await declineProposal(the.as("editor"), { ...declined, reason: "style" }));
  await change(1, { approvals: 2 });
  const approve = async (by: PersonName, index: number) => {
    const { id: segmentId, ...text } = await rowAt(the, index);
    const input = { segmentId, revisionId: text.revisionId, textHash: text.textHash };
    expect(await approveSegment(the.as(by), input)).toMatchObject({ ok: true });
    return segmentId;
  };
  await approve("editor", 2);
  await approve("editor2", 2);
  const id = await approve("editor2", 3);
  expect(await takeBackApproval(the.as("editor2"), { kind: "segment", id })).toMatchObject({ ok: true });
  expect(await publishTranslation(the.as("editor"), { translationId: the.translationId })).toMatchObject({
    ok: true,
  });
  owner = new pg.Client({ connectionString: the.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await the.close();
});

/** What a check finds after somebody with every right has written past all triggers; then undone. */
async function findingsAfter(statements: readonly string[]) {
  await owner.query("BEGIN");
  try {
    await owner.query("SET LOCAL session_replication_role = replica");
    for (const sql of statements) expect((await owner.query(sql)).rowCount, sql).toBeGreaterThan(0);
    const { findings } = await verifyInstallation(owner);
    const short = ({ place }: (typeof findings)[number]) =>
      place.where.replace(/[0-9a-f-]{36}/g, "…").replace("der-zug-aus-triest/en, ", "");
    return findings.map((finding) => `${finding.code} ${finding.place.table}: ${short(finding)}`);
  } finally {
    await owner.query("ROLLBACK");
  }
}

const LAST = `(SELECT r."id" FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" WHERE s."position" = 0 AND r."number" = 2)`;
const ROW = (row: number) => `(SELECT "id" FROM "Segment" WHERE "position" = ${row - 1})`;
const person = (name: string) => `(SELECT "id" FROM "User" WHERE "displayName" = '${name}')`;
const EDITED = `(SELECT "proposalId" FROM "ProposalVersion" WHERE "version" = 1 AND "targetText" LIKE 'It leaves%')`;

const TAMPERINGS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "takes a text and its decision out, and makes the one before it current",
    [
      `DELETE FROM "SecondLook"`,
      `UPDATE "Segment" SET "state" = 'initial', "currentRevisionId" =
         (SELECT "parentId" FROM "Revision" WHERE "id" = ${LAST}) WHERE "position" = 0`,
      `DELETE FROM "Decision" WHERE "revisionId" = ${LAST}`,
      `DELETE FROM "Revision" WHERE "id" = ${LAST}`,
    ],
    [
      "told-row-missing Decision: proposal.accepted · proposal …",
      "told-row-missing SecondLook: decision.looked-at · decision …",
    ],
  ],
  [
    "takes an undo out",
    [`DELETE FROM "Decision" WHERE "kind" = 'undo'`],
    [
      "told-row-missing Decision: decision.undone · decision …",
      "revision-not-decided Revision: row 2, revision 3",
    ],
  ],
  [
    "takes a decline out",
    [`DELETE FROM "Decision" WHERE "kind" = 'decline'`],
    ["told-row-missing Decision: proposal.declined · proposal …"],
  ],
  [
    "takes an approval out",
    [
      `DELETE FROM "Decision" WHERE "kind" = 'approve'`,
      `UPDATE "Segment" SET "state" = 'initial' WHERE "position" = 2`,
    ],
    ["told-row-missing Decision: segment.approved · segment …"],
  ],
  [
    "takes a publication out",
    [`DELETE FROM "Publication"`],
    ["told-row-missing Publication: translation.published · translation …"],
  ],
  [
    "puts an approval in",
    [
      `INSERT INTO "Approval" ("segmentId", "revisionId", "textHash", "actorId")
       SELECT s."id", r."id", r."textHash", ${person("editor")} FROM "Segment" s
       JOIN "Revision" r ON r."id" = s."currentRevisionId" WHERE s."position" = 3`,
    ],
    ["row-not-told Approval: row 4"],
  ],
  [
    "takes one of several approvals out",
    [`DELETE FROM "Approval" WHERE "segmentId" = ${ROW(3)}`],
    ["told-row-missing Approval: segment.approval-given · segment …"],
  ],
  [
    "lets an approval count again that was taken back",
    [`DELETE FROM "ApprovalTakenBack"`],
    ["told-row-missing ApprovalTakenBack: segment.approval-taken-back · segment …"],
  ],
  [
    "takes an approval back for somebody",
    [
      `INSERT INTO "ApprovalTakenBack" ("approvalId") SELECT "id" FROM "Approval" WHERE "segmentId" = ${ROW(3)}`,
    ],
    ["row-not-told ApprovalTakenBack: row 3"],
  ],
  [
    "names another author of a text",
    [`UPDATE "Revision" SET "authorId" = ${person("translator2")} WHERE "id" = ${LAST}`],
    ["writers-changed Revision: row 1, revision 2"],
  ],
  [
    "names an author of the machine's text",
    [`UPDATE "Revision" SET "authorId" = ${person("translator2")} WHERE "segmentId" = ${ROW(4)}`],
    ["writers-changed Revision: row 4, revision 1"],
  ],
  [
    "names another author of a proposal and of its text",
    [
      `UPDATE "Revision" SET "authorId" = ${person("translator2")} WHERE "id" = ${LAST}`,
      `UPDATE "Proposal" SET "authorId" = ${person("translator2")}
       WHERE "id" = (SELECT "proposalId" FROM "Revision" WHERE "id" = ${LAST})`,
    ],
    ["writers-changed Proposal: row 1"],
  ],
  [
    "takes a contributor of an open proposal out",
    [`DELETE FROM "ProposalContributor" WHERE "userId" = ${person("editor")} AND "proposalId" = ${EDITED}`],
    ["writers-changed ProposalContributor: row 2"],
  ],
  [
    "says that an editor wrote later than they did",
    [
      `UPDATE "ProposalContributor" SET "sinceVersion" = 9 WHERE "userId" = ${person("editor")} AND "proposalId" = ${EDITED}`,
    ],
    ["writers-changed ProposalContributor: row 2"],
  ],
  [
    "puts a contributor into what was decided",
    [
      `INSERT INTO "ProposalContributor" ("proposalId", "userId")
       SELECT "proposalId", ${person("translator2")} FROM "Revision" WHERE "id" = ${LAST}`,
    ],
    ["writers-changed ProposalContributor: row 1"],
  ],
  [
    "takes the version out that an editor wrote",
    [`UPDATE "Proposal" SET "versionById" = ${person("editor2")} WHERE "versionCause" = 'edited'`],
    ["told-row-missing ProposalVersion: proposal.edited · proposal …"],
  ],
  [
    "calls a text approved",
    [`UPDATE "Segment" SET "state" = 'reviewed' WHERE "position" = 3`],
    ["approved-by-nobody Segment: row 4"],
  ],
  [
    "calls a text that was approved and taken back approved",
    [`UPDATE "Segment" SET "state" = 'reviewed' WHERE "position" = 1`],
    ["approved-by-nobody Segment: row 2"],
  ],
  [
    "takes the approval off a text",
    [`UPDATE "Segment" SET "state" = 'initial' WHERE "position" = 2`],
    ["approval-not-shown Segment: row 3"],
  ],
  [
    "says that a decision was taken under another policy",
    [`UPDATE "Decision" SET "policyNumber" = 0 WHERE "kind" = 'decline'`],
    ["decision-changed Decision: row 4, decline"],
  ],
  [
    "says that a decision was about own words",
    [`UPDATE "Decision" SET "ownWords" = true WHERE "kind" = 'approve'`],
    ["decision-changed Decision: row 3, approve"],
  ],
  [
    "changes a policy",
    [`UPDATE "ProjectPolicy" SET "secondLooks" = 0 WHERE "number" = 1`],
    ["told-row-missing ProjectPolicy: project.policy-changed · project …"],
  ],
  [
    "puts a policy in",
    [
      `INSERT INTO "ProjectPolicy" ("projectId", "number", "fourEyes", "changedById")
       SELECT "id", 3, false, ${person("admin")} FROM "Project"`,
    ],
    ["row-not-told ProjectPolicy: Probe, policy 3"],
  ],
  [
    "changes what a second look found",
    [`UPDATE "SecondLook" SET "outcome" = 'reopened', "note" = 'x'`],
    ["told-row-missing SecondLook: decision.looked-at · decision …"],
  ],
  [
    "puts a text in and makes it current",
    [
      `INSERT INTO "Revision" ("segmentId", "number", "parentId", "targetText", "textHash", "origin")
       SELECT "id", 2, "currentRevisionId", 'x', encode(sha256('x'), 'hex'), 'mt' FROM "Segment" WHERE "position" = 3`,
      `UPDATE "Segment" SET "currentRevisionId" = (SELECT "id" FROM "Revision" WHERE "targetText" = 'x') WHERE "position" = 3`,
    ],
    ["revision-not-decided Revision: row 4, revision 2"],
  ],
  [
    "puts a proposal in",
    [
      `INSERT INTO "Proposal" ("segmentId", "baseRevisionId", "authorId", "targetText", "textHash", "idempotencyKey")
       SELECT "id", "currentRevisionId", ${person("translator2")}, 'x', encode(sha256('x'), 'hex'), gen_random_uuid()
       FROM "Segment" WHERE "position" = 3`,
    ],
    ["row-not-told Proposal: row 4"],
  ],
];

it("finds nothing in a history of all these kinds that only the application wrote", async () => {
  expect((await verifyInstallation(owner)).findings).toEqual([]);
  expect(await check(the.url)).toEqual([]);
});

it.each(TAMPERINGS)("finds, by name, who %s", async (_what, statements, expected) => {
  expect(await findingsAfter(statements)).toEqual(expect.arrayContaining([...expected]));
});
