import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { propose } from "@/tests/support/acts";
import { alignmentOf, brokenAlignment, idAt, repair, travel } from "@/tests/support/alignment";
import { random } from "@/tests/support/random";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { randomOperation } from "@/tests/unit/core/repair/random-operations";

const ROUNDS = 60;

let the: Scenario;
beforeEach(async () => {
  the = await scenario(
    Array.from({ length: 12 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}. And more ${i}.`] as const),
  );
});
afterEach(() => the.close());

const codeOf = (result: { ok: boolean; error?: { code: string } }): string => result.error?.code ?? "done";

it(`lets one of two people who repair at once win, ${ROUNDS} times, and never breaks the order`, async () => {
  const next = random(7);
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const { entries } = await alignmentOf(the);
    const rows = await Promise.all(entries.map((_, index) => rowAt(the, index)));
    const operations = [randomOperation(rows as never, next), randomOperation(rows as never, next)];
    const results = await Promise.all([
      repair(the, operations[0] as never, "editor"),
      repair(the, operations[1] as never, "editor2"),
      ...(round % 3 === 0 ? [travel(the, "undo", "admin")] : []),
    ]);
    expect(results.filter((result) => result.ok).length).toBeLessThanOrEqual(3);
    for (const result of results) tally[codeOf(result)] = (tally[codeOf(result)] ?? 0) + 1;
    expect(await brokenAlignment(the)).toEqual([]);
  }
  expect(tally["changed-meanwhile"] ?? 0).toBeGreaterThan(0);
  expect(tally.done ?? 0).toBeGreaterThan(0);
});

it("loses no word and no decision when people write and decide on rows that are repaired at this moment", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const index = round % 6;
    const row = await rowAt(the, index);
    const length = (await alignmentOf(the)).entries.length;
    const base = { segmentId: row.id, baseRevisionId: row.revisionId, comment: "", reason: null };
    const [repaired, proposed, drafted, approved] = await Promise.all([
      repair(the, { kind: "join", segmentId: row.id, with: "next" }),
      createProposal(the.as("translator"), {
        ...base,
        targetText: `Proposed ${round}.`,
        idempotencyKey: randomUUID(),
      }),
      saveDraft(the.as("translator2"), { ...base, targetText: `Typed ${round}.`, version: 0 }),
      approveSegment(the.as("editor2"), {
        segmentId: row.id,
        revisionId: row.revisionId,
        textHash: row.textHash,
      }),
    ]);
    const stored = async (table: string, text: string) =>
      (await the.db.pool.query(`SELECT FROM "${table}" WHERE "targetText" = $1`, [text])).rowCount;
    // Refused means told so, with the words still with the person; done means there.
    if (proposed.ok) expect(await stored("Proposal", `Proposed ${round}.`)).toBe(1);
    else expect(["realigned", "already-open"]).toContain(proposed.error.code);
    if (drafted.ok) expect(await stored("Draft", `Typed ${round}.`)).toBe(1);
    else expect(["realigned", "changed-meanwhile"]).toContain(drafted.error.code);
    if (!approved.ok) expect(["realigned", "changed-meanwhile"]).toContain(approved.error.code);
    expect(await brokenAlignment(the)).toEqual([]);
    if (repaired.ok) expect((await alignmentOf(the)).entries).toHaveLength(length - 1);
    if (repaired.ok) expect(codeOf(await travel(the, "undo"))).toBe("done");
  }
});

it("gives accept or repair the row, never half of both", async () => {
  const tally: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const proposal = await propose(the, "translator", 3, `Better ${round}.`);
    const segmentId = await idAt(the, 3);
    const [accepted, repaired] = await Promise.all([
      acceptProposal(the.as("editor"), proposal),
      repair(the, { kind: "split", segmentId, sources: 1, offset: 3 }, "editor2"),
    ]);
    tally[codeOf(accepted)] = (tally[codeOf(accepted)] ?? 0) + 1;
    expect(["done", "realigned"]).toContain(codeOf(accepted));
    expect(repaired.ok).toBe(true);
    const { rows } = await the.db.pool.query(
      `SELECT string_agg(r."targetText", '' ORDER BY s."position") AS "text" FROM "Segment" s
       JOIN "Revision" r ON r."id" = s."currentRevisionId" WHERE s."position" IN (3, 4)`,
    );
    if (accepted.ok) expect(rows[0].text).toBe(`Better ${round}.`);
    expect(codeOf(await travel(the, "undo"))).toBe("done");
    if (!accepted.ok) {
      const again = await acceptProposal(the.as("editor"), proposal);
      expect(codeOf(again)).toBe("done");
    }
  }
  expect(Object.keys(tally).length).toBeGreaterThan(0);
});
