import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmRow } from "@/lib/core/document/import-preview";
import type { ImportId } from "@/lib/core/shared/ids";
import { appendImport } from "@/lib/db/imports";
import {
  discardImport,
  readImport,
  saveImport,
  updateImportPreview,
} from "@/lib/services/imports/edit-import";
import { NOW, type Scenario, scenario } from "@/tests/support/scenario";

const ROUNDS = 25;

describe("two windows on one import", () => {
  let the: Scenario;
  beforeAll(async () => {
    the = await scenario();
  });
  afterAll(() => the.close());

  const waiting = (title: string): Promise<ImportId> => {
    const side = (words: string) => ({
      paragraphs: [1, 2, 3].map((n) => ({ kind: "paragraph" as const, level: 0, text: `${words} ${n}` })),
      codes: [],
    });
    return appendImport(the.db.pool, {
      projectId: the.projectId,
      userId: the.people.translator,
      documentId: null,
      settings: { title, sourceLocale: "de", targetLocale: "en", mtEngine: "" },
      source: side("Absatz"),
      target: side("Paragraph"),
      findings: null,
      beads: [0, 1, 2].map((i) => ({
        sourceFrom: i,
        sourceTo: i + 1,
        targetFrom: i,
        targetTo: i + 1,
        confidence: 0.5,
      })),
      at: NOW,
    });
  };

  const codes = (results: readonly { readonly ok: boolean; readonly error?: { readonly code: string } }[]) =>
    results.map((result) => (result.ok ? "ok" : result.error?.code)).sort();

  it("gives each of several imports of the same title that are saved at once an address of its own", async () => {
    for (let round = 0; round < 5; round++) {
      const imports = await Promise.all([1, 2, 3, 4].map(() => waiting("Derselbe Titel")));
      const all = await Promise.all(
        imports.map((importId) => saveImport(the.as("translator"), { importId, version: 1 })),
      );
      expect(codes(all)).toEqual(["ok", "ok", "ok", "ok"]);
    }
    const slugs = await the.db.prisma.document.findMany({ where: { title: "Derselbe Titel" } });
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(20);
  });

  it("finds an address however many documents have the same title", async () => {
    await the.db.pool.query(
      `INSERT INTO "Document" ("projectId", "slug", "title", "sourceLocale")
       SELECT $1, 'article' || CASE WHEN n = 1 THEN '' ELSE '-' || n END, '磨坊', 'zh' FROM generate_series(1, 1200) n`,
      [the.projectId],
    );
    const importId = await waiting("磨坊");
    expect(await saveImport(the.as("translator"), { importId, version: 1 })).toMatchObject({ ok: true });
  });

  it("saves exactly one document when both save at once", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const importId = await waiting(`Runde ${round}`);
      const both = await Promise.all(
        [1, 2].map(() => saveImport(the.as("translator"), { importId, version: 1 })),
      );
      expect(codes(both).filter((code) => code === "ok")).toHaveLength(1);
      expect(["changed-meanwhile", "not-found"]).toContain(codes(both).find((code) => code !== "ok"));
      expect(await the.db.prisma.document.count({ where: { title: `Runde ${round}` } })).toBe(1);
    }
  });

  it("either saves or discards, never both", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const title = `Entweder ${round}`;
      const importId = await waiting(title);
      const [saved, discarded] = await Promise.all([
        saveImport(the.as("translator"), { importId, version: 1 }),
        discardImport(the.as("translator"), importId),
      ]);
      expect([saved.ok, discarded.ok].filter(Boolean)).toHaveLength(1);
      expect(await the.db.prisma.document.count({ where: { title } })).toBe(saved.ok ? 1 : 0);
      const { state } = await the.db.prisma.import.findUniqueOrThrow({ where: { id: importId } });
      expect(state).toBe(saved.ok ? "saved" : "discarded");
    }
  });

  it("keeps the change of exactly one window, and tells the other", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const importId = await waiting(`Änderung ${round}`);
      const found = await readImport(the.as("translator"), importId);
      if (!found.ok) throw new Error(found.error.code);
      const { settings, beads, version } = found.value;
      const both = await Promise.all(
        [0, 1].map((index) => {
          const confirmed = confirmRow(beads, index);
          if (!confirmed.ok) throw new Error(confirmed.error);
          return updateImportPreview(the.as("translator"), {
            importId,
            version,
            settings,
            beads: confirmed.value,
          });
        }),
      );
      expect(codes(both)).toEqual(["changed-meanwhile", "ok"]);
      const after = await readImport(the.as("translator"), importId);
      expect(after.ok && after.value.version).toBe(2);
      expect(after.ok && after.value.beads.map(({ confidence }) => confidence)).toEqual(
        both[0]?.ok ? [1, 0.5, 0.5] : [0.5, 1, 0.5],
      );
      // The old version makes no document of rows that the person has not seen.
      expect(await saveImport(the.as("translator"), { importId, version })).toEqual({
        ok: false,
        error: { code: "changed-meanwhile" },
      });
    }
  });
});
