import { afterAll, beforeAll, expect, it } from "vitest";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readRowsById } from "@/lib/services/translations/read-bitext";
import { propose } from "@/tests/support/acts";
import { alignmentOf, brokenAlignment, fingerprint, repair, travel } from "@/tests/support/alignment";
import { random } from "@/tests/support/random";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { randomOperation } from "@/tests/unit/core/repair/random-operations";

const OPERATIONS = 50;
const SEEDS = [1, 2];

let the: Scenario;
beforeAll(async () => {
  the = await scenario(
    Array.from(
      { length: 12 },
      (_, i) => [`Satz ${i} mit der Zahl ${i}7.`, `Sentence ${i}. It has the number ${i}7.`] as const,
    ),
  );
  for (const index of [0, 4, 5]) {
    const row = await rowAt(the, index);
    await approveSegment(the.as("editor"), {
      segmentId: row.id,
      revisionId: row.revisionId,
      textHash: row.textHash,
    });
  }
  for (const index of [1, 3, 4, 7]) {
    await propose(the, "translator", index, `Better ${index}.`);
    await propose(the, "translator2", index, `Other ${index}.`);
  }
});
afterAll(() => the.close());

/** Texts of all proposals, wherever they are. */
async function words(): Promise<unknown> {
  const { rows } = await the.db.pool.query(
    `SELECT "id", "targetText", "textHash", "comment", "version", "state" FROM "Proposal" ORDER BY "id"`,
  );
  return rows;
}

it.each(SEEDS)(
  `takes ${OPERATIONS} repairs back to the identical rows, words and histories (seed %i)`,
  async (seed) => {
    const next = random(seed);
    const start = await fingerprint(the);
    const written = await words();
    const states = [start];
    for (let i = 0; i < OPERATIONS; ) {
      const { entries } = await alignmentOf(the);
      const rows = await readRowsById(
        the.as("editor"),
        the.translationId,
        entries.map((entry) => entry.id),
      );
      const operation = randomOperation(rows.ok ? (rows.value as never) : [], next);
      const done = await repair(the, operation);
      if (!done.ok) continue;
      i += 1;
      expect(await brokenAlignment(the), `${i}: ${operation.kind}`).toEqual([]);
      expect(await words()).toEqual(written);
      states.push(await fingerprint(the));
    }
    const end = states.at(-1);
    for (let i = 0; i < OPERATIONS; i++) {
      states.pop();
      expect(await travel(the, "undo")).toMatchObject({ ok: true });
      expect(await fingerprint(the), `undo ${i}`).toEqual(states.at(-1));
    }
    expect(await travel(the, "undo")).toMatchObject({ error: { code: "nothing-to-undo" } });
    for (let i = 0; i < OPERATIONS; i++) expect(await travel(the, "redo")).toMatchObject({ ok: true });
    expect(await fingerprint(the)).toEqual(end);
    for (let i = 0; i < OPERATIONS; i++) expect(await travel(the, "undo")).toMatchObject({ ok: true });
    expect(await fingerprint(the)).toEqual(start);
  },
);
