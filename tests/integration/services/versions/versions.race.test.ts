import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { applyVersion } from "@/lib/services/imports/apply-version";
import { readVersion } from "@/lib/services/imports/read-version";
import { undoVersion } from "@/lib/services/imports/undo-version";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { propose } from "@/tests/support/acts";
import { brokenAlignment, repair } from "@/tests/support/alignment";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { documentIdOf, waitingVersion } from "@/tests/support/versions";

const ROUNDS = 25;
const SOURCE = Array.from({ length: 8 }, (_, i) => `Satz Nummer ${i} handelt von der Mühle am Fluss.`);
const TARGET = SOURCE.map((_, i) => `Sentence number ${i} is about the mill on the river.`);

let the: Scenario;
beforeEach(async () => {
  the = await scenario(SOURCE.map((source, i) => [source, TARGET[i] as string] as const));
});
afterEach(() => the.close());

const codeOf = (result: { ok: boolean; error?: { code: string } }): string => result.error?.code ?? "done";
const numbered = (texts: readonly string[], round: number): readonly string[] =>
  texts.map((text, index) => (index % 2 === 0 ? `${text} Runde ${round}.` : text));

async function prepared(round: number, by: PersonName) {
  const importId = await waitingVersion(the, numbered(SOURCE, round), null, by);
  const preview = await readVersion(the.as(by), importId);
  if (!preview.ok) throw new Error(preview.error.code);
  return () => applyVersion(the.as(by), { importId, token: preview.value.token });
}

it("loses no decision and no word when people decide and propose while a version comes in", async () => {
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const open = await propose(the, "translator", 2, `Better ${round}.`);
    const row = await rowAt(the, 4);
    const apply = await prepared(round, "editor2");
    const [applied, accepted, proposed] = await Promise.all([
      apply(),
      acceptProposal(the.as("editor"), open),
      createProposal(the.as("translator2"), {
        segmentId: row.id,
        baseRevisionId: row.revisionId,
        targetText: `Proposed ${round}.`,
        comment: "",
        reason: null,
        idempotencyKey: randomUUID(),
      }),
    ]);
    expect(codeOf(applied)).toBe("done");
    tally[codeOf(accepted)] = (tally[codeOf(accepted)] ?? 0) + 1;
    expect(await brokenAlignment(the)).toEqual([]);
    const now = await rowAt(the, 2);
    // Accepted: the text stands there, not approved under the new source. Refused: the proposal is open, with the row.
    if (accepted.ok) expect(now).toMatchObject({ targetText: `Better ${round}.`, approved: false });
    else
      expect(
        await the.db.prisma.proposal.count({
          where: { id: open.proposalId, segmentId: now.id, state: "open" },
        }),
      ).toBe(1);
    if (proposed.ok)
      expect(await the.db.prisma.proposal.count({ where: { targetText: `Proposed ${round}.` } })).toBe(1);
    else expect(["realigned", "already-open"]).toContain(codeOf(proposed));
    await the.db.pool.query(
      `UPDATE "Proposal" SET "state" = 'withdrawn', "decidedById" = "authorId", "decidedAt" = now() WHERE "state" = 'open'`,
    );
  }
  expect(tally.done ?? 0).toBeGreaterThan(0);
});

it("gives one of two versions, or of a version and a repair, the document", async () => {
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const [one, other] = [await prepared(round, "editor"), await prepared(round + 1000, "editor2")];
    const segmentId = (await rowAt(the, 1)).id;
    const join = () => repair(the, { kind: "join", segmentId, with: "next" }, "admin");
    const results = await Promise.all(round % 2 === 0 ? [one(), other()] : [one(), join()]);
    for (const result of results) tally[codeOf(result)] = (tally[codeOf(result)] ?? 0) + 1;
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await brokenAlignment(the)).toEqual([]);
  }
  expect(tally["changed-meanwhile"] ?? 0).toBeGreaterThan(0);
  const { rows } = await the.db.pool.query(
    `SELECT "segmentId" FROM "Revision" GROUP BY "segmentId" HAVING count(*) <> max("number")`,
  );
  expect(rows).toEqual([]);
});

it("takes a version back once, whoever asks at the same moment", async () => {
  const apply = await prepared(1, "editor");
  expect(codeOf(await apply())).toBe("done");
  const documentId = await documentIdOf(the);
  const results = await Promise.all(
    (["editor", "editor2", "admin"] as const).map((name) => undoVersion(the.as(name), { documentId })),
  );
  expect(results.map(codeOf).sort()).toEqual(["done", "nothing-to-undo", "nothing-to-undo"]);
  expect(await brokenAlignment(the)).toEqual([]);
});
