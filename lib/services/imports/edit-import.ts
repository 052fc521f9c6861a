import type { AccessError } from "@/lib/core/access/permissions";
import type { Bead } from "@/lib/core/alignment/bead";
import type { ImportFindings, ImportPreview, ImportSettings } from "@/lib/core/document/import-preview";
import type { DocumentText } from "@/lib/core/document/paragraph";
import type { DocumentId, ImportId, ProjectId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { inTransaction, SQL_STATE, sqlState } from "@/lib/db/client";
import { findDocument } from "@/lib/db/documents/read";
import { endImport, findImport, type ImportRow, listOpenImports, updateImport } from "@/lib/db/imports";
import type { ServiceContext } from "../context";
import { saveBitext } from "../translations/save-bitext";
import { checkDraftSettings, checkRows, checkSettings, type PreviewFault } from "./check-preview";
import { ownImport } from "./own-import";

type Refused = { readonly code: AccessError };

/** The preview of an import that waits; only for the person who started it. */
export async function readImport(
  ctx: ServiceContext,
  importId: ImportId,
): Promise<
  Result<
    ImportPreview & {
      readonly projectId: ProjectId;
      readonly documentId: DocumentId | null;
      readonly findings: ImportFindings | null;
    },
    Refused
  >
> {
  const found = await ownBitext(ctx, importId);
  if (!found.ok) return found;
  const { settings, source, target, findings, beads, version, projectId, documentId } = found.value;
  return ok({ settings, source, target, findings, beads, version, projectId, documentId });
}

/** Keeps changed settings or rows of a preview. `changed-meanwhile`: another tab saved since, or it was ended. */
export async function updateImportPreview(
  ctx: ServiceContext,
  input: {
    readonly importId: ImportId;
    readonly version: number;
    readonly settings: ImportSettings;
    readonly beads: readonly Bead[];
  },
): Promise<
  Result<{ readonly version: number }, Refused | PreviewFault | { readonly code: "changed-meanwhile" }>
> {
  const found = await ownBitext(ctx, input.importId);
  if (!found.ok) return found;
  const settings = checkDraftSettings(input.settings);
  if (!settings.ok) return settings;
  const rows = checkRows(found.value, input.beads);
  if (!rows.ok) return rows;
  const version = await updateImport(ctx.db.pool, input.importId, input.version, {
    settings: settings.value,
    beads: rows.value,
    at: ctx.now(),
  });
  return version === null ? err({ code: "changed-meanwhile" }) : ok({ version });
}

/** Makes document, translation and segments of a preview, all or nothing. */
export async function saveImport(
  ctx: ServiceContext,
  input: { readonly importId: ImportId; readonly version: number },
): Promise<
  Result<
    { readonly documentId: DocumentId; readonly translationId: TranslationId },
    Refused | PreviewFault | { readonly code: "changed-meanwhile" | "locale-exists" }
  >
> {
  const mine = await ownBitext(ctx, input.importId);
  if (!mine.ok) return mine;
  const at = ctx.now();
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const found = await findImport(tx, input.importId, true);
      if (found?.state !== "ready" || found.version !== input.version || found.renewal)
        return err({ code: "changed-meanwhile" });
      const settings = checkSettings(found.settings);
      if (!settings.ok) return settings;
      const rows = checkRows(found, found.beads);
      if (!rows.ok) return rows;
      const document = found.documentId ? await findDocument(tx, found.documentId, true) : null;
      if (document && !isSameText(found.source, document.source)) return err({ code: "changed-meanwhile" });
      const existing =
        found.documentId && document
          ? { documentId: found.documentId, paragraphIds: document.paragraphIds }
          : null;
      const saved = await saveBitext(
        tx,
        { ...found, settings: settings.value, beads: rows.value, existing },
        found.userId,
        at,
      );
      await endImport(tx, input.importId, { state: "saved", documentId: saved.documentId }, at);
      return ok({ documentId: saved.documentId, translationId: saved.translationId });
    });
  } catch (error) {
    if (sqlState(error) === SQL_STATE.uniqueViolation) return err({ code: "locale-exists" });
    throw error;
  }
}

/** Throws a preview away; its texts are removed. */
export async function discardImport(
  ctx: ServiceContext,
  importId: ImportId,
): Promise<Result<null, Refused | { readonly code: "changed-meanwhile" }>> {
  const found = await ownImport(ctx, importId);
  if (!found.ok) return found;
  const done = await endImport(ctx.db.pool, importId, { state: "discarded" }, ctx.now());
  return done ? ok(null) : err({ code: "changed-meanwhile" });
}

/** Previews of the person that still wait. */
export async function listMyImports(
  ctx: ServiceContext,
): Promise<Awaited<ReturnType<typeof listOpenImports>>> {
  return ctx.actor?.kind === "user" ? listOpenImports(ctx.db.pool, ctx.actor.userId) : [];
}

/** The source may have got a new version since it was aligned. */
const isSameText = (one: DocumentText, other: DocumentText): boolean =>
  one.paragraphs.length === other.paragraphs.length &&
  one.paragraphs.every(({ text }, index) => text === other.paragraphs[index]?.text);

/** One that becomes a document or a further language; a new version is applied elsewhere. */
async function ownBitext(ctx: ServiceContext, id: ImportId): Promise<Result<ImportRow, Refused>> {
  const found = await ownImport(ctx, id);
  return found.ok && found.value.renewal ? err({ code: "not-found" }) : found;
}
