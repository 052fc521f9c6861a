import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SegmentId } from "@/lib/core/shared/ids";
import { inTransaction } from "@/lib/db/client";
import { listTray } from "@/lib/services/alignment/read-alignment";
import { applyVersion } from "@/lib/services/imports/apply-version";
import { discardImport, readImport, saveImport } from "@/lib/services/imports/edit-import";
import { readVersion } from "@/lib/services/imports/read-version";
import { startVersion } from "@/lib/services/imports/start-version";
import { undoVersion } from "@/lib/services/imports/undo-version";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { propose } from "@/tests/support/acts";
import { alignmentOf, brokenAlignment, fingerprint, repair, travel } from "@/tests/support/alignment";
import { oneToOne, plainSide } from "@/tests/support/paired-texts";
import { NOW, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { documentIdOf, renew, sourceOf, waitingVersion } from "@/tests/support/versions";

const PAIRS: readonly (readonly [string, string])[] = [
  ["Die Mühle am Fluss", "The mill on the river"],
  [
    "Seit Jahren streiten sich die Müller um das Wasser am Wehr.",
    "For years the millers have argued about the water.",
  ],
  ["Im Winter friert der Fluss für 12 Wochen zu.", "In winter the river freezes for 12 weeks."],
  ["Niemand weiß, wem das Wehr gehört.", "Nobody knows who owns the weir."],
  ["Am Ende hilft nur reden.", "In the end, only talking helps."],
];
const SOURCE = PAIRS.map(([source]) => source);
const TARGET = PAIRS.map(([, target]) => target);
/** One typo, one changed number, one paragraph put in and one taken out. */
const NEXT = [
  SOURCE[0] as string,
  "Seit Jahren streitten sich die Müller um das Wasser am Wehr.",
  "Im Winter friert der Fluss für 14 Wochen zu.",
  "Bei Hochwasser läuft alles anders.",
  SOURCE[4] as string,
];

let the: Scenario;
beforeEach(async () => {
  the = await scenario(PAIRS);
});
afterEach(() => the.close());

async function approve(index: number): Promise<void> {
  const row = await rowAt(the, index);
  const done = await approveSegment(the.as("editor"), {
    segmentId: row.id,
    revisionId: row.revisionId,
    textHash: row.textHash,
  });
  if (!done.ok) throw new Error(done.error.code);
}

const countOf = async (table: string): Promise<number> =>
  (await the.db.pool.query(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0].n;
const lastEvent = async () =>
  (await the.db.pool.query(`SELECT "type", "payload" FROM "Event" ORDER BY "sequence" DESC LIMIT 1`)).rows[0];
const rowsOf = async (): Promise<readonly Record<string, unknown>[]> =>
  (await fingerprint(the)).rows as readonly Record<string, unknown>[];

describe("a new source", () => {
  it("with a typo, another number, one paragraph more and one less is graded so, and touches nothing else", async () => {
    const accepted = await propose(the, "translator", 2, "In winter the river is frozen for 12 weeks.");
    expect((await acceptProposal(the.as("editor"), accepted)).ok).toBe(true);
    for (const index of [0, 1, 3, 4]) await approve(index);
    const open = await propose(the, "translator", 4, "Only talking helps in the end.");
    const onChanged = await propose(the, "translator2", 2, "In winter it freezes.");
    const onGone = await propose(the, "translator", 3, "Nobody knows whose weir it is.");
    const before = await rowsOf();
    const { histories } = await fingerprint(the);

    const { preview, outcome } = await renew(the, NEXT, null);

    expect(outcome.rows).toEqual({ same: 2, typography: 0, spelling: 1, changed: 1, new: 1, gone: 1 });
    expect(outcome.toTray).toBe(1);
    expect(
      preview.translations[0]?.rows.map(({ number, grade, endsApproval }) => [number, grade, endsApproval]),
    ).toEqual([
      [2, "spelling", true],
      [3, "changed", true],
      [4, "new", false],
      [4, "gone", true],
    ]);
    const after = await rowsOf();
    expect(after[0]).toEqual(before[0]);
    expect(after[4]).toEqual(before[4]);
    expect(after.map(({ state }) => state)).toEqual([
      "reviewed",
      "initial",
      "initial",
      "initial",
      "reviewed",
    ]);
    expect(after[2]?.textHash).toBe(before[2]?.textHash);
    const kept = new Set([before[0]?.id, before[4]?.id]);
    const of = (list: unknown) =>
      (list as { segmentId: SegmentId }[]).filter(({ segmentId }) => kept.has(segmentId));
    expect(of((await fingerprint(the)).histories)).toEqual(of(histories));
    expect((await sourceOf(the)).map(({ number }) => number)).toEqual([1, 2, 3, 6, 5]);
    const placed = await the.db.prisma.proposal.findMany({ where: { state: "open" } });
    expect(Object.fromEntries(placed.map(({ id, segmentId }) => [id, segmentId]))).toEqual({
      [open.proposalId]: after[4]?.id,
      [onChanged.proposalId]: after[2]?.id,
      [onGone.proposalId]: before[3]?.id,
    });
    const tray = await listTray(the.as("translator"), the.translationId);
    expect(tray.ok && tray.value.map(({ targetText }) => targetText)).toEqual([
      "Nobody knows whose weir it is.",
    ]);
    expect(await brokenAlignment(the)).toEqual(["a machine paragraph is in no row: 1"]);
  });

  it("is taken back whole: rows, approvals, pins, paragraphs, and words where they waited", async () => {
    for (const index of [0, 1, 3]) await approve(index);
    const pinned = await rowAt(the, 2);
    await repair(the, { kind: "pin", segmentId: pinned.id, pinned: true });
    await propose(the, "translator", 1, "Other words.");
    await propose(the, "translator", 3, "More words.");
    const [before, source] = [await fingerprint(the), await sourceOf(the)];
    await renew(the, NEXT, null);
    expect((await rowAt(the, 2)).pinned).toBe(true);
    expect((await rowAt(the, 2)).id).not.toBe(pinned.id);
    const documentId = await documentIdOf(the);
    expect(await undoVersion(the.as("editor2"), { documentId })).toEqual({ ok: true, value: null });
    expect(await fingerprint(the)).toEqual(before);
    expect(await sourceOf(the)).toEqual(source);
    expect(await undoVersion(the.as("editor2"), { documentId })).toEqual({
      ok: false,
      error: { code: "nothing-to-undo" },
    });
  });

  it("is not taken back once somebody decided on what it made, or repaired it", async () => {
    const documentId = await documentIdOf(the);
    await renew(the, NEXT, null);
    await approve(1);
    expect(await undoVersion(the.as("editor"), { documentId })).toMatchObject({
      error: { code: "built-upon" },
    });
    await renew(the, SOURCE, null);
    await repair(the, { kind: "join", segmentId: (await rowAt(the, 0)).id, with: "next" });
    expect(await undoVersion(the.as("editor"), { documentId })).toMatchObject({
      error: { code: "built-upon" },
    });
  });

  it("that is the present one changes nothing but the log", async () => {
    await approve(1);
    await propose(the, "translator", 2, "Other words.");
    const [before, source] = [await fingerprint(the), await sourceOf(the)];
    const tables = ["Segment", "Revision", "Paragraph", "TargetParagraph", "CarriedSegment", "Decision"];
    const counts = await Promise.all(tables.map(countOf));
    const { preview, outcome } = await renew(the, SOURCE, TARGET);
    expect(preview.isNothing).toBe(true);
    expect(outcome).toMatchObject({ changed: false, rows: { same: 5 } });
    expect(await fingerprint(the)).toEqual(before);
    expect(await sourceOf(the)).toEqual(source);
    expect(await Promise.all(tables.map(countOf))).toEqual(counts);
    expect(await lastEvent()).toMatchObject({ type: "document.unchanged" });
  });

  it("that goes back to the former words brings rows, approvals and paragraphs back", async () => {
    for (const index of [0, 1, 2, 3]) await approve(index);
    const [before, source] = [await rowsOf(), await sourceOf(the)];
    await renew(the, NEXT, null);
    await renew(the, SOURCE, null);
    const after = await rowsOf();
    expect(after).toEqual(before);
    expect(await sourceOf(the)).toEqual(source);
  });

  it("changes all translations of the document", async () => {
    const documentId = await documentIdOf(the);
    const paragraphIds = (await sourceOf(the)).map(({ id }) => id) as never;
    const french = [
      "Le moulin",
      "Depuis des années.",
      "En hiver, 12 semaines.",
      "Personne ne sait.",
      "À la fin.",
    ];
    const { translationId } = await inTransaction(the.db, (tx) =>
      saveBitext(
        tx,
        {
          projectId: the.projectId,
          settings: { title: "x", sourceLocale: "de", targetLocale: "fr", mtEngine: "" },
          source: plainSide(SOURCE),
          target: plainSide(french),
          beads: oneToOne(french.length),
          existing: { documentId, paragraphIds },
        },
        the.people.importer,
        NOW,
      ),
    );
    const { outcome } = await renew(the, NEXT, null);
    expect(outcome.rows).toEqual({ same: 4, typography: 0, spelling: 2, changed: 2, new: 2, gone: 2 });
    const { rows } = await the.db.pool.query(
      `SELECT r."targetText" FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
       WHERE s."translationId" = $1 AND s."position" IS NOT NULL ORDER BY s."position"`,
      [translationId],
    );
    expect(rows.map(({ targetText }) => targetText)).toEqual([
      french[0],
      french[1],
      french[2],
      "",
      french[4],
    ]);
    expect((await undoVersion(the.as("editor"), { documentId })).ok).toBe(true);
  });

  it("keeps the public names of the paragraphs in what is published next", async () => {
    await renew(the, NEXT, null);
    const published = await publishTranslation(the.as("editor"), { translationId: the.translationId });
    if (!published.ok) throw new Error(published.error.code);
    const article = await readArticle(the.as(null), { slug: published.value.slug, locale: "en" });
    expect(article.ok && article.value.snapshot.segments.map(({ anchor }) => anchor)).toEqual([
      "p-1",
      "p-2",
      "p-3",
      "p-6",
      "p-5",
    ]);
  });

  it("ends the undo of repairs before it, and not of those after it", async () => {
    await repair(the, { kind: "join", segmentId: (await rowAt(the, 0)).id, with: "next" });
    await renew(the, NEXT, null);
    expect(await travel(the, "undo")).toMatchObject({ error: { code: "nothing-to-undo" } });
    await repair(the, { kind: "join", segmentId: (await rowAt(the, 0)).id, with: "next" });
    expect((await travel(the, "undo")).ok).toBe(true);
    expect((await alignmentOf(the)).undo).toBeNull();
  });

  it("is read and applied from a pasted text, by the person who brought it, and by nobody else", async () => {
    const documentId = await documentIdOf(the);
    const started = await startVersion(the.as("editor"), {
      documentId,
      source: { kind: "pasted", text: NEXT.join("\n\n") },
      target: null,
      mtEngine: "",
    });
    if (!started.ok) throw new Error(started.error.code);
    const { importId } = started.value;
    expect(await readVersion(the.as("editor2"), importId)).toMatchObject({ error: { code: "not-found" } });
    expect(await readImport(the.as("editor"), importId)).toMatchObject({ error: { code: "not-found" } });
    expect(await saveImport(the.as("editor"), { importId, version: 1 })).toMatchObject({
      error: { code: "not-found" },
    });
    const preview = await readVersion(the.as("editor"), importId);
    expect(preview.ok && preview.value.translations[0]?.counts).toMatchObject({
      spelling: 1,
      changed: 1,
      new: 1,
      gone: 1,
    });
    expect(await discardImport(the.as("editor"), importId)).toEqual({ ok: true, value: null });
    expect(await readVersion(the.as("editor"), importId)).toMatchObject({ error: { code: "not-found" } });
    const nothing = await startVersion(the.as("editor"), {
      documentId,
      source: null,
      target: null,
      mtEngine: "",
    });
    expect(nothing).toMatchObject({ error: { code: "nothing-given" } });
  });

  it("may be brought by whoever imported the document until review begins, and by editors at any time", async () => {
    const documentId = await documentIdOf(the);
    await the.db.prisma.translation.update({
      where: { id: the.translationId },
      data: { importedById: the.people.translator },
    });
    const start = (name: "translator" | "translator2") =>
      startVersion(the.as(name), { documentId, source: null, target: null, mtEngine: "" });
    expect(await start("translator")).toMatchObject({ error: { code: "nothing-given" } });
    expect(await start("translator2")).toMatchObject({ error: { code: "not-allowed" } });
    await approve(0);
    expect(await start("translator")).toMatchObject({ error: { code: "not-allowed" } });
  });
});

describe("a new machine translation", () => {
  const better = TARGET.map((text) => `${text.slice(0, -1)} again${text.slice(-1)}`);

  it("takes the place of machine text, never of a person's, and is not approved by whoever brought it", async () => {
    const accepted = await propose(the, "translator", 2, "In winter the river is frozen for 12 weeks.");
    expect((await acceptProposal(the.as("editor"), accepted)).ok).toBe(true);
    await approve(3);
    const open = await propose(the, "translator", 1, "The millers argue.");
    const before = await rowsOf();
    const { preview, outcome } = await renew(the, null, better);
    expect(outcome.rows.same).toBe(5);
    expect(preview.translations[0]?.machine).toEqual({ untouched: 0, replaced: 3, held: 2 });
    expect(preview.translations[0]?.rows[2]?.heldText).toBe(better[2]);
    const after = await rowsOf();
    expect([after[2], after[3]]).toEqual([before[2], before[3]]);
    const texts = await Promise.all([0, 1, 4].map(async (index) => (await rowAt(the, index)).targetText));
    expect(texts).toEqual([better[0], better[1], better[4]]);
    const proposal = await the.db.prisma.proposal.findUniqueOrThrow({ where: { id: open.proposalId } });
    expect(proposal).toMatchObject({
      segmentId: after[1]?.id,
      targetText: "The millers argue.",
      state: "open",
    });
    const row = await rowAt(the, 0);
    const seen = { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash };
    expect(await approveSegment(the.as("editor"), seen)).toMatchObject({ error: { code: "own-words" } });
    expect((await approveSegment(the.as("editor2"), seen)).ok).toBe(true);
    const translation = await the.db.prisma.translation.findUniqueOrThrow({
      where: { id: the.translationId },
    });
    expect(translation.mtEngine).toBe("Newer MT");
  });

  it("comes with a new source at once, and fills the rows of its new paragraphs", async () => {
    const target = [
      TARGET[0],
      TARGET[1],
      "In winter the river freezes for 14 weeks.",
      "At high water all is different.",
      TARGET[4],
    ];
    await approve(1);
    await renew(the, NEXT, target as string[]);
    const rows = await Promise.all([0, 1, 2, 3, 4].map((index) => rowAt(the, index)));
    expect(rows.map(({ targetText }) => targetText)).toEqual(target);
    expect(rows.map(({ origin }) => origin)).toEqual(["mt", "mt", "mt", "mt", "mt"]);
  });
});

describe("a document that changed since the preview", () => {
  it("does not take the version when its rows were repaired or another version came", async () => {
    const importId = await waitingVersion(the, NEXT, null);
    const preview = await readVersion(the.as("editor"), importId);
    if (!preview.ok) throw new Error(preview.error.code);
    await repair(the, { kind: "join", segmentId: (await rowAt(the, 0)).id, with: "next" });
    expect(await applyVersion(the.as("editor"), { importId, token: preview.value.token })).toMatchObject({
      error: { code: "changed-meanwhile" },
    });
    const again = await readVersion(the.as("editor"), importId);
    if (!again.ok) throw new Error(again.error.code);
    expect((await applyVersion(the.as("editor"), { importId, token: again.value.token })).ok).toBe(true);
  });

  it("keeps what was decided between the preview and the applying", async () => {
    const better = TARGET.map((text) => `${text} Again.`);
    const importId = await waitingVersion(the, null, better);
    const preview = await readVersion(the.as("editor"), importId);
    if (!preview.ok) throw new Error(preview.error.code);
    await approve(2);
    expect((await applyVersion(the.as("editor"), { importId, token: preview.value.token })).ok).toBe(true);
    expect(await rowAt(the, 2)).toMatchObject({ targetText: TARGET[2], approved: true });
    expect((await rowAt(the, 1)).targetText).toBe(better[1]);
  });
});
