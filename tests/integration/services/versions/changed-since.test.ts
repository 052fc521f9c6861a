import { afterEach, beforeEach, expect, it } from "vitest";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { applyVersion } from "@/lib/services/imports/apply-version";
import { readVersion } from "@/lib/services/imports/read-version";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { NOW, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { waitingVersion } from "@/tests/support/versions";

const PAIRS = [
  ["Die Mühle am Fluss", "The mill on the river"],
  ["Im Winter friert der Fluss für 12 Wochen zu.", "In winter the river freezes for 12 weeks."],
  ["Am Ende hilft nur reden.", "In the end, only talking helps."],
] as const;

let the: Scenario;
beforeEach(async () => {
  the = await scenario(PAIRS);
  for (const index of PAIRS.keys()) {
    const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
    await approveSegment(the.as("editor"), { segmentId, revisionId, textHash });
  }
  const done = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  expect(done.ok).toBe(true);
});
afterEach(() => the.close());

/** The editor, an hour after the publication. */
const later = () => ({ ...the.as("editor"), now: () => new Date(NOW.getTime() + 3_600_000) });

async function isChanged(): Promise<boolean | undefined> {
  const listed = await listDocuments(the.as("editor"));
  return listed.ok ? listed.value.documents[0]?.translations[0]?.changedSincePublication : undefined;
}

it("notices a new version that only takes a paragraph out", async () => {
  expect(await isChanged()).toBe(false);
  const importId = await waitingVersion(the, [PAIRS[0][0], PAIRS[2][0]], null);
  const read = await readVersion(later(), importId);
  if (!read.ok) throw new Error(read.error.code);
  expect((await applyVersion(later(), { importId, token: read.value.token })).ok).toBe(true);
  expect(await isChanged()).toBe(true);
});
