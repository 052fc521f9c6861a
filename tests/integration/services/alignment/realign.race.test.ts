import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { realignRows } from "@/lib/services/alignment/realign-rows";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { putForward } from "@/tests/support/acts";
import { alignmentOf, brokenAlignment, fingerprint, idAt, repair, travel } from "@/tests/support/alignment";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";

/** The real aligner, whose answer waits for what people do meanwhile: otherwise it may be the faster one. */
const held = vi.hoisted(() => ({ until: Promise.resolve<unknown>(undefined) }));
vi.mock("@/lib/files/run-align-worker", async (original) => {
  const actual = await original<typeof import("@/lib/files/run-align-worker")>();
  const runAlign: typeof actual.runAlign = async (...of) => {
    const aligned = await actual.runAlign(...of);
    await held.until;
    return aligned;
  };
  return { ...actual, runAlign };
});

/** Two stretches in which the translations slipped by one: the aligner would change them, and nothing else. */
const COUNT = 120;
const NAMES = ["Anna", "Bertha", "Clara", "Dora", "Emma", "Frieda", "Greta", "Hanna", "Ida", "Julia"];
const PAIRS = Array.from({ length: COUNT }, (_, i) => {
  const [name, other] = [NAMES[i % 10], NAMES[Math.floor(i / 10) % 10]];
  return [
    `Im Jahr ${1800 + i} kam ${name} zu ${other} nach Wien und blieb ${i + 11} Wochen.`,
    `In ${1800 + i} ${name} came to ${other} in Vienna and stayed for ${i + 11} weeks.`,
  ] as const;
});

let the: Scenario;
beforeEach(async () => {
  the = await scenario(PAIRS);
  const slip = async (index: number) => {
    const segmentId = await idAt(the, index);
    return repair(the, { kind: "shift", segmentId, side: "target", direction: "down" });
  };
  const middle = await idAt(the, 50);
  for (const done of [
    await repair(the, { kind: "pin", segmentId: middle, pinned: true }),
    await slip(1),
    await repair(the, { kind: "pin", segmentId: middle, pinned: false }),
    await slip(81),
  ])
    expect(done.ok).toBe(true);
});
afterEach(() => the.close());

const realign = async (at = 5, hooks?: Parameters<typeof realignRows>[2]) =>
  realignRows(the.as("editor"), { translationId: the.translationId, segmentId: await idAt(the, at) }, hooks);

const approve = async (index: number) => {
  const row = await rowAt(the, index);
  const { id: segmentId, revisionId, textHash } = row;
  return approveSegment(the.as("editor2"), { segmentId, revisionId, textHash });
};

/** Works as soon as the aligner tells that it has begun, and gives what came of both. */
async function meanwhile<T>(work: () => Promise<T>) {
  let begun: Promise<T> | undefined;
  const done = await realign(5, {
    onProgress: () => {
      begun ??= work();
      held.until = begun;
    },
  });
  return { done, work: await begun };
}

it("puts a slipped stretch right, tells how far it is, and takes it back to the identical rows", async () => {
  const before = await fingerprint(the);
  const told: number[] = [];
  const done = await realign(5, { onProgress: ({ done: sofar, total }) => told.push(sofar / total) });
  expect(done).toMatchObject({ ok: true, value: { left: 0, rowsBefore: COUNT + 1, rowsAfter: COUNT - 1 } });
  expect(told.at(-1)).toBe(1);
  const { entries } = await alignmentOf(the);
  expect(entries.filter(({ sourceLength, targetLength }) => sourceLength * targetLength === 0)).toEqual([]);
  expect((await travel(the, "undo")).ok).toBe(true);
  expect(await fingerprint(the)).toEqual(before);
});

it("leaves what was approved, repaired and proposed while it worked, and says how many rows", async () => {
  const kept = [await idAt(the, 30), await idAt(the, 60), await idAt(the, 61)];
  const { done, work } = await meanwhile(async () => {
    const approved = await approve(30);
    const joined = await repair(the, { kind: "join", segmentId: kept[1] as never, with: "next" }, "editor2");
    await putForward(the, "translator", 80, "Words that must not be lost.");
    return [approved.ok, joined.ok];
  });
  expect(work).toEqual([true, true]);
  expect(done).toMatchObject({ ok: true, value: { left: 50 } });
  const { entries } = await alignmentOf(the);
  expect(entries.find(({ id }) => id === kept[0])).toMatchObject({ approved: true });
  expect(entries.some(({ id }) => id === kept[1] || id === kept[2])).toBe(false);
  expect(entries.slice(85).every(({ sourceLength, targetLength }) => sourceLength * targetLength > 0)).toBe(
    true,
  );
  expect(await brokenAlignment(the)).toEqual([]);
  const { rows } = await the.db.pool.query(
    `SELECT "targetText", "state" FROM "Proposal" WHERE "targetText" LIKE 'Words%'`,
  );
  expect(rows).toEqual([{ targetText: "Words that must not be lost.", state: "open" }]);
});

it("changes nothing when it is cancelled", async () => {
  const before = await fingerprint(the);
  const controller = new AbortController();
  const done = await realign(5, { signal: controller.signal, onProgress: () => controller.abort() });
  expect(done).toEqual({ ok: false, error: { code: "cancelled", params: {} } });
  expect(await fingerprint(the)).toEqual(before);
});

it("lets two people re-align the same stretch: the second finds nothing left to do", async () => {
  const at = await idAt(the, 5);
  const input = { translationId: the.translationId, segmentId: at };
  const both = await Promise.all([
    realignRows(the.as("editor"), input),
    realignRows(the.as("editor2"), input),
  ]);
  const codes = both.map((one) => (one.ok ? "done" : one.error.code)).sort();
  expect(codes).toEqual(["changed-meanwhile", "done"]);
  expect(await brokenAlignment(the)).toEqual([]);
});

it("is refused on a pinned row, and to translators", async () => {
  const segmentId = await idAt(the, 5);
  expect(await repair(the, { kind: "pin", segmentId, pinned: true })).toMatchObject({ ok: true });
  expect(await realign()).toEqual({ ok: false, error: { code: "pinned" } });
  const denied = await realignRows(the.as("translator2"), { translationId: the.translationId, segmentId });
  expect(denied).toEqual({ ok: false, error: { code: "not-allowed" } });
});
