import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinRows, splitRow } from "@/lib/core/document/import-preview";
import type { DocumentId, ImportId } from "@/lib/core/shared/ids";
import { findDocument } from "@/lib/db/documents/read";
import type { ServiceContext } from "@/lib/services/context";
import {
  discardImport,
  listMyImports,
  readImport,
  saveImport,
  updateImportPreview,
} from "@/lib/services/imports/edit-import";
import { type NewImport, startImport } from "@/lib/services/imports/start-import";
import { readBitext, readRows } from "@/lib/services/translations/read-bitext";
import { type Scenario, scenario } from "@/tests/support/scenario";

const SOURCE = [
  "Die Mühle am Fluss",
  "Seit 1874 dreht sich das Rad an der Mühle, und seit 1874 streiten sich die Müller um das Wasser.",
  "Im Winter steht es still. Dann friert der Fluss für 12 Wochen zu.",
  "Niemand weiß, wer den Schlüssel hat.",
].join("\n\n");

const TARGET = [
  "The mill on the river",
  "Since 1874 the wheel at the mill has been turning, and since 1874 the millers have argued about the water.",
  "In winter it stands still. Then the river freezes over for 12 weeks.",
  "Nobody knows who has the key.",
].join("\n\n");

const FRENCH = [
  "Le moulin au bord du fleuve",
  "Depuis 1874, la roue du moulin tourne, et depuis 1874 les meuniers se disputent l’eau.",
  "En hiver, elle s’arrête. Le fleuve gèle alors pendant 12 semaines.",
  "Personne ne sait qui a la clé.",
].join("\n\n");

describe("importing a text and its translation", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario();
  });
  afterAll(() => the.close());

  const input = (change: Partial<NewImport> = {}): NewImport => ({
    projectId: the.projectId,
    documentId: null,
    source: { kind: "pasted", text: SOURCE },
    target: { kind: "pasted", text: TARGET },
    title: "",
    mtEngine: "Probe MT",
    sourceLocale: null,
    targetLocale: null,
    ...change,
  });

  const start = async (change: Partial<NewImport> = {}, ctx: ServiceContext = the.as("translator")) => {
    const started = await startImport(ctx, input(change));
    if (!started.ok) throw new Error(`refused: ${JSON.stringify(started.error)}`);
    return started.value.importId;
  };

  const preview = async (id: ImportId, ctx: ServiceContext = the.as("translator")) => {
    const read = await readImport(ctx, id);
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };

  const counts = async () => ({
    imports: await the.db.prisma.import.count(),
    documents: await the.db.prisma.document.count(),
    translations: await the.db.prisma.translation.count(),
    segments: await the.db.prisma.segment.count(),
    revisions: await the.db.prisma.revision.count(),
    events: await the.db.prisma.event.count(),
  });

  it("reads, guesses, aligns and waits for a person; nobody else sees it", async () => {
    const id = await start();
    const found = await preview(id);
    expect(found.settings).toMatchObject({ sourceLocale: "de", targetLocale: "en", mtEngine: "Probe MT" });
    expect(found.settings.title).not.toBe("");
    expect(found.beads).toHaveLength(4);
    expect(found.findings).toMatchObject({
      related: true,
      source: { format: "text", guess: { locale: "de" } },
      target: { format: "text", guess: { locale: "en" } },
    });
    expect((await listMyImports(the.as("translator"))).map((one) => one.id)).toContain(id);
    for (const other of ["translator2", "editor", "admin", "stranger"] as const) {
      expect(await readImport(the.as(other), id)).toEqual({ ok: false, error: { code: "not-found" } });
      expect(await listMyImports(the.as(other))).toEqual([]);
    }
  });

  it("makes exactly the rows that the person left into segments with the machine's text", async () => {
    const id = await start({ title: "  Am Fluss  " });
    const { settings, beads, version } = await preview(id);
    const joined = joinRows(beads, 1);
    const split = joined.ok ? splitRow(joined.value, 1, 2, 1) : joined;
    if (!split.ok) throw new Error(split.error);
    const kept = await updateImportPreview(the.as("translator"), {
      importId: id,
      version,
      settings,
      beads: split.value,
    });
    if (!kept.ok) throw new Error(kept.error.code);
    const saved = await saveImport(the.as("translator"), { importId: id, version: kept.value.version });
    if (!saved.ok) throw new Error(saved.error.code);

    const bitext = await readBitext(the.as("reader"), saved.value.translationId);
    expect(bitext).toMatchObject({ ok: true, value: { head: { title: "Am Fluss", slug: "am-fluss" } } });
    const rows = await readRows(the.as("reader"), saved.value.translationId, 0, 10);
    expect(
      rows.ok &&
        rows.value.map((row) => [
          row.sources.length,
          row.targetText.split("\n\n").length,
          row.targetText === "",
        ]),
    ).toEqual([
      [1, 1, false],
      [2, 1, false],
      [0, 1, false],
      [1, 1, false],
    ]);
    expect(rows.ok && rows.value.every((row) => row.origin === "mt" && !row.approved)).toBe(true);
    // The texts of an import that has become a document are not kept twice.
    const row = await the.db.prisma.import.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      state: "saved",
      documentId: saved.value.documentId,
      beads: [],
      findings: null,
    });
    expect(row.source).toEqual({ paragraphs: [], codes: [] });
  });

  it("adds a further language to a document whose paragraphs stay as they are", async () => {
    const first = await start({ title: "Die zwei Sprachen" });
    const saved = await saveImport(the.as("translator"), { importId: first, version: 1 });
    if (!saved.ok) throw new Error(saved.error.code);
    const { documentId } = saved.value;
    const before = await findDocument(the.db.pool, documentId);

    const further: Partial<NewImport> = {
      documentId,
      source: null,
      target: { kind: "pasted", text: FRENCH },
    };
    const second = await start(further);
    expect(await preview(second)).toMatchObject({
      settings: { title: "Die zwei Sprachen", sourceLocale: "de", targetLocale: "fr" },
      findings: { source: { format: null } },
    });
    expect(await saveImport(the.as("translator"), { importId: second, version: 1 })).toMatchObject({
      ok: true,
      value: { documentId },
    });
    const after = await findDocument(the.db.pool, documentId);
    expect(after?.targetLocales.toSorted()).toEqual(["en", "fr"]);
    expect(after?.paragraphIds).toEqual(before?.paragraphIds);

    const third = await start(further);
    const unchanged = await counts();
    expect(await saveImport(the.as("translator"), { importId: third, version: 1 })).toEqual({
      ok: false,
      error: { code: "locale-exists" },
    });
    expect(await counts()).toEqual(unchanged);
    expect(await preview(third)).toMatchObject({ version: 1 });
  });

  it("takes no document of another project, and none that does not exist", async () => {
    const documentId = "00000000-0000-4000-8000-000000000000" as DocumentId;
    const before = await counts();
    expect(await startImport(the.as("translator"), input({ documentId, source: null }))).toEqual({
      ok: false,
      error: { code: "not-found" },
    });
    expect(await counts()).toEqual(before);
  });

  it("leaves nothing behind of anything that it refuses", async () => {
    const before = await counts();
    const file = (bytes: readonly number[] | string, name = "text.txt") => ({
      kind: "file" as const,
      name,
      bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes),
    });
    const refused: readonly (readonly [Partial<NewImport>, object])[] = [
      [{ source: { kind: "pasted", text: " \n\u200b" } }, { code: "empty", side: "source" }],
      [{ target: file([]) }, { code: "empty", side: "target" }],
      [
        { target: file("%PDF-1.7") },
        { code: "unsupported-type", side: "target", params: { detected: "pdf" } },
      ],
      [{ source: file([0x50, 0x4b, 3, 4, 9, 9, 9]) }, { side: "source" }],
      [{ source: file("Ein\u0000 Text mit NUL darin, sonst harmlos.") }, { code: "nul", side: "source" }],
      [{ source: null }, { code: "empty", side: "source" }],
      [{ title: "Ein\u0000Titel" }, { code: "bad-text", field: "title" }],
      [{ mtEngine: "\ud800" }, { code: "bad-text", field: "mtEngine" }],
    ];
    for (const [change, error] of refused) {
      expect(await startImport(the.as("translator"), input(change))).toMatchObject({ ok: false, error });
    }
    expect(await counts()).toEqual(before);
  });

  it("leaves nothing behind when it is cancelled while it reads, and when it is cancelled too late", async () => {
    const before = await counts();
    const waiting = (await listMyImports(the.as("translator"))).length;
    const early = new AbortController();
    const cancelled = await startImport(the.as("translator"), input(), {
      signal: early.signal,
      onProgress: () => early.abort(),
    });
    expect(cancelled).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await counts()).toEqual(before);

    const late = new AbortController();
    const ctx = the.as("translator");
    // The clock is asked once everything is read, just before storing.
    const now = () => {
      late.abort();
      return ctx.now();
    };
    expect(await startImport({ ...ctx, now }, input(), { signal: late.signal })).toMatchObject({
      ok: false,
      error: { code: "cancelled" },
    });
    expect(await listMyImports(ctx)).toHaveLength(waiting);
    const left = await the.db.prisma.import.findFirst({
      orderBy: { createdAt: "desc" },
      where: { state: "discarded" },
    });
    expect(left?.source).toEqual({ paragraphs: [], codes: [] });
  });

  it("refuses rows that lose, double or reorder a paragraph, and settings that cannot be stored", async () => {
    const id = await start();
    const { settings, beads, version } = await preview(id);
    const update = (change: object) =>
      updateImportPreview(the.as("translator"), { importId: id, version, settings, beads, ...change });
    for (const wrong of [beads.slice(1), beads.slice(0, -1), [...beads, ...beads], beads.toReversed(), []]) {
      expect(await update({ beads: wrong })).toEqual({
        ok: false,
        error: { code: "bad-rows", field: "beads" },
      });
    }
    expect(await update({ settings: { ...settings, title: "a\u0000" } })).toEqual({
      ok: false,
      error: { code: "bad-text", field: "title" },
    });
    expect(await preview(id)).toMatchObject({ version, beads, settings });
  });

  it("keeps unfinished settings, and refuses to make a document of them", async () => {
    const id = await start();
    let { settings, beads, version } = await preview(id);
    const cases = [
      [{ title: "  " }, { code: "title-required", field: "title" }],
      [{ title: "x".repeat(301) }, { code: "title-too-long", field: "title" }],
      [{ targetLocale: "" }, { code: "bad-locale", field: "targetLocale" }],
      [{ targetLocale: "DE" }, { code: "same-locale", field: "targetLocale" }],
      [{ sourceLocale: "?" }, { code: "bad-locale", field: "sourceLocale" }],
    ] as const;
    const before = await counts();
    for (const [change, error] of cases) {
      const kept = await updateImportPreview(the.as("translator"), {
        importId: id,
        version,
        settings: { ...settings, ...change },
        beads,
      });
      if (!kept.ok) throw new Error(kept.error.code);
      version = kept.value.version;
      expect(await saveImport(the.as("translator"), { importId: id, version })).toEqual({ ok: false, error });
    }
    expect(await counts()).toEqual(before);
  });

  it("is gone once it is discarded, with its texts", async () => {
    const id = await start();
    expect(await discardImport(the.as("editor"), id)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await discardImport(the.as("translator"), id)).toEqual({ ok: true, value: null });
    expect(await readImport(the.as("translator"), id)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await saveImport(the.as("translator"), { importId: id, version: 1 })).toMatchObject({ ok: false });
    const row = await the.db.prisma.import.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "discarded", source: { paragraphs: [], codes: [] }, beads: [] });
  });
});
