import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

const draft = async (index: number, targetText: string, version: number) => {
  const row = await rowAt(the, index);
  return saveDraft(the.as("translator"), {
    segmentId: row.id,
    baseRevisionId: row.revisionId,
    targetText,
    comment: "",
    reason: null,
    version,
  });
};

/** The version of a save that went well. */
const saved = async (result: ReturnType<typeof draft>): Promise<number> => {
  const done = await result;
  if (!done.ok) throw new Error(done.error.code);
  return done.value.version;
};

let first = 0;

it("keeps what was typed, version by version, for its author alone", async () => {
  first = await saved(draft(0, "The tra", 0));
  expect(await draft(0, "The train of Trieste", first)).toEqual({ ok: true, value: { version: first + 1 } });
  const { id } = await rowAt(the, 0);
  const mine = await readSegment(the.as("translator"), id);
  expect(mine.ok && mine.value.draft).toMatchObject({
    targetText: "The train of Trieste",
    version: first + 1,
  });
  const other = await readSegment(the.as("translator2"), id);
  expect(other.ok && other.value.draft).toBeNull();
});

it("refuses the save of a tab that has not seen the newest one, and says what is stored", async () => {
  expect(await draft(0, "Older words", first)).toMatchObject({
    ok: false,
    error: { code: "changed-meanwhile", stored: { targetText: "The train of Trieste", version: first + 1 } },
  });
});

it("takes exactly one of two first saves at the same moment", async () => {
  const results = await Promise.all([draft(1, "One", 0), draft(1, "Two", 0)]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

it("is gone once it was proposed, and a late save of a slow tab does not bring it back", async () => {
  const row = await rowAt(the, 2);
  const version = await saved(draft(2, "Nobody missed it.", 0));
  await createProposal(the.as("translator"), {
    segmentId: row.id,
    baseRevisionId: row.revisionId,
    targetText: "Nobody missed it.",
    comment: "",
    reason: null,
    idempotencyKey: randomUUID(),
  });
  expect(await draft(2, "Nobody missed it", version)).toMatchObject({
    error: { code: "changed-meanwhile", stored: null },
  });
  const next = await saved(draft(2, "Nobody ever", 0));
  expect(await draft(2, "Nobody missed", version), "a tab from before the proposal").toMatchObject({
    error: { code: "changed-meanwhile", stored: { targetText: "Nobody ever", version: next } },
  });
});
