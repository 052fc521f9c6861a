import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { check } from "@/tests/fault/check";
import { propose } from "@/tests/support/acts";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
let accepted: string;
beforeAll(async () => {
  the = await scenario();
  const proposal = await propose(the, "translator", 1, "It leaves at 3.40 p.m.");
  accepted = proposal.proposalId;
  await acceptProposal(the.as("editor"), proposal);
  await propose(the, "translator", 2, "No one missed it.");
});
afterAll(() => the.close());

it("has nothing to say of a database that only the application wrote", async () => {
  const acknowledged = [
    { kind: "proposal", id: "No one missed it." },
    { kind: "decision", id: accepted },
  ] as const;
  expect(await check(the.url, acknowledged)).toEqual([]);
});

it("misses what was acknowledged and is not there", async () => {
  expect(await check(the.url, [{ kind: "proposal", id: "Never sent." }])).toEqual([
    "the acknowledged proposal Never sent. is there 0 times",
  ]);
});

const BROKEN: readonly (readonly [string, RegExp])[] = [
  [`UPDATE "Revision" SET "number" = 7 WHERE "number" = 2`, /chain of revisions forks or has a gap/],
  [
    `UPDATE "Segment" SET "currentRevisionId" = NULL WHERE "state" = 'reviewed'`,
    /current text is not the last/,
  ],
  [`UPDATE "Segment" SET "state" = 'reviewed'`, /approved and no decision says so/],
  [
    `INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "revisionId", "textHash", "actorId", "undoesId")
     SELECT 'undo', "segmentId", "proposalId", "revisionId", "textHash", "actorId", "id" FROM "Decision" WHERE "kind" = 'accept'`,
    /approved and no decision says so/,
  ],
  [
    `UPDATE "Proposal" SET "state" = 'open', "decidedById" = NULL, "decidedAt" = NULL`,
    /its decisions say otherwise/,
  ],
  [
    `UPDATE "Decision" SET "actorId" = (SELECT "authorId" FROM "Proposal" LIMIT 1)`,
    /decided on their own words/,
  ],
  [`DELETE FROM "Event" WHERE "type" = 'proposal.accepted'`, /has not exactly one event/],
  [`DELETE FROM "Decision"`, /event tells of a decision that is not there/],
  [`UPDATE "Decision" SET "textHash" = repeat('0', 64)`, /was about another text/],
  [`UPDATE "Event" SET "subjectType" = 'x' WHERE "sequence" = 1`, /holds another event at place 1/],
  [`DELETE FROM "EventSeal" WHERE "number" = 1`, /breaks before place 2/],
  [`UPDATE "EventChain" SET "length" = 1`, /has another end/],
];

it.each(BROKEN)("sees %s", async (sql, sentence) => {
  const copy = `${new URL(the.url).pathname.slice(1)}_broken`;
  expect(await broken(copy, sql)).toContainEqual(expect.stringMatching(sentence));
});

/** What the check says of a copy of the database in which somebody with every right wrote past all triggers. */
async function broken(copy: string, sql: string): Promise<readonly string[]> {
  const elsewhere = new URL(the.url);
  const original = elsewhere.pathname.slice(1);
  elsewhere.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: elsewhere.href });
  await admin.connect();
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [original]);
  await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${original}`);
  elsewhere.pathname = `/${copy}`;
  const owner = new pg.Client({ connectionString: elsewhere.href });
  await owner.connect();
  await owner.query("SET session_replication_role = replica");
  await owner.query(sql);
  await owner.end();
  const said = await check(elsewhere.href);
  await admin.query(`DROP DATABASE ${copy} WITH (FORCE)`);
  await admin.end();
  return said;
}
