import type { Bead } from "@/lib/core/alignment/bead";
import type { DocumentText, Paragraph } from "@/lib/core/document/paragraph";
import type { DocumentId, ImportId } from "@/lib/core/shared/ids";
import { appendImport } from "@/lib/db/imports";
import { applyVersion } from "@/lib/services/imports/apply-version";
import { readVersion } from "@/lib/services/imports/read-version";
import { NOW, type PersonName, type Scenario } from "./scenario";

const textOf = (texts: readonly (string | Paragraph)[]): DocumentText => ({
  paragraphs: texts.map((each) =>
    typeof each === "string" ? { kind: "paragraph", level: 0, text: each } : each,
  ),
  codes: [],
});

export async function documentIdOf(the: Scenario): Promise<DocumentId> {
  const { rows } = await the.db.pool.query<{ id: DocumentId }>(
    `SELECT "documentId" AS "id" FROM "Translation" WHERE "id" = $1`,
    [the.translationId],
  );
  return rows[0]?.id as DocumentId;
}

/** The source paragraphs as they stand. */
export async function sourceOf(the: Scenario) {
  const { rows } = await the.db.pool.query<{ id: string; number: number; text: string }>(
    `SELECT "id", "number", "text" FROM "Paragraph" WHERE "documentId" = $1 AND "retiredAt" IS NULL ORDER BY "position"`,
    [await documentIdOf(the)],
  );
  return rows;
}

/** A new version that waits: `source` and `target` paragraphs in pairs; null leaves a side as it is. */
export async function waitingVersion(
  the: Scenario,
  source: readonly (string | Paragraph)[] | null,
  target: readonly (string | Paragraph)[] | null,
  by: PersonName = "editor",
): Promise<ImportId> {
  const sources = source ?? (await sourceOf(the)).map(({ text }) => text);
  const beads = Array.from(
    { length: Math.max(sources.length, target?.length ?? 0) },
    (_, i): Bead => ({
      sourceFrom: Math.min(i, sources.length),
      sourceTo: Math.min(i + 1, sources.length),
      targetFrom: Math.min(i, target?.length ?? 0),
      targetTo: Math.min(i + 1, target?.length ?? 0),
      confidence: 0.9,
    }),
  );
  return appendImport(the.db.pool, {
    projectId: the.projectId,
    userId: the.people[by],
    documentId: await documentIdOf(the),
    settings: { title: "Probe", sourceLocale: "de", targetLocale: "en", mtEngine: "Newer MT" },
    source: textOf(sources),
    target: textOf(target ?? []),
    findings: null,
    beads,
    renewal: { source: source !== null, translationId: target ? the.translationId : null },
    at: NOW,
  });
}

/** Looks at a new version and applies it. @throws if it is refused. */
export async function renew(
  the: Scenario,
  source: readonly (string | Paragraph)[] | null,
  target: readonly (string | Paragraph)[] | null,
  by: PersonName = "editor",
) {
  const importId = await waitingVersion(the, source, target, by);
  const preview = await readVersion(the.as(by), importId);
  if (!preview.ok) throw new Error(preview.error.code);
  const done = await applyVersion(the.as(by), { importId, token: preview.value.token });
  if (!done.ok) throw new Error(done.error.code);
  return { preview: preview.value, outcome: done.value };
}
