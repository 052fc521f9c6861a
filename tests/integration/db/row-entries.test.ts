import { afterAll, beforeAll, expect, it } from "vitest";
import { listRowEntries } from "@/lib/db/bitext/rows";
import type { Queryable } from "@/lib/db/client";
import { type Scenario, scenario } from "../../support/scenario";

const ROWS = 600;

interface PlanNode {
  readonly "Node Type": string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly PlanNode[];
}

let of: Scenario;

beforeAll(async () => {
  of = await scenario(Array.from({ length: ROWS }, (_, at) => [`Zeile ${at}.`, `Row ${at}.`] as const));
});
afterAll(() => of.close());

/** Rows that all steps of the index's plan handle together. */
async function handled(): Promise<number> {
  let total = 0;
  const explaining: Queryable = {
    query: async (statement, values) => {
      if (typeof statement !== "string") throw new Error("a prepared statement has another text");
      const { rows } = await of.db.pool.query<{ "QUERY PLAN": readonly { readonly Plan: PlanNode }[] }>(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement}`,
        values,
      );
      for (const { Plan } of rows[0]?.["QUERY PLAN"] ?? []) total += rowsOf(Plan);
      return of.db.pool.query(statement, values);
    },
  };
  const entries = await listRowEntries(explaining, of.translationId, of.people.translator);
  expect(entries.filter(({ mine }) => mine)).toHaveLength(ROWS);
  expect(entries.filter(({ open }) => open === 1)).toHaveLength(ROWS);
  return total;
}

const rowsOf = (node: PlanNode): number =>
  node["Actual Rows"] * node["Actual Loops"] + (node.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0);

it("handles as many rows as the document has, a few times, also when nobody has counted its proposals and drafts yet", async () => {
  const { translationId, people, db } = of;
  await db.pool.query(
    `INSERT INTO "Draft" ("segmentId", "userId", "baseRevisionId", "targetText", "updatedAt")
     SELECT s."id", $2, s."currentRevisionId", 'Mine.', now() FROM "Segment" s WHERE s."translationId" = $1`,
    [translationId, people.translator],
  );
  await db.pool.query(
    `INSERT INTO "Proposal" ("segmentId", "baseRevisionId", "authorId", "targetText", "textHash", "comment", "idempotencyKey",
                             "createdAt", "updatedAt")
     SELECT s."id", s."currentRevisionId", $2, 'Theirs.', encode(sha256('Theirs.'), 'hex'), '', s."id", now(), now()
     FROM "Segment" s WHERE s."translationId" = $1`,
    [translationId, people.translator2],
  );
  expect(await handled()).toBeLessThan(30 * ROWS);
});
