import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readRecordFile } from "@/lib/cli/read-record-file";
import type { KeptRecord } from "@/lib/core/record/check-record";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readRecord } from "@/lib/services/record/read-record";
import { verifyAgainst } from "@/lib/services/record/verify-against";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { check } from "@/tests/fault/check";
import { propose } from "@/tests/support/acts";
import { type Scenario, scenario } from "@/tests/support/scenario";
import { scratchFolder } from "@/tests/support/scratch-folder";

const APPROVED = "It leaves at 3.40 p.m.";
const FORGED = "It leaves at 3.41 p.m.";
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const silent = () => {};

/** What reading a file of this content gives. */
function readAs(content: string) {
  const cwd = scratchFolder();
  writeFileSync(path.join(cwd, "record.json"), content);
  return readRecordFile({ cwd, print: silent, warn: silent }, "record.json");
}

let the: Scenario;
let owner: pg.Client;
let record: KeptRecord;
/** The same as somebody gets it who may read the project. */
let membersRecord: KeptRecord;
beforeAll(async () => {
  the = await scenario();
  await acceptProposal(the.as("editor"), await propose(the, "translator", 1, APPROVED));
  await publishTranslation(the.as("editor"), { translationId: the.translationId });
  owner = new pg.Client({ connectionString: the.url });
  await owner.connect();
  const keptBy = async (who: "reader" | null) => {
    const kept = await readRecord(the.as(who), { slug: "der-zug-aus-triest", locale: "en" });
    if (!kept.ok) throw new Error(kept.error.code);
    return readAs(JSON.stringify(kept.value, null, 2));
  };
  record = await keptBy(null);
  membersRecord = await keptBy("reader");
  // the history goes on after the record was made
  await acceptProposal(the.as("editor"), await propose(the, "translator", 2, "No one has ever missed it."));
});
afterAll(async () => {
  await owner.end();
  await the.close();
});

type Statement = readonly [string, ...unknown[]];

/** Seals all events again, in the order of before, as the database itself would have done. */
const SEAL_AGAIN: readonly Statement[] = [
  [`CREATE TEMP TABLE places AS SELECT "eventSequence", "chain", "number" FROM "EventSeal"`],
  [`DELETE FROM "EventSeal"`],
  [`DELETE FROM "EventChain"`],
  [
    `DO $$ DECLARE e "Event"; BEGIN
       FOR e IN SELECT x.* FROM "Event" x JOIN places p ON p."eventSequence" = x."sequence" ORDER BY p."chain", p."number" LOOP
         PERFORM append_seal(e);
       END LOOP;
     END $$`,
  ],
];

/** The approved text is another one, everywhere. */
const FORGE_TEXT: readonly Statement[] = [
  ...["Revision", "Proposal"].map(
    (table): Statement => [
      `UPDATE "${table}" SET "targetText" = $2, "textHash" = $3 WHERE "targetText" = $1`,
      APPROVED,
      FORGED,
      sha256(FORGED),
    ],
  ),
  [`UPDATE "Decision" SET "textHash" = $2 WHERE "textHash" = $1`, sha256(APPROVED), sha256(FORGED)],
  [`UPDATE "Publication" SET "snapshot" = replace("snapshot"::text, $1, $2)::jsonb`, APPROVED, FORGED],
  [
    `UPDATE "Event" SET "payload" = replace("payload"::text, $1, $2)::jsonb`,
    sha256(APPROVED),
    sha256(FORGED),
  ],
  [
    `UPDATE "Event" e SET "payload" = e."payload" || jsonb_build_object('snapshotHash',
       encode(sha256(convert_to(p."snapshot"::text, 'UTF8')), 'hex'))
     FROM "Publication" p WHERE e."payload"->>'publicationId' = p."id"::text`,
  ],
];

/** What the two checks find after somebody with every right has written past all triggers; then undone. */
async function findingsAfter(statements: readonly Statement[]) {
  await owner.query("BEGIN");
  try {
    await owner.query("SET LOCAL session_replication_role = replica");
    for (const [sql, ...values] of statements) await owner.query(sql, values);
    const { findings } = await verifyInstallation(owner);
    const compared = await verifyAgainst(owner, [record]);
    expect(await verifyAgainst(owner, [membersRecord])).toEqual(compared);
    return {
      plain: findings.map(({ code }) => code),
      against: compared.map(({ code, place }) => `${code} at ${place.where}`),
    };
  } finally {
    await owner.query("ROLLBACK");
  }
}

it("agrees with a record from before, whatever came after it", async () => {
  expect(await findingsAfter([])).toEqual({ plain: [], against: [] });
  expect(await check(the.url)).toEqual([]);
});

it("finds a history that was rewritten as a whole, with which the database agrees", async () => {
  const { plain, against } = await findingsAfter([...FORGE_TEXT, ...SEAL_AGAIN]);
  expect(plain).toEqual([]);
  const { place } = record.publication.seal;
  expect(against).toEqual([
    `record-chain-rewritten at der-zug-aus-triest/en, publication 1, event ${place}`,
    "record-publication-changed at der-zug-aus-triest/en, publication 1",
    "record-paragraph-changed at der-zug-aus-triest/en, publication 1, p-2",
  ]);
});

it("finds another approver, for whom the whole chain was written anew", async () => {
  const { plain, against } = await findingsAfter([
    [`UPDATE "Decision" SET "actorId" = $2 WHERE "actorId" = $1`, the.people.editor, the.people.editor2],
    [
      `UPDATE "Event" SET "actor" = 'user:' || $2::text WHERE "actor" = 'user:' || $1::text`,
      the.people.editor,
      the.people.editor2,
    ],
    ...SEAL_AGAIN,
  ]);
  expect(plain).toEqual([]);
  expect(against).toContain("record-people-changed at der-zug-aus-triest/en, publication 1, p-2");
});

it("finds that the publication, or the end of the log, is gone", async () => {
  const { against } = await findingsAfter([
    [`DELETE FROM "Publication"`],
    [`DELETE FROM "EventSeal" WHERE "number" >= $1`, record.publication.seal.place],
  ]);
  expect(against.map((one) => one.split(" ")[0])).toEqual([
    "record-chain-rewritten",
    "record-publication-missing",
  ]);
});

it("takes no other file for a record, and says which it takes", async () => {
  await expect(readAs("not JSON")).rejects.toThrow('Give a file that "gegenlesen record" wrote.');
  await expect(readAs(JSON.stringify({ ...record, format: "another", version: 1 }))).rejects.toThrow(
    "see format",
  );
  const io = { cwd: scratchFolder(), print: silent, warn: silent };
  await expect(readRecordFile(io, "none.json")).rejects.toThrow("there is no such file");
});

it("finds another writer behind a pseudonym", async () => {
  const { against } = await findingsAfter(
    ["Revision", "Proposal"].map(
      (table): Statement => [
        `UPDATE "${table}" SET "authorId" = $2 WHERE "authorId" = $1`,
        the.people.translator,
        the.people.translator2,
      ],
    ),
  );
  expect(against).toContain("record-people-changed at der-zug-aus-triest/en, publication 1, p-2");
});
