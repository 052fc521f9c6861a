import { afterEach, beforeEach, expect, it } from "vitest";
import { listKnownPairs } from "@/lib/db/alignment/known-pairs";
import { readImport } from "@/lib/services/imports/edit-import";
import { startImport } from "@/lib/services/imports/start-import";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { written } from "@/tests/unit/core/alignment/bilingual-texts";

/** Words that no list knows and that share no letters. */
const READ = [
  ["Gronfel dorwing", "Zyxo quolm"],
  ["Gronfel keltusch", "Zyxo jastiv"],
  ["Mulipatz keltusch", "Havenit jastiv"],
  ["Mulipatz brafel", "Havenit perrun"],
  ["Brafel dorwing", "Perrun quolm"],
] as const;
const SOURCE = [
  "Dorwing keltusch brafel.",
  "Gronfel mulipatz dorwing.",
  "Ettwin lossbar hummelig.",
  "Keltusch brafel gronfel mulipatz.",
];
const TARGET = [
  "Quolm jastiv perrun.",
  "Ubbley frogmill canter.",
  "Zyxo havenit quolm.",
  "Perrun zyxo havenit jastiv.",
];
const RIGHT = "0>0 >1 1>2 2> 3>3";

let the: Scenario;
beforeEach(async () => {
  the = await scenario(READ);
});
afterEach(() => the.close());

async function approveAll(): Promise<void> {
  for (const index of READ.keys()) {
    const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
    const done = await approveSegment(the.as("editor"), { segmentId, revisionId, textHash });
    expect(done.ok).toBe(true);
  }
}

async function imported(targetLocale: string): Promise<string> {
  const started = await startImport(the.as("translator"), {
    projectId: the.projectId,
    documentId: null,
    source: { kind: "pasted", text: SOURCE.join("\n\n") },
    target: { kind: "pasted", text: TARGET.join("\n\n") },
    title: "",
    mtEngine: "",
    sourceLocale: "de",
    targetLocale,
  });
  if (!started.ok) throw new Error(started.error.code);
  const read = await readImport(the.as("translator"), started.value.importId);
  if (!read.ok) throw new Error(read.error.code);
  return written(read.value.beads);
}

it("aligns with what the project has approved in the same languages, and with nothing else", async () => {
  expect(await imported("en")).not.toBe(RIGHT);
  await approveAll();
  expect(await imported("en-GB")).toBe(RIGHT);
  expect(await imported("nl")).not.toBe(RIGHT);
});

it("reads approved rows only, last approved first, and no more than asked for", async () => {
  expect(await listKnownPairs(the.db.pool, the.projectId, 10)).toEqual([]);
  await approveAll();
  const known = await listKnownPairs(the.db.pool, the.projectId, 10);
  expect(known).toHaveLength(READ.length);
  expect(known).toContainEqual({
    sourceLocale: "de",
    targetLocale: "en",
    source: READ[3][0],
    target: READ[3][1],
  });
  expect(await listKnownPairs(the.db.pool, the.projectId, 2)).toHaveLength(2);
});
